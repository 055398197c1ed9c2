package dev.slipway.published;

/** What a file of a release is for. */
public enum FileKind {
    ARCHIVE,
    /** The program itself. */
    PROGRAM,
    /** Something that a package manager or the system installs. */
    PACKAGE,
    /** A script that installs the program. */
    INSTALLER,
    CHECKSUM,
    SIGNATURE,
    /** A list of components. */
    SBOM,
    /** Proof of the origin of files. */
    PROVENANCE,
    OTHER;

    /** Whether people take the program out of it. */
    public boolean holdsProgram() {
        return this == ARCHIVE || this == PROGRAM;
    }

    /** Whether it says something about other files. */
    public boolean aboutOthers() {
        return this == CHECKSUM || this == SIGNATURE || this == SBOM || this == PROVENANCE;
    }
}
