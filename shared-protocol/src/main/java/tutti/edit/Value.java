package tutti.edit;

/** A field at a legal value. */
public record Value<N, T>(Field<N, T> field, T value) {
    /** @throws IllegalArgumentException if the field's kind does not allow the value */
    public Value {
        if (!field.kind().legal(value)) {
            throw new IllegalArgumentException(
                    field.tag() + " takes " + field.kind().hint() + ", not " + value);
        }
    }

    /** {@code node} with this value. */
    public N into(N node) {
        return field.with(node, value);
    }

    /** The value's wire form. */
    public Wire wire() {
        return field.kind().write(value);
    }

    /** The value as people read it. */
    public String text() {
        return field.kind().text(value);
    }

    /** 0 for the default, else what its kind says. */
    public int weight() {
        return value.equals(field.fallback()) ? 0 : field.kind().weight(value);
    }
}
