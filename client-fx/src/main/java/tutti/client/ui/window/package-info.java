/** The window, put together from regions that do not know one another. */
@NullMarked
package tutti.client.ui.window;

import org.jspecify.annotations.NullMarked;
