/**
 * The text form of everything that is sent or stored: strict reading, canonical writing. The one place that knows JSON,
 * for messages, rows, documents, REST bodies and the records of the old web system.
 */
@NullMarked
package tutti.wire;

import org.jspecify.annotations.NullMarked;
