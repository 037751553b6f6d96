/**
 * The server as a whole: the command line, and {@link tutti.server.api.TuttiServer} for whoever starts one in tests.
 * Everything is wired together here and nowhere else.
 */
@NullMarked
package tutti.server.api;

import org.jspecify.annotations.NullMarked;
