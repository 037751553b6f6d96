package tutti.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Forget;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Part;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.Value;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.SessionId;
import tutti.music.Segment;
import tutti.music.Timeline;
import tutti.sync.Ask;
import tutti.sync.Chain;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.Launch;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.Pointer;
import tutti.sync.Profile;
import tutti.sync.Scope;
import tutti.sync.Secret;
import tutti.sync.Trace;
import tutti.sync.Transport;

/** Values of any type that is sent, from a seed: a record component by component, a family case by case. */
final class Any {
    private static final String ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final String TEXT = "aZ 0/\\\"<>&é“”𝄞—\u007f\t";

    private final SplittableRandom dice;

    Any(long seed) {
        this.dice = new SplittableRandom(seed);
    }

    <T> T value(Class<T> type) {
        return type.cast(any(type));
    }

    private Object any(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class
                    ? dice.nextBoolean() ? Optional.empty() : Optional.of(any(of))
                    : Stream.generate(() -> any(of)).limit(dice.nextInt(4)).toList();
        }
        Class<?> plain = (Class<?>) type;
        Optional<?> special = special(plain);
        return special.isPresent() ? special.get() : composed(plain);
    }

    private Object composed(Class<?> type) {
        if (type.isEnum()) {
            return one(List.of(type.getEnumConstants()));
        }
        return type.isSealed() ? any(one(ChoiceShape.leaves(type))) : record(type);
    }

    Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> any(component.getGenericType()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " " + Arrays.toString(values), e);
        }
    }

    private Optional<?> special(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> Optional.of(dice.nextInt());
            case "long", "Long" -> Optional.of(dice.nextLong(-Json.MOST, Json.MOST + 1));
            case "boolean", "Boolean" -> Optional.of(dice.nextBoolean());
            case "OptionalInt" ->
                Optional.of(dice.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + dice.nextInt(99)));
            case "String" -> Optional.of(text(TEXT, dice.nextInt(9)));
            case "NodeId" -> Optional.of(new NodeId(id(40)));
            case "SessionId" -> Optional.of(new SessionId(id(64)));
            case "MemberId" -> Optional.of(new MemberId(id(64)));
            case "OutboxId" -> Optional.of(new OutboxId(id(64)));
            case "GestureId" -> Optional.of(new GestureId(id(64)));
            case "Secret" -> Optional.of(new Secret(text(ID, 22 + dice.nextInt(43))));
            case "Chain" -> Optional.of(new Chain(text("0123456789abcdef", 64)));
            case "Profile" -> Optional.of(new Profile("Zoë" + text("ab 𝄞", dice.nextInt(9)), dice.nextInt(12)));
            case "Pointer" ->
                Optional.of(new Pointer(slot(), Optional.of(value(NodeId.class)), Optional.of(dice.nextInt(128))));
            case "Edit" -> Optional.of(new Edit(1 + dice.nextInt(99), value(GestureId.class), value(Ask.class)));
            case "Restore" -> Optional.of(new Ask.Restore(dice.nextInt(99), value(Scope.class)));
            case "Bars" -> Optional.of(new Scope.Bars(slot(), dice.nextInt(32), 32 + dice.nextInt(32)));
            case "Transport" -> Optional.of(transport());
            case "Timeline" -> Optional.of(timeline());
            case "Mutation" -> Optional.of(mutation());
            case "Trace" -> Optional.of(new Trace(put(place()), dice.nextInt(99), dice.nextInt(99)));
            case "Part" -> Optional.of(part());
            default -> Optional.empty();
        };
    }

    Mutation mutation() {
        return switch (dice.nextInt(4)) {
            case 0 -> insert(root());
            case 1 -> new Forget(root());
            default -> put(place());
        };
    }

    private <N> Insert<N> insert(Root<N> root) {
        return new Insert<>(root, some(root));
    }

    private <N> Put<N, ?> put(Place<N> place) {
        return put(place, one(place.fields().all()));
    }

    private <N, T> Put<N, T> put(Place<N> place, Field<N, T> field) {
        return new Put<>(place, field.sample(dice.nextLong()));
    }

    private <N> List<Value<N, ?>> some(Place<N> place) {
        List<Value<N, ?>> values = new ArrayList<>();
        for (Field<N, ?> field : place.fields().all()) {
            if (dice.nextInt(3) == 0) {
                values.add(field.sample(dice.nextLong()));
            }
        }
        return values;
    }

    private Part part() {
        List<Part.Placed<?>> values = new ArrayList<>();
        String name = "head";
        switch (dice.nextInt(4)) {
            case 0 -> values.addAll(List.of(placed(new Place.OfSession()), placed(new Place.OfEffects())));
            case 1 -> {
                Root<?> root = root();
                name = root.path();
                values.add(placed(root));
            }
            case 2 -> {
                Place<?> pattern = new Place.OfPattern(slot());
                name = pattern.path();
                values.add(placed(pattern));
            }
            default -> {
                Place.OfLane lane = new Place.OfLane(slot(), value(NodeId.class));
                name = lane.path();
                values.add(placed(lane));
                for (int i = dice.nextInt(3); i < 128; i += 1 + dice.nextInt(60)) {
                    values.add(placed(new Place.OfStep(lane.slot(), lane.track(), i)));
                }
            }
        }
        return new Part(name, values);
    }

    private <N> Part.Placed<N> placed(Place<N> place) {
        return new Part.Placed<>(place, some(place));
    }

    private Transport transport() {
        List<Launch> launches = new ArrayList<>();
        for (int i = 0; i <= dice.nextInt(4); i++) {
            launches.add(new Launch(i * 4_032_000L, slot(), value(MemberId.class)));
        }
        return new Transport(dice.nextInt(99), timeline(), launches, Optional.empty());
    }

    private Timeline timeline() {
        Timeline time =
                new Timeline(List.of(new Segment(dice.nextInt(999), dice.nextInt(), 2_000 + dice.nextInt(999))));
        return dice.nextBoolean() ? time : time.withTempo(1_008_000L * dice.nextInt(1, 99), 12_000);
    }

    private Place<?> place() {
        NodeId track = value(NodeId.class);
        return switch (dice.nextInt(6)) {
            case 0 -> new Place.OfSession();
            case 1 -> new Place.OfEffects();
            case 2 -> new Place.OfPattern(slot());
            case 3 -> new Place.OfLane(slot(), track);
            case 4 -> new Place.OfStep(slot(), track, dice.nextInt(128));
            default -> root();
        };
    }

    private Root<?> root() {
        NodeId id = value(NodeId.class);
        return switch (dice.nextInt(4)) {
            case 0 -> new Root.OfTrack(id);
            case 1 -> new Root.OfSection(id);
            case 2 -> new Root.OfMuteSet(id);
            default -> new Root.OfMoment(id);
        };
    }

    private PatternSlot slot() {
        return one(List.of(PatternSlot.values()));
    }

    private String id(int most) {
        return text(ID, 1 + dice.nextInt(most));
    }

    private String text(String of, int length) {
        int[] points = of.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[dice.nextInt(points.length)]);
        }
        return text.toString();
    }

    private <T> T one(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }
}
