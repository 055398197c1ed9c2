package dev.slipway.plan;

import dev.slipway.config.DockerConfig;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Plans the image: which builds it takes its programs from, and what it is called. */
final class ImagePlanner {
    private static final String BASE = "debian:bookworm-slim";
    private static final Pointer PLACE = Pointer.of("/docker");

    private final DockerConfig docker;
    private final Project project;
    private final List<BuildGroup> groups;
    private final List<Problem> problems;

    ImagePlanner(DockerConfig docker, Project project, List<BuildGroup> groups, List<Problem> problems) {
        this.docker = docker;
        this.project = project;
        this.groups = groups;
        this.problems = problems;
    }

    /** What the image is built on. */
    static Base base(DockerConfig docker) {
        return Base.of(docker.base().orElse(BASE));
    }

    Optional<Image> image() {
        Base base = base(docker);
        Map<String, Build> builds = builds(base);
        List<Build> chosen = choose(builds);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        String name =
                docker.image().orElse("ghcr.io/" + project.repository().slug().toLowerCase(Locale.ROOT));
        return Optional.of(new Image(name, base, docker.user().orElseGet(this::user), chosen));
    }

    /** The project's name as Linux takes it for a user. */
    private String user() {
        String name = project.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-");
        return name.matches("[a-z_].{0,31}") ? name : "app";
    }

    /** One build a platform: the one whose C library the base has, or that needs none. */
    private Map<String, Build> builds(Base base) {
        Map<String, Build> builds = new LinkedHashMap<>();
        List<Build> linux = groups.stream()
                .filter(group -> group.os() == Os.LINUX)
                .flatMap(group -> group.builds().stream())
                .toList();
        if (linux.isEmpty() && !groups.isEmpty()) {
            problems.add(Problem.at(
                    PLACE.key(),
                    "an image without a Linux target",
                    "add 'linux-amd64' to the targets, or remove 'docker'"));
        }
        boolean hasGlibc = base.family() != Base.Family.SCRATCH && base.family() != Base.Family.ALPINE;
        Libc first = hasGlibc ? Libc.GNU : Libc.MUSL;
        linux.stream().filter(build -> build.target().libc() == first).forEach(build -> add(builds, build));
        linux.forEach(build -> {
            boolean added = add(builds, build);
            if (added && !hasGlibc) {
                problems.add(Problem.at(
                        PLACE.child("base"),
                        Quote.of(base.image()) + " has no GNU C library, which " + Quote.of(build.platform())
                                + " needs",
                        "add the target '" + build.platform() + "-musl', or take a base such as " + BASE));
            }
        });
        return builds;
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
                        PLACE.child("platforms").child(i),
                        "no target is built for " + Quote.of(platform),
                        builds.isEmpty() ? "" : "the targets give " + String.join(", ", builds.keySet())));
            }
        }
        return chosen;
    }
}
