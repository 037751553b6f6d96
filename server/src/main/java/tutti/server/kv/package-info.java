/**
 * The KV mirror: one file a session, written once a visit, derived from the store and never trusted against it; and the
 * folder of legacy records, which is only ever read.
 */
@NullMarked
package tutti.server.kv;

import org.jspecify.annotations.NullMarked;
