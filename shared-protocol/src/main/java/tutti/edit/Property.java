package tutti.edit;

/** One field of one node: the finest thing that two people would edit apart. Equal by place and by field. */
public record Property(Place<?> place, Field<?, ?> field) {
    @Override
    public String toString() {
        return place.path() + " " + field.tag();
    }
}
