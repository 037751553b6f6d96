package tutti.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.edit.Field;
import tutti.edit.Fields;
import tutti.edit.Place;
import tutti.edit.Places;
import tutti.edit.Value;

/** Places, fields and values of nodes as JSON, by the field tables. A node is an object from tags to values. */
final class Nodes {
    private Nodes() {}

    static <N> Json.Obj write(List<Value<N, ?>> values) {
        SortedMap<String, Json> members = new TreeMap<>();
        for (Value<N, ?> value : values) {
            members.put(value.field().tag(), WireJson.write(value.wire()));
        }
        return new Json.Obj(members);
    }

    /** The values of a node, in the order of its table. */
    static <N> List<Value<N, ?>> read(Fields<N> fields, Json json) throws Misfit {
        if (!(json instanceof Json.Obj(SortedMap<String, Json> members))) {
            throw new Misfit("not an object");
        }
        List<Value<N, ?>> values = new ArrayList<>(members.size());
        for (Field<N, ?> field : fields.all()) {
            Json member = members.get(field.tag());
            if (member != null) {
                values.add(value(field, member));
            }
        }
        if (values.size() != members.size()) {
            throw new Misfit("a field that a " + fields.noun() + " does not have");
        }
        return values;
    }

    static Json member(Json.Obj obj, String name) throws Misfit {
        Json member = obj.members().get(name);
        if (member == null) {
            throw new Misfit("missing").in(name);
        }
        return member;
    }

    /** The place whose path stands under {@code at}. */
    static Place<?> at(Json.Obj obj) throws Misfit {
        Json path = member(obj, "at");
        try {
            return place(path);
        } catch (Misfit misfit) {
            throw misfit.in("at");
        }
    }

    private static Place<?> place(Json json) throws Misfit {
        if (json instanceof Json.Str(String path)) {
            Optional<Place<?>> place = Places.parse(path);
            if (place.isPresent()) {
                return place.get();
            }
        }
        throw new Misfit("not the path of a place");
    }

    static <N> Field<N, ?> field(Fields<N> fields, Json json) throws Misfit {
        if (json instanceof Json.Str(String tag)) {
            Optional<Field<N, ?>> field = fields.find(tag);
            if (field.isPresent()) {
                return field.get();
            }
        }
        throw new Misfit("not a field of a " + fields.noun());
    }

    static <N, T> Value<N, T> value(Field<N, T> field, Json json) throws Misfit {
        try {
            Optional<Value<N, T>> value = field.read(WireJson.read(json));
            if (value.isPresent()) {
                return value.get();
            }
        } catch (Misfit misfit) {
            throw misfit.in(field.tag());
        }
        throw new Misfit("not " + field.kind().hint()).in(field.tag());
    }
}
