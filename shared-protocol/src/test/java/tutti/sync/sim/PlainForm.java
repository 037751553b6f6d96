package tutti.sync.sim;

import java.util.List;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.edit.Value;
import tutti.sync.Form;
import tutti.sync.Row;

/** A form that is quick and not meant to be read: equal rows have equal text, other rows another. */
final class PlainForm implements Form {
    @Override
    public String row(Row row) {
        StringBuilder text = new StringBuilder(200);
        text.append(row.seq()).append(' ').append(row.at()).append(' ').append(row.wall());
        text.append(' ')
                .append(row.by().text())
                .append(' ')
                .append(row.gesture().text());
        text.append(' ').append(row.first());
        row.mutations().forEach(mutation -> write(text, mutation));
        row.traces().forEach(trace -> {
            write(text, trace.was());
            text.append(trace.before()).append(' ').append(trace.after());
        });
        return text.toString();
    }

    @Override
    public Row row(String text) {
        throw new IllegalStateException("a world has fewer rows than a window has at hand");
    }

    @Override
    public int size(Mutation mutation) {
        StringBuilder text = new StringBuilder(100);
        write(text, mutation);
        return text.length();
    }

    @Override
    public int size(Part part) {
        return part.toString().length();
    }

    private static void write(StringBuilder text, Mutation mutation) {
        text.append('\n').append(mutation.place().path());
        switch (mutation) {
            case Mutation.Put<?, ?> put -> write(text, put.value());
            case Mutation.Insert<?> insert -> values(text, insert.values());
            case Mutation.Forget forget -> text.append(" forget");
        }
    }

    private static void values(StringBuilder text, List<? extends Value<?, ?>> values) {
        text.append(" insert");
        values.forEach(value -> write(text, value));
    }

    private static void write(StringBuilder text, Value<?, ?> value) {
        text.append(' ').append(value.field().tag()).append('=').append(value.text());
    }
}
