/** The document, its edits, musical time, both ends of the protocol and its text form. Requires no I/O. */
module tutti.protocol {
    requires tools.jackson.core;
    requires static transitive org.jspecify;

    exports tutti.model;
    exports tutti.edit;
    exports tutti.music;
    exports tutti.sync;
    exports tutti.wire;
}
