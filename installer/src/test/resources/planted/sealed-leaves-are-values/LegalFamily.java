package tutti.sync;

public sealed interface LegalFamily permits PlantedLeaf, LegalFamily.LegalRecord, LegalFamily.LegalEnum, LegalFamily.LegalBranch {
    record LegalRecord(int value) implements LegalFamily {}

    enum LegalEnum implements LegalFamily {
        ONE {
            @Override
            public String toString() {
                return "one";
            }
        }
    }

    sealed interface LegalBranch extends LegalFamily {}

    record LegalLeaf() implements LegalBranch {}
}
