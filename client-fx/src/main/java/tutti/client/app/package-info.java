/**
 * The composition root: builds everything by hand and owns lifetimes. Finds or starts the server of this machine, knows
 * who I am, and brings session, sound and window together.
 */
@NullMarked
package tutti.client.app;

import org.jspecify.annotations.NullMarked;
