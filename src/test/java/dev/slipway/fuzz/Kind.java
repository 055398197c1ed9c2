package dev.slipway.fuzz;

/**
 * What is changed, and what then reads it.
 */
enum Kind {
    /** A config: generated from, and what comes of it is validated. */
    CONFIG(500),
    /** A workflow, linted. */
    WORKFLOW(380),
    /** A Dockerfile or an ignore file, linted together with the workflow that builds the image. */
    DOCKERFILE(80),
    /** A template or a script that stands in for ours. */
    TEMPLATE(15),
    /** A repository that init and doctor look at. */
    REPOSITORY(10),
    /** A repository with generated files: one of them, the config or the record of what was written is changed. */
    TREE(15);

    private final int share;

    Kind(int share) {
        this.share = share;
    }

    /** Of 1,000 inputs. */
    int share() {
        return share;
    }
}
