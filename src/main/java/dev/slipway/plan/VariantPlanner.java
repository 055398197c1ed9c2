package dev.slipway.plan;

import dev.slipway.config.DockerConfig;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plans the bases of an image, and which builds fit each of them. */
final class VariantPlanner {
    private static final String BASE = "debian";

    private final DockerConfig docker;
    private final Project project;
    private final Toolchain toolchain;
    private final List<BuildGroup> groups;
    private final List<Problem> problems;

    VariantPlanner(
            DockerConfig docker,
            Project project,
            Toolchain toolchain,
            List<BuildGroup> groups,
            List<Problem> problems) {
        this.docker = docker;
        this.project = project;
        this.toolchain = toolchain;
        this.groups = groups;
        this.problems = problems;
    }

    /** What each variant is built on, by its name; an image without variants has one that needs none. */
    static Map<String, Base> bases(DockerConfig docker, boolean gnu) {
        Map<String, Base> bases = new LinkedHashMap<>();
        docker.variants().forEach((name, image) -> {
            if (!name.isEmpty()) {
                bases.put(name, Base.named(image.isEmpty() ? name : image, gnu));
            }
        });
        return bases.isEmpty() ? Map.of("", Base.named(docker.base().orElse(BASE), gnu)) : bases;
    }

    private static boolean anyGnu(List<Build> builds) {
        return builds.stream().anyMatch(build -> build.target().libc() == Libc.GNU);
    }

    List<ImageVariant> variants() {
        List<Build> linux = groups.stream()
                .flatMap(group -> group.builds().stream())
                .filter(build -> build.target().hasImages() && !build.own().experimental())
                .toList();
        checkBases(linux);
        List<ImageVariant> variants = new ArrayList<>();
        bases(docker, anyGnu(linux)).forEach((name, base) -> {
            List<Build> builds = choose(builds(linux, base, place(name)));
            checkAge(builds, base, place(name));
            checkShell(base, place(name));
            String suffix = variants.isEmpty() ? "" : "-" + name;
            variants.add(new ImageVariant(name, suffix, base, user(base), builds));
        });
        return variants;
    }

    private Pointer place(String variant) {
        return variant.isEmpty()
                ? ImagePlanner.PLACE.child("base")
                : ImagePlanner.PLACE.child("variants").child(variant);
    }

    private void checkBases(List<Build> linux) {
        if (linux.isEmpty() && !groups.isEmpty()) {
            problems.add(Problem.at(
                    ImagePlanner.PLACE.key(),
                    "an image needs a Linux target",
                    "add 'linux-amd64' to the targets, or remove 'docker'"));
        }
        if (docker.base().isPresent() && !docker.variants().isEmpty()) {
            problems.add(Problem.at(
                    place("").key(),
                    "'base' has no effect: each variant has its own",
                    "move it to its variant: 'variants: { debian: " + BASE + ":bookworm-slim }'"));
        }
        docker.variants().forEach((name, image) -> {
            if (image.isEmpty() && !name.isEmpty() && !Base.WORDS.contains(name)) {
                problems.add(Problem.at(
                        place(name),
                        "unknown variant " + Quote.of(name) + ": no base image given",
                        Suggestion.nearest(name, Base.WORDS)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("write its base: 'variants: { " + name + ": image:tag }'")));
            }
        });
        bases(docker, anyGnu(linux)).forEach((name, base) -> {
            if (base.image().contains("@") && base.image().matches("([^@]*/)?[^@/:]+@.*")) {
                problems.add(Problem.at(
                        place(name),
                        Quote.of(base.image()) + " has a digest but no tag, so its system is unknown",
                        "write the tag before the digest, such as 'debian:bookworm-slim@sha256:…'"));
            }
        });
    }

    /** One build a platform: the one whose C library the base has, or that needs none. */
    private Map<String, Build> builds(List<Build> linux, Base base, Pointer place) {
        Map<String, Build> builds = new LinkedHashMap<>();
        Libc first = base.hasGlibc() ? Libc.GNU : Libc.MUSL;
        linux.stream().filter(build -> build.target().libc() == first).forEach(build -> add(builds, build));
        List<String> lacking = new ArrayList<>();
        linux.forEach(build -> {
            boolean added = add(builds, build);
            if (added && !base.hasGlibc() && !toolchain.standsAlone() && wanted(build)) {
                lacking.add(build.platform());
            }
        });
        if (!lacking.isEmpty()) {
            boolean one = lacking.size() == 1;
            problems.add(Problem.at(
                    place,
                    Quote.of(base.image()) + " has no GNU C library, which "
                            + String.join(
                                    " and ", lacking.stream().map(Quote::of).toList())
                            + (one ? " needs" : " need"),
                    (one ? "add the target '" : "add the targets '") + String.join("-musl' and '", lacking)
                            + "-musl', or use a base such as "
                            + Base.named(BASE, true).image()));
        }
        return builds;
    }

    private boolean wanted(Build build) {
        return docker.platforms().isEmpty()
                || docker.platforms().contains(build.target().platform());
    }

    private static boolean add(Map<String, Build> builds, Build build) {
        return builds.putIfAbsent(build.target().platform(), build) == null;
    }

    private List<Build> choose(Map<String, Build> builds) {
        if (docker.platforms().isEmpty()) {
            return List.copyOf(builds.values());
        }
        List<Build> chosen = new ArrayList<>();
        for (int i = 0; i < docker.platforms().size(); i++) {
            String platform = docker.platforms().get(i);
            Build build = builds.get(platform);
            if (build != null) {
                chosen.add(build);
            } else if (!platform.isEmpty()) {
                problems.add(Problem.at(
                        ImagePlanner.PLACE.child("platforms").child(i),
                        "the image has no program for " + Quote.of(platform),
                        missing(platform, builds)));
            }
        }
        return chosen;
    }

    private static String missing(String platform, Map<String, Build> builds) {
        return Target.allWords().stream()
                .filter(word -> word.startsWith("linux-"))
                .filter(word -> Target.of(word).orElseThrow().platform().equals(platform))
                .findFirst()
                .map(word -> "add the target '" + word + "', or remove the platform")
                .orElse(builds.isEmpty() ? "" : "the targets support " + String.join(", ", builds.keySet()));
    }

    private void checkShell(Base base, Pointer place) {
        if (base.family() == Base.Family.DISTROLESS
                && toolchain.startsByShell()
                && docker.contents().entrypoint().isEmpty()) {
            String folder = "/opt/" + project.name() + "/lib/";
            problems.add(Problem.at(
                    place,
                    Quote.of(base.image()) + " has no shell, but the launcher of the program is a shell script",
                    "write 'base: debian', or start Java directly: 'entrypoint: [" + folder + "runtime/bin/java, -jar, "
                            + folder + "app/" + project.name() + ".jar]'"));
        }
    }

    /** A program does not start with a C library that is older than the one it was linked with. */
    private void checkAge(List<Build> builds, Base base, Pointer place) {
        List<String> inImage = builds.stream().map(Build::platform).toList();
        for (BuildGroup group : groups) {
            group.builds().stream()
                    .filter(build -> toolchain.linksLibc()
                            && build.target().libc() == Libc.GNU
                            && inImage.contains(build.platform()))
                    .flatMap(build -> tooOld(build, group, base, place).stream())
                    .findFirst()
                    .ifPresent(problems::add);
        }
    }

    private Optional<Problem> tooOld(Build build, BuildGroup group, Base base, Pointer place) {
        if (group.container().isPresent() && group.container().equals(base.forBuilding())) {
            return Optional.empty(); // the same system
        }
        String older = base.forBuilding()
                .map(image -> ", or build in an older system: 'linux: { container: " + image + " }'")
                .orElse("");
        return MinimumGlibc.of(toolchain, group, build)
                .libc()
                .flatMap(made -> base.libc()
                        .filter(own -> base.hasGlibc() && !own.runs(made))
                        .map(own -> Problem.at(
                                place,
                                Quote.of(base.image()) + " has " + own + ", and " + Quote.of(build.platform())
                                        + " is linked with " + made + " in " + Quote.of(group.place(build)),
                                "use a newer base" + older)));
    }

    /** The user that the program runs as: one without privileges, from the base or created in the image. */
    private String user(Base base) {
        String usual = switch (base.family()) {
            case DEBIAN, ALPINE, SCRATCH -> projectUser();
            case DISTROLESS -> "nonroot";
            case OTHER -> "1000:1000";
        };
        docker.user().ifPresent(user -> checkUser(user, base));
        return docker.user().orElse(usual);
    }

    private void checkUser(String user, Base base) {
        Pointer place = ImagePlanner.PLACE.child("user");
        boolean distroless = base.family() == Base.Family.DISTROLESS;
        if (distroless && !user.matches("root|nobody|nonroot|[0-9:]+")) {
            problems.add(Problem.at(
                    place,
                    Quote.of(base.image()) + " has no user " + Quote.of(user),
                    "write 'nonroot', or a number such as 1000"));
        }
        if (distroless && user.equals("root") && base.image().contains("nonroot")) {
            problems.add(Problem.at(
                    place,
                    Quote.of(base.image()) + " does not run as root",
                    "use its tag without 'nonroot', or write 'nonroot'"));
        }
    }

    /** The project's name as a user name of Linux. */
    private String projectUser() {
        String name = project.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return name.matches("[a-z_].{0,31}") ? name : "app";
    }
}
