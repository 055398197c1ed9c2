package dev.slipway.blueprint;

/** Where generated files stand in a repository. */
public final class Paths {
    public static final String RELEASE = ".github/workflows/release-and-publish.yml";
    public static final String CI = ".github/workflows/ci.yml";
    public static final String DOCKERFILE = "Dockerfile";
    public static final String DOCKERIGNORE = ".dockerignore";

    private Paths() {}
}
