package dev.slipway.detect.goreleaser;

import java.util.List;

/**
 * A file of a release, as signatures, checksums and lists of components are named after it.
 *
 * @param id what other parts of the config call the part that makes it
 * @param fields what templates can ask of it
 */
record Asset(String name, Kind kind, String id, Fields fields) {
    /** What signatures and lists of components choose by. */
    enum Kind {
        ARCHIVE,
        BINARY,
        PACKAGE,
        SOURCE,
        CHECKSUM,
        SBOM,
        OTHER
    }

    /** Whether a part of the config that names ids, or none, means it; checksums and the sources have no id, and are always meant. */
    boolean chosen(List<String> ids) {
        return ids.isEmpty() || kind == Kind.CHECKSUM || kind == Kind.SOURCE || ids.contains(id);
    }
}
