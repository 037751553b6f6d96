/** The room's past: what was done by whom, and how it was then. */
@NullMarked
package tutti.client.ui.history;

import org.jspecify.annotations.NullMarked;
