package tutti.server.store;

/**
 * What a store stands on.
 *
 * @param mode how H2 is spoken to
 * @param disk what is done to the folder's names and small files
 * @param growth when the store is rewritten by itself
 */
record Ground(H2Mode mode, Disk disk, Growth growth) {
    static final Ground USUAL = new Ground(H2Mode.DURABLE, Disk.SYSTEM, Growth.USUAL);

    Ground with(H2Mode other) {
        return new Ground(other, disk, growth);
    }
}
