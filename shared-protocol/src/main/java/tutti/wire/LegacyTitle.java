package tutti.wire;

import java.util.Optional;
import tutti.wire.JsonReader.Dialect;

/**
 * What a record of the old web system says of itself before its state, for a list: its beginning is enough to know it,
 * and whether all of it can be read is not known.
 *
 * @param name as {@link LegacyRecord} would have it; empty if the beginning does not say
 * @param frozen whether it says that it is published
 */
public record LegacyTitle(String name, boolean frozen) {
    /** Reads the first bytes of a record, {@link Limits#LEGACY_START} or all there are. */
    public static LegacyTitle of(byte[] start) {
        Repair unheard = new Repair(new Report(), "");
        Old record = new Old(JsonReader.start(start, Dialect.OLD), unheard, "");
        Optional<String> name = record.text("name");
        return new LegacyTitle(unheard.text("name", name, tutti.model.Limits.NAME), record.flag("immutable"));
    }
}
