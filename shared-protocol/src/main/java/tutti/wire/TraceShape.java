package tutti.wire;

import java.util.Map;
import java.util.Set;
import tutti.edit.Mutation.Put;
import tutti.sync.Trace;

/** A trace: <code>{"after":12,"at":"step/A/kick/4","before":3,"put":"on","was":false}</code>. */
record TraceShape() implements Shape {
    private static final Set<String> MEMBERS = Set.of("after", "at", "before", "put", "was");

    @Override
    public Json write(Object value) {
        Trace trace = (Trace) value;
        Put<?, ?> was = trace.was();
        return Json.Obj.EMPTY.with(Map.of(
                "at", new Json.Str(was.place().path()),
                "put", new Json.Str(was.value().field().tag()),
                "was", WireJson.write(was.value().wire()),
                "before", new Json.Num(trace.before()),
                "after", new Json.Num(trace.after())));
    }

    @Override
    public Object read(Json json) throws Misfit {
        if (!(json instanceof Json.Obj obj) || !obj.members().keySet().equals(MEMBERS)) {
            throw new Misfit("not an object with after, at, before, put and was");
        }
        Put<?, ?> was = MutationShape.put(Nodes.at(obj), Nodes.member(obj, "put"), Nodes.member(obj, "was"));
        return new Trace(was, seq(obj, "before"), seq(obj, "after"));
    }

    private static long seq(Json.Obj obj, String name) throws Misfit {
        if (Nodes.member(obj, name) instanceof Json.Num(long seq)) {
            return seq;
        }
        throw new Misfit("not a number").in(name);
    }

    @Override
    public String words() {
        return "trace";
    }
}
