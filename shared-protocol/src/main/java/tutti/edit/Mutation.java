package tutti.edit;

import java.util.List;
import tutti.model.Session;

/** The three verbs. Nothing else changes a document. */
public sealed interface Mutation {
    /** Where. */
    Place<?> place();

    /** Sets one field of a node to an absolute value. */
    record Put<N, T>(Place<N> place, Value<N, T> value) implements Mutation {
        /** This property. */
        public Property property() {
            return new Property(place, value.field());
        }

        /** Whether {@code session} has the node and already this value. */
        public boolean holds(Session session) {
            return place.get(session)
                    .map(node -> value.field().get(node).equals(value.value()))
                    .orElse(false);
        }
    }

    /** Makes a node with an id of the client's choice; POSITION must be among its values. */
    record Insert<N>(Root<N> place, List<Value<N, ?>> values) implements Mutation {
        /** Keeps a copy. */
        public Insert {
            values = List.copyOf(values);
        }
    }

    /** Takes a deleted node and all that belongs to it out for good. Only a room does this. */
    record Forget(Root<?> place) implements Mutation {}

    /** A put of one field. @throws IllegalArgumentException if the field does not take {@code value} */
    static <N, T> Put<N, T> put(Place<N> place, Field<N, T> field, T value) {
        return new Put<>(place, field.of(value));
    }

    /** Deletes a node: its content stays, views leave it out. */
    static <N> Put<N, Boolean> delete(Root<N> place) {
        return put(place, place.deleted(), true);
    }

    /** Brings a deleted node back. */
    static <N> Put<N, Boolean> bringBack(Root<N> place) {
        return put(place, place.deleted(), false);
    }
}
