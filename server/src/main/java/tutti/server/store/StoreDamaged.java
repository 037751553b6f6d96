package tutti.server.store;

import java.io.IOException;

/** The store, or a file beside it, is not as it was written. Nothing was changed; a person has to look. */
public final class StoreDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    /** Which file or record, and what is wrong with it, in words for the operator. */
    public StoreDamaged(String where, String what) {
        super(new Damage(where, what).toString());
        this.damage = new Damage(where, what);
    }

    /** What and where. */
    public Damage damage() {
        return damage;
    }
}
