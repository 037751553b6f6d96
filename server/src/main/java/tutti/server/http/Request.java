package tutti.server.http;

import java.util.Optional;

/**
 * A request that passed the guard, its body read.
 *
 * @param path as asked
 * @param id the part of the path that the route leaves open; empty if it leaves none
 * @param query what stands behind the question mark, which the route takes
 * @param secret of the member, from the Authorization header
 * @param knownTag value of If-None-Match
 * @param body UTF-8 text; empty if the route takes none
 */
record Request(String path, String id, Query query, Optional<String> secret, Optional<String> knownTag, String body) {}
