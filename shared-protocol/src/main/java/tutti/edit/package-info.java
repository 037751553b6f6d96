/**
 * What may change in the document and how: three verbs on typed properties, and one pure {@link tutti.edit.Reducer}.
 * Bounds, defaults, text forms and wire forms come from one table of fields a node type.
 */
@NullMarked
package tutti.edit;

import org.jspecify.annotations.NullMarked;
