/** Controls and style: they know people's hands and eyes, and no session. Everything here is for the FX thread. */
@NullMarked
package tutti.client.ui.kit;

import org.jspecify.annotations.NullMarked;
