package tutti.wire;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tutti.edit.EffectsFields;
import tutti.edit.Fields;
import tutti.edit.Kind;
import tutti.edit.LaneFields;
import tutti.edit.MomentFields;
import tutti.edit.MuteSetFields;
import tutti.edit.PatternFields;
import tutti.edit.Refusal;
import tutti.edit.SectionFields;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.sync.Ask;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.CloseReason;
import tutti.sync.Scope;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;

/** The parts of {@code docs/protocol.md} that are made from the code, and the page with these parts in it. */
final class ProtocolPage {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final List<Samples> samples;

    ProtocolPage(List<Samples> samples) {
        this.samples = samples;
    }

    /** {@code page} with every generated block as the code has it now. */
    String renew(String page) {
        Map<String, String> blocks = blocks();
        Set<String> unused = new LinkedHashSet<>(blocks.keySet());
        Matcher block = BLOCK.matcher(page);
        String renewed = block.replaceAll(found -> {
            String name = found.group(2);
            if (!unused.remove(name)) {
                throw new AssertionError("no block is called " + name + ", or it stands twice");
            }
            return Matcher.quoteReplacement(found.group(1) + "\n" + blocks.get(name) + "\n" + found.group(3));
        });
        if (!unused.isEmpty()) {
            throw new AssertionError("the page has no place for " + unused);
        }
        return renewed;
    }

    private Map<String, String> blocks() {
        Map<String, String> blocks = new LinkedHashMap<>();
        blocks.put("client-messages", messages("client", ClientMessage.class));
        blocks.put("server-messages", messages("server", ServerMessage.class));
        blocks.put("choices", choices());
        blocks.put("records", records());
        blocks.put("fields", fields());
        blocks.put("reasons", reasons());
        blocks.put("closing", closing());
        blocks.put("limits", limits());
        blocks.put("rows", sampleLines("row") + "\n" + sampleLines("mutation"));
        blocks.put("vectors", vectors());
        blocks.put("document", sampleLines("document"));
        return blocks;
    }

    private String messages(String family, Class<?> sealed) {
        StringBuilder out = new StringBuilder();
        for (Class<?> leaf : ChoiceShape.leaves(sealed)) {
            out.append(record(leaf, "`\"" + leaf.getSimpleName() + "\"`"));
            String mine = lines(samples.stream()
                    .filter(sample -> sample.family().equals(family))
                    .filter(sample -> sample.type().equals(leaf.getSimpleName()))
                    .map(Samples::text)
                    .toList());
            out.append(mine).append('\n');
        }
        return out.toString();
    }

    private static String choices() {
        return choice("An **ask**", Ask.class) + choice("A **scope**", Scope.class);
    }

    private static String choice(String what, Class<?> sealed) {
        List<String> names = ChoiceShape.leaves(sealed).stream()
                .map(leaf -> "`" + leaf.getSimpleName() + "`")
                .toList();
        String most = String.join(", ", names.subList(0, names.size() - 1));
        return what + " is one of the records " + most + " and " + names.getLast() + ", told apart by `type`.\n";
    }

    /** Every record inside a message, each once. */
    private static String records() {
        Set<Class<?>> seen = new LinkedHashSet<>();
        List<Class<?>> todo = new ArrayList<>(ChoiceShape.leaves(ClientMessage.class));
        todo.addAll(ChoiceShape.leaves(ServerMessage.class));
        Set<Class<?>> messages = Set.copyOf(todo);
        while (!todo.isEmpty()) {
            Class<?> next = todo.removeFirst();
            if (seen.add(next)) {
                todo.addAll(inside(next));
            }
        }
        seen.removeAll(messages);
        return seen.stream().map(type -> record(type, "")).collect(Collectors.joining());
    }

    private static List<Class<?>> inside(Class<?> type) {
        List<Class<?>> inside = new ArrayList<>();
        for (Shape shape : members(type).values()) {
            inside.addAll(types(shape));
        }
        return inside;
    }

    private static List<Class<?>> types(Shape shape) {
        return switch (shape) {
            case Shape.Maybe maybe -> types(maybe.some());
            case Shape.Items items -> types(items.item());
            case RecordShape record -> List.of(record.type());
            case ChoiceShape choice -> choice.types();
            default -> List.of();
        };
    }

    private static Map<String, Shape> members(Class<?> type) {
        return Shapes.of(type) instanceof RecordShape record ? record.members() : Map.of();
    }

    private static String record(Class<?> type, String tag) {
        SourceDocs.Doc doc = SourceDocs.of(type);
        StringBuilder out = new StringBuilder("### " + type.getSimpleName() + "\n\n");
        out.append(doc.summary().isEmpty() ? "" : doc.summary() + "\n\n");
        out.append("| member | what stands there | |\n|---|---|---|\n");
        boolean ask =
                type.getEnclosingClass() != null && type.getEnclosingClass().isSealed();
        String word = tag.isEmpty() && ask ? "`\"" + type.getSimpleName() + "\"`" : tag;
        out.append(word.isEmpty() ? "" : "| `type` | " + word + " | |\n");
        members(type)
                .forEach((name, shape) -> out.append("| `" + name + "` | " + shape.words() + " | "
                        + doc.members().getOrDefault(name, "") + " |\n"));
        return out.append('\n').toString();
    }

    private static String fields() {
        List<Fields<?>> tables = List.of(
                SessionFields.table(),
                EffectsFields.table(),
                TrackFields.table(),
                SectionFields.table(),
                MuteSetFields.table(),
                MomentFields.table(),
                PatternFields.table(),
                LaneFields.table(),
                StepFields.table());
        return tables.stream().map(ProtocolPage::table).collect(Collectors.joining("\n"));
    }

    private static <N> String table(Fields<N> fields) {
        StringBuilder out = new StringBuilder("### Fields of a " + fields.noun() + "\n\n");
        out.append("| tag | value | default | as people read the default | unit | what it is |\n")
                .append("|---|---|---|---|---|---|\n");
        fields.all().forEach(field -> out.append(line(field, FieldDocs.of(fields.blank(), field.tag()))));
        return out.toString();
    }

    private static <N, T> String line(tutti.edit.Field<N, T> field, String words) {
        String fallback = WireJson.write(field.kind().write(field.fallback())).text();
        String birth = field.access() == tutti.edit.Field.Access.BIRTH ? " (set at birth only)" : "";
        String text = field.kind().text(field.fallback());
        String unit = unit(field.kind());
        return "| `" + field.tag() + "` | " + field.kind().hint() + birth + " | `" + fallback + "` | " + text + " | "
                + unit + " | " + (words.equals(unit) ? "" : words) + " |\n";
    }

    private static String unit(Kind<?> kind) {
        return switch (kind) {
            case Kind.Whole whole -> whole.unit().words();
            case Kind.Maybe<?> maybe -> unit(maybe.some());
            case Kind.Items<?> items -> unit(items.item());
            case Kind.Coded<?> _, Kind.Flag _ -> "";
        };
    }

    private static String reasons() {
        StringBuilder out = new StringBuilder("| reason | in words |\n|---|---|\n");
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            out.append("| `" + reason + "` | " + reason.words() + " |\n");
        }
        return out.toString();
    }

    private static String closing() {
        StringBuilder out = new StringBuilder("| code | reason that is sent with it |\n|---|---|\n");
        for (CloseReason reason : CloseReason.values()) {
            out.append("| " + reason.code() + " | " + reason.words() + " |\n");
        }
        return out.toString();
    }

    private static String limits() {
        StringBuilder out = new StringBuilder();
        for (Class<?> type :
                List.of(tutti.sync.Limits.class, Limits.class, tutti.music.Limits.class, tutti.model.Limits.class)) {
            String of = type.getPackageName().replace("tutti.", "");
            out.append("| `" + of + "` | value | |\n|---|---|---|\n");
            SourceDocs.constants(type)
                    .forEach((name, words) ->
                            out.append("| `" + name + "` | " + value(type, name) + " | " + words + " |\n"));
            out.append('\n');
        }
        return out.toString();
    }

    private static String value(Class<?> type, String name) {
        try {
            Field constant = type.getField(name);
            return String.format(java.util.Locale.ROOT, "%,d", ((Number) constant.get(null)).longValue());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private String vectors() {
        Secret secret = new Secret("sT4kP0aLd8ZrX1mQw7YbNc");
        Chain before = new Chain("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        Chain after = texts("row").reduce(before, Chain::then, (one, other) -> other);
        return "| from | comes |\n|---|---|\n| the secret `" + secret.text() + "` | the member id `"
                + secret.member().text() + "` |\n| the chain `" + before.hex() + "` and these rows | the chain `"
                + after.hex() + "` |\n";
    }

    private String sampleLines(String family) {
        return lines(texts(family).toList());
    }

    private Stream<String> texts(String family) {
        return samples.stream().filter(sample -> sample.family().equals(family)).map(Samples::text);
    }

    private static String lines(List<String> texts) {
        return "```json\n" + String.join("\n", texts) + "\n```\n";
    }
}
