/** Benchmarks, by name. Each prints lines {@code figure NAME VALUE UNIT}, so that a script can compare runs. */
@NullMarked
package tutti.bench;

import org.jspecify.annotations.NullMarked;
