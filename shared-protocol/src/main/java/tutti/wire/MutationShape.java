package tutti.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Forget;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.Value;

/**
 * The three verbs: <code>{"at":"step/A/kick/4","put":"on","to":true}</code>,
 * <code>{"at":"track/kick","insert":{"name":"Kick","position":"V.kick"}}</code> and
 * <code>{"at":"track/kick","forget":true}</code>.
 */
record MutationShape() implements Shape {
    private static final Set<String> PUT = Set.of("at", "put", "to");
    private static final Set<String> INSERT = Set.of("at", "insert");
    private static final Set<String> FORGET = Set.of("at", "forget");

    @Override
    public Json write(Object value) {
        return switch ((Mutation) value) {
            case Put<?, ?>(Place<?> place, Value<?, ?> put) ->
                Json.Obj.EMPTY.with(Map.of(
                        "at", new Json.Str(place.path()),
                        "put", new Json.Str(put.field().tag()),
                        "to", WireJson.write(put.wire())));
            case Insert<?> insert -> insert(insert);
            case Forget(Root<?> place) -> at(place).with("forget", true);
        };
    }

    private static <N> Json insert(Insert<N> insert) {
        return at(insert.place()).with("insert", Nodes.write(insert.values()));
    }

    private static Json.Obj at(Place<?> place) {
        return Json.Obj.EMPTY.with("at", place.path());
    }

    @Override
    public Object read(Json json) throws Misfit {
        if (!(json instanceof Json.Obj obj)) {
            throw new Misfit("not an object");
        }
        Set<String> names = obj.members().keySet();
        if (names.equals(PUT)) {
            return put(Nodes.at(obj), Nodes.member(obj, "put"), Nodes.member(obj, "to"));
        }
        if (names.equals(INSERT)) {
            return insert(root(obj), Nodes.member(obj, "insert"));
        }
        if (names.equals(FORGET) && Nodes.member(obj, "forget").equals(new Json.Bool(true))) {
            return new Forget(root(obj));
        }
        throw new Misfit("neither a put nor an insert nor a forget");
    }

    private static Root<?> root(Json.Obj obj) throws Misfit {
        if (Nodes.at(obj) instanceof Root<?> root) {
            return root;
        }
        throw new Misfit("not the path of a node that comes and goes").in("at");
    }

    static <N> Put<N, ?> put(Place<N> place, Json tag, Json value) throws Misfit {
        return put(place, Nodes.field(place.fields(), tag), value);
    }

    private static <N, T> Put<N, T> put(Place<N> place, Field<N, T> field, Json value) throws Misfit {
        return new Put<>(place, Nodes.value(field, value));
    }

    private static <N> Insert<N> insert(Root<N> root, Json values) throws Misfit {
        try {
            List<Value<N, ?>> read = Nodes.read(root.fields(), values);
            return new Insert<>(root, read);
        } catch (Misfit misfit) {
            throw misfit.in("insert");
        }
    }

    @Override
    public String words() {
        return "mutation";
    }
}
