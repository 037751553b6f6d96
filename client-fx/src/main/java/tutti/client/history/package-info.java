/** What was done in a room, as people think of it: rows become deeds, moments can be looked at. */
@NullMarked
package tutti.client.history;

import org.jspecify.annotations.NullMarked;
