/**
 * The document: one immutable {@link tutti.model.Session} of integers in named units. It knows nothing of edits,
 * people or time.
 */
@NullMarked
package tutti.model;

import org.jspecify.annotations.NullMarked;
