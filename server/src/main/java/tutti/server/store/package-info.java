/**
 * The durable store: {@link tutti.server.store.Journal} is the port, {@link tutti.server.store.H2Journal} the one user
 * of {@code java.sql}. It is blind to music: rows, snapshot parts, verdicts and lineage are canonical bytes that
 * others made.
 */
@NullMarked
package tutti.server.store;

import org.jspecify.annotations.NullMarked;
