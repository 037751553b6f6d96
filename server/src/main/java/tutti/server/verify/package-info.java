/**
 * Looks at what is stored without touching it, does it again row by row, and says what is whole: verifying a folder,
 * bringing folders in, replaying a journal that somebody sent.
 */
@NullMarked
package tutti.server.verify;

import org.jspecify.annotations.NullMarked;
