/** Makes the page of faults from what their suites say: {@code ./tutti reliability}. */
@NullMarked
package tutti.reliability;

import org.jspecify.annotations.NullMarked;
