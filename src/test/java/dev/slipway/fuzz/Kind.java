package dev.slipway.fuzz;

/**
 * What is changed, and what then reads it.
 */
enum Kind {
    /** A config: generated from, and what comes of it is validated. */
    CONFIG(500),
    /** A workflow, linted. */
    WORKFLOW(370),
    /** A Dockerfile or an ignore file, linted together with the workflow that builds the image. */
    DOCKERFILE(79),
    /** A template or a script that stands in for ours. */
    TEMPLATE(15),
    /** A repository that init and doctor look at. */
    REPOSITORY(8),
    /** The manifest of a language in such a repository, or the record of what Slipway has written. */
    MANIFEST(8),
    /** A repository with generated files: one of them, or the config, is changed. */
    TREE(12),
    /** Such a repository whose files are moved, missing, replaced by folders, links or pipes, or called strangely. */
    LAYOUT(7),
    /** Something valid that is very large. */
    LARGE(1);

    private final int share;

    Kind(int share) {
        this.share = share;
    }

    /** Of 1,000 inputs. */
    int share() {
        return share;
    }
}
