/** The grid: a row a track, x is time everywhere. */
@NullMarked
package tutti.client.ui.grid;

import org.jspecify.annotations.NullMarked;
