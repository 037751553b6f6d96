/** The bar on top: room, transport, tempo, patterns, people. */
@NullMarked
package tutti.client.ui.bar;

import org.jspecify.annotations.NullMarked;
