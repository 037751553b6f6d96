/** Where one can go. */
@NullMarked
package tutti.client.ui.rooms;

import org.jspecify.annotations.NullMarked;
