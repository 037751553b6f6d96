package tutti.edit;

/** Tags that every node which can be inserted has. */
final class NodeFields {
    static final String DELETED_TAG = "deleted";
    static final String POSITION_TAG = "position";

    private NodeFields() {}
}
