/** Who is here. */
@NullMarked
package tutti.client.ui.people;

import org.jspecify.annotations.NullMarked;
