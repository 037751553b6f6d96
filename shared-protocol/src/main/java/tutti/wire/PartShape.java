package tutti.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.edit.Part;
import tutti.edit.Part.Placed;
import tutti.edit.Place;
import tutti.edit.Places;

/**
 * A part of a document: <code>{"name":"lane/A/kick","values":{"lane":{"length":7},"0":{"on":true}}}</code>. The values
 * of a place stand under the first word of its path, those of a step under its index.
 */
record PartShape() implements Shape {
    private static final String STEP = "step/";
    private static final String LANE = "lane";

    @Override
    public Json write(Object value) {
        Part part = (Part) value;
        return Json.Obj.EMPTY.with("name", part.name()).with("values", values(part));
    }

    /** The values of a part as they stand under its name in a document. */
    static Json.Obj values(Part part) {
        SortedMap<String, Json> members = new TreeMap<>();
        for (Placed<?> placed : part.values()) {
            members.put(key(placed.place().path()), values(placed));
        }
        return new Json.Obj(members);
    }

    private static <N> Json values(Placed<N> placed) {
        return Nodes.write(placed.values());
    }

    private static String key(String path) {
        int first = path.indexOf('/');
        if (path.startsWith(STEP)) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
        return first < 0 ? path : path.substring(0, first);
    }

    @Override
    public Object read(Json json) throws Misfit {
        if (json instanceof Json.Obj obj
                && obj.members().size() == 2
                && obj.members().get("name") instanceof Json.Str(String name)
                && obj.members().get("values") instanceof Json.Obj values) {
            return read(name, values);
        }
        throw new Misfit("not an object with name and values");
    }

    /** The part of that name. */
    static Part read(String name, Json json) throws Misfit {
        if (!(json instanceof Json.Obj(SortedMap<String, Json> members)) || members.isEmpty()) {
            throw new Misfit("not an object with places");
        }
        List<Placed<?>> values = new ArrayList<>(members.size());
        for (Map.Entry<String, Json> member : members.entrySet()) {
            try {
                values.add(placed(place(name, member.getKey()), member.getValue()));
            } catch (Misfit misfit) {
                throw misfit.in(member.getKey());
            }
        }
        values.sort(Comparator.comparingInt(PartShape::rank));
        return new Part(name, values);
    }

    private static <N> Placed<N> placed(Place<N> place, Json json) throws Misfit {
        return new Placed<>(place, Nodes.read(place.fields(), json));
    }

    private static Place<?> place(String name, String key) throws Misfit {
        boolean head = name.equals("head") && (key.equals("session") || key.equals("effects"));
        boolean node = name.indexOf('/') > 0 && key.equals(key(name)) && !name.startsWith(STEP);
        String cell = STEP + name.substring(Math.min(name.length(), LANE.length() + 1)) + "/" + key;
        String path = head ? key : node ? name : name.startsWith(LANE + "/") ? cell : "";
        Optional<Place<?>> place = Places.parse(path);
        if (place.isEmpty()) {
            throw new Misfit("not a place of this part");
        }
        return place.get();
    }

    /** Session before effects, a lane before its steps, steps in their order. */
    private static int rank(Placed<?> placed) {
        return switch (placed.place()) {
            case Place.OfStep step -> step.index();
            case Place.OfEffects effects -> 0;
            case Place.OfSession session -> -1;
            case Place.OfLane lane -> -1;
            case Place.OfPattern pattern -> -1;
            case tutti.edit.Root<?> root -> -1;
        };
    }

    @Override
    public String words() {
        return "part";
    }
}
