package dev.slipway.plan;

import java.util.Locale;

/**
 * Where the generated files of a project are in its repository, and how they differ from those of another project.
 *
 * @param project the word for the project among several; empty for the one of {@code slipway.yml}
 * @param dockerfile the Dockerfile of its image, from which those of variants have their names
 */
public record Paths(String project, String dockerfile) {
    /** The config whose files have the usual names. */
    public static final String CONFIG = "slipway.yml";

    /** The paths of a repository with one project. */
    public static final Paths USUAL = named("");

    private static final String WORKFLOWS = ".github/workflows/";
    private static final String DOCKERFILE = "Dockerfile";

    public Paths {
        if (!project.isEmpty() && !project.matches("[a-z0-9_]++([.-]++[a-z0-9_]++)*+")) {
            throw new IllegalArgumentException("'" + project + "' cannot be part of a file name");
        }
    }

    /**
     * The paths of what a config generates. The config's name decides, not the project's: a workflow that a registry
     * trusts by its file name keeps that name when the project gets another.
     *
     * @param config relative to the root of the repository: {@code beta.yml}, {@code slipway.beta.yml},
     *     {@code beta.slipway.yml} and {@code beta/slipway.yml} are all the project {@code beta}
     */
    public static Paths of(String config) {
        if (config.equals(CONFIG)) {
            return USUAL;
        }
        boolean outside = config.startsWith("/") || config.startsWith("..") || config.indexOf(':') >= 0;
        String inside = outside ? config.substring(config.lastIndexOf('/') + 1) : config;
        String word = inside.toLowerCase(Locale.ROOT)
                .replaceFirst("\\.ya?ml$", "")
                .replaceFirst("^(|.*/)slipway$", "$1")
                .replaceFirst("^(|.*/)slipway\\.([^/]+)$", "$1$2")
                .replaceFirst("\\.slipway$", "")
                .replaceAll("[^a-z0-9_.]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "")
                .replaceAll("[.-]{2,}", "-");
        return named(word);
    }

    private static Paths named(String project) {
        return new Paths(project, project.isEmpty() ? DOCKERFILE : DOCKERFILE + "." + project);
    }

    /** The same with the Dockerfile elsewhere. */
    public Paths withDockerfile(String path) {
        return new Paths(project, path);
    }

    /** The workflow that a tag starts. */
    public String release() {
        return WORKFLOWS + releaseFile();
    }

    /** The name of that workflow's file, by which registries and {@code gh} know it. */
    public String releaseFile() {
        return mark("release-and-publish") + ".yml";
    }

    /** The workflow that tests every change. */
    public String ci() {
        return WORKFLOWS + mark("ci") + ".yml";
    }

    /** The Dockerfile of a variant: the first variant has the plain name. */
    public String dockerfile(ImageVariant variant) {
        return variant.suffix().isEmpty() ? dockerfile : dockerfile + "." + variant.name();
    }

    /**
     * The ignore file of a Dockerfile: one for the repository if the Dockerfile has the usual place, otherwise that of the
     * Dockerfile alone.
     *
     * @see <a href="https://docs.docker.com/build/concepts/context/#filename-and-location">filename and location</a>
     */
    public String dockerignore(ImageVariant variant) {
        return dockerfile.equals(DOCKERFILE) ? dockerignore() : dockerfile(variant) + ".dockerignore";
    }

    /** The ignore file of the plain variant. */
    public String dockerignore() {
        return dockerfile.equals(DOCKERFILE) ? ".dockerignore" : dockerfile + ".dockerignore";
    }

    /** Whether builds find the Dockerfile of a variant by its default name. */
    public boolean usual(ImageVariant variant) {
        return dockerfile(variant).equals(DOCKERFILE);
    }

    /** The folder of package files, with placeholders for what only a release knows. */
    public String packages() {
        return ".slipway/packages/" + (project.isEmpty() ? "" : project + "/");
    }

    /** The folder of the scripts that are too long to be read inside a workflow. */
    public String scripts() {
        return ".slipway/scripts/" + (project.isEmpty() ? "" : project + "/");
    }

    /** A name that no other project has, such as {@code ci-beta}. */
    public String mark(String name) {
        return project.isEmpty() ? name : name + "-" + project;
    }

    /** A title that no other project has, such as {@code Release beta}. */
    public String title(String title) {
        return project.isEmpty() ? title : title + " " + project;
    }
}
