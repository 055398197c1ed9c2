package dev.slipway.blueprint;

import dev.slipway.plan.ImageVariant;

/** Where generated files stand in a repository. */
public final class Paths {
    public static final String RELEASE = ".github/workflows/release-and-publish.yml";
    public static final String CI = ".github/workflows/ci.yml";
    public static final String DOCKERFILE = "Dockerfile";
    public static final String DOCKERIGNORE = ".dockerignore";

    /** The files of packages, which lack what only a release knows. */
    public static final String PACKAGES = ".slipway/packages/";

    /** The scripts that are too long to be read inside a workflow. */
    public static final String SCRIPTS = ".slipway/scripts/";

    private Paths() {}

    /** The Dockerfile of a variant: the usual one has the usual name. */
    static String dockerfile(ImageVariant variant) {
        return variant.suffix().isEmpty() ? DOCKERFILE : DOCKERFILE + "." + variant.name();
    }
}
