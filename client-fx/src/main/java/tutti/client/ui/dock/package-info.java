/** The dock below the grid: the selected step and sound, and the mix. */
@NullMarked
package tutti.client.ui.dock;

import org.jspecify.annotations.NullMarked;
