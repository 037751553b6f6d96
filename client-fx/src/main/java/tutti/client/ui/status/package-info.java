/** The bottom line: time, host, durability, my level, notices. */
@NullMarked
package tutti.client.ui.status;

import org.jspecify.annotations.NullMarked;
