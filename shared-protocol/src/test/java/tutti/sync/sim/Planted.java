package tutti.sync.sim;

import java.util.List;
import java.util.stream.Stream;

/**
 * A fault to be found: in the simulated shells, or a change of real source text, or none.
 *
 * @param file under the sources of the module; empty if the fault is a shell's
 */
record Planted(String name, Fault shell, String file, List<Change> changes) {
    /** A piece of source text, of which there is exactly one, and what stands there instead. */
    record Change(String from, String to) {}

    private static final String BY_CLIENT =
            "(StackWalker.getInstance().walk(s -> s.anyMatch(f -> f.getClassName().endsWith(\"Replica\"))) ? 1 : 0)";
    private static final String SAME_VALUE = "rows.stream().filter(r -> r.traces().contains(trace))"
            + ".flatMap(r -> r.mutations().stream())"
            + ".noneMatch(m -> m instanceof Put<?, ?> p && p.property().equals(property) && p.holds(session))";

    @Override
    public String toString() {
        return name;
    }

    static List<Planted> all() {
        return Stream.of(general(), restarting(), restoring())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Planted> restarting() {
        return List.of(
                shell("a tempo is played before it is durable", Fault.TEMPO_BEFORE_COMMIT),
                shell("a restart remembers less", Fault.SHORT_MEMORY),
                source(
                        "a restart forgets why it refused",
                        "Room",
                        "new Box(state)));",
                        "new Box(new OutboxState(state.member(), state.outbox(), state.settled(), List.of()))));"));
    }

    private static List<Planted> restoring() {
        return List.of(
                source(
                        "a restore is overtaken by what its outbox asks next",
                        "Anteroom",
                        "Optional.ofNullable(owners.get(asked.connection()));",
                        "Optional.ofNullable(owners.get(asked.connection()))"
                                + ".filter(key -> asked.edit().ask() instanceof Ask.Restore);"),
                new Planted(
                        "a restore leaves what was not there yet",
                        Fault.NONE,
                        "tutti/edit/Difference.java",
                        List.of(new Change("changes.add(Mutation.delete(root));", ""))));
    }

    private static List<Planted> general() {
        return List.of(
                source(
                        "gaps in numbers are allowed",
                        "Room",
                        "} else if (n == box.taken() + 1) {",
                        "} else if (n > box.taken()) {"),
                source("numbered before Welcome", "Replica", "welcomed ? dispatch", "true ? dispatch"),
                source("no fence when a connection is replaced", "Room", "            part(old);\n", ""),
                source("refusals are not stored", "Box", "taken, List.copyOf(verdicts));", "taken, List.of());"),
                shell("told before commit", Fault.TOLD_BEFORE_COMMIT),
                shell("sent before the file was forced", Fault.SENT_BEFORE_FORCED),
                shell("settled outside the rows' transaction", Fault.TWO_TRANSACTIONS),
                shell("no Welcome after a failed commit", Fault.NO_WELCOME),
                shell("retry after a failed sync", Fault.RETRY),
                new Planted(
                        "Settled to the old connection",
                        Fault.NONE,
                        "tutti/sync/Box.java",
                        List.of(
                                new Change(
                                        "holder = OptionalLong.of(connection);",
                                        "if (holder.isEmpty()) { holder = OptionalLong.of(connection); }"),
                                new Change("holder = OptionalLong.empty();\n        }", "}"))),
                new Planted(
                        "dropped from pending before its row came",
                        Fault.NONE,
                        "tutti/sync/Forecast.java",
                        List.of(
                                new Change("edit.n() > answers.reached()", "edit.n() > outbox.settled()"),
                                new Change("n() <= answers.reached()", "n() <= outbox.settled()"),
                                new Change("After(answers.reached())", "After(outbox.settled())"))),
                source("undo by value", "Undoing", "if (stands != trace.after()) {", "if (" + SAME_VALUE + ") {"),
                new Planted(
                        "one bound is different in the client's reducer",
                        Fault.NONE,
                        "tutti/edit/Reducer.java",
                        List.of(new Change(
                                "return live >= root.limit();", "return live >= root.limit() - " + BY_CLIENT + ";"))));
    }

    private static Planted shell(String name, Fault fault) {
        return new Planted(name, fault, "", List.of());
    }

    private static Planted source(String name, String type, String from, String to) {
        return new Planted(name, Fault.NONE, "tutti/sync/" + type + ".java", List.of(new Change(from, to)));
    }
}
