package tutti.sync;

public final class PlantedLeaf implements LegalFamily {}
