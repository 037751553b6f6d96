package tutti.server.kv;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tutti.server.store.Bytes;
import tutti.server.store.Chain;
import tutti.server.store.Mark;

/** Documents of a small form that tests write and read. */
final class Texts {
    private static final String STORE = "store1";
    private static final Pattern FORM = Pattern.compile("\\{seq:(\\d+),chain:([0-9a-f]{64}),store:(\\w+)} *");

    private Texts() {}

    static Mark ours(long seq) {
        return new Mark(seq, chain("ours " + seq));
    }

    static Mark theirs(long seq) {
        return new Mark(seq, chain("theirs " + seq));
    }

    private static Chain chain(String seed) {
        return new Chain(Bytes.utf8(seed).sha256());
    }

    /** Our history up to a head. */
    static History history(long head) {
        return place -> place.seq() <= head && place.equals(ours(place.seq()));
    }

    static Stamp stamp(Mark at) {
        return new Stamp(at, STORE);
    }

    static Bytes document(Mark at) {
        return Bytes.utf8("{seq:" + at.seq() + ",chain:" + at.chain().hex() + ",store:" + STORE + "}");
    }

    static Optional<Stamp> stampOf(Bytes document) {
        Matcher form = FORM.matcher(document.text());
        return form.matches()
                ? Optional.of(
                        new Stamp(new Mark(Long.parseLong(form.group(1)), Chain.ofHex(form.group(2))), form.group(3)))
                : Optional.empty();
    }
}
