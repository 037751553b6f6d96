package tutti.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.model.NodeId;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.GestureId;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.Secret;
import tutti.sync.Trace;

/** Finds the shape of a type: from this table, or made from a record's components or a sealed type's cases. */
final class Shapes {
    private static final Map<Type, Shape> GIVEN = Map.ofEntries(
            Map.entry(int.class, Shape.Whole.INT),
            Map.entry(Integer.class, Shape.Whole.INT),
            Map.entry(long.class, Shape.Whole.LONG),
            Map.entry(Long.class, Shape.Whole.LONG),
            Map.entry(OptionalInt.class, new Shape.Later(Shape.Whole.INT)),
            Map.entry(boolean.class, new Shape.Flag()),
            Map.entry(Boolean.class, new Shape.Flag()),
            Map.entry(String.class, Shape.Text.PLAIN),
            Map.entry(NodeId.class, coded("node id", NodeId.class, NodeId::text, NodeId::parse)),
            Map.entry(SessionId.class, coded("session id", SessionId.class, SessionId::text, SessionId::parse)),
            Map.entry(MemberId.class, coded("member id", MemberId.class, MemberId::text, MemberId::parse)),
            Map.entry(OutboxId.class, coded("outbox id", OutboxId.class, OutboxId::text, OutboxId::parse)),
            Map.entry(GestureId.class, coded("gesture id", GestureId.class, GestureId::text, GestureId::parse)),
            Map.entry(Secret.class, coded("secret", Secret.class, Secret::text, Secret::parse)),
            Map.entry(Chain.class, coded("chain", Chain.class, Chain::hex, Chain::parse)),
            Map.entry(Mutation.class, new MutationShape()),
            Map.entry(Trace.class, new TraceShape()),
            Map.entry(Part.class, new PartShape()));

    private Shapes() {}

    /** @throws IllegalArgumentException if values of that type cannot be sent */
    static Shape of(Type type) {
        Shape given = GIVEN.get(type);
        if (given != null) {
            return given;
        }
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalArgumentException("no shape for " + type);
        };
    }

    private static Shape generic(ParameterizedType type) {
        Shape of = of(type.getActualTypeArguments()[0]);
        return type.getRawType() == Optional.class ? new Shape.Maybe(of) : new Shape.Items(of);
    }

    private static Shape plain(Class<?> type) {
        if (type.isEnum()) {
            return new Shape.Text(
                    "one of " + String.join(", ", names(type)), Shapes::name, text -> constant(type, text));
        }
        return type.isSealed() ? new ChoiceShape(type, Shapes::record) : record(type);
    }

    private static RecordShape record(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("no shape for " + type);
        }
        return new RecordShape(type, component -> of(component.getGenericType()));
    }

    private static String[] names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Shapes::name).toArray(String[]::new);
    }

    private static Optional<?> constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equals(name))
                .findFirst();
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name();
    }

    private static <T> Shape coded(
            String words, Class<T> type, Function<T, String> code, Function<String, Optional<T>> parse) {
        return new Shape.Text(words, value -> code.apply(type.cast(value)), parse::apply);
    }
}
