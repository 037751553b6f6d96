package tutti.server.store;

/**
 * What a store stands on.
 *
 * @param mode how H2 is spoken to
 * @param names what is done to the folder's names
 * @param growth when the store is rewritten by itself
 */
record Ground(H2Mode mode, Names names, Growth growth) {
    static final Ground USUAL = new Ground(H2Mode.DURABLE, Names.DISK, Growth.USUAL);

    Ground with(H2Mode other) {
        return new Ground(other, names, growth);
    }
}
