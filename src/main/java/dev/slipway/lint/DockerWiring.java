package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds images whose Dockerfile copies from places that the build does not provide. */
final class DockerWiring implements Rule<WorkflowFile> {
    private static final Pattern MOUNT_FROM = Pattern.compile("--mount=\\S*\\bfrom=([^,\\s]+)");
    private static final String ARCHITECTURE = "\\$\\{?TARGETARCH}?";
    private static final String VARIANT = "\\$\\{?TARGETVARIANT}?";
    /** Official images that Dockerfiles copy from by a bare name. */
    private static final Set<String> IMAGES = Set.of(
            "alpine",
            "amazoncorretto",
            "bash",
            "busybox",
            "caddy",
            "composer",
            "debian",
            "docker",
            "fedora",
            "gcc",
            "golang",
            "gradle",
            "haproxy",
            "httpd",
            "maven",
            "memcached",
            "mysql",
            "nginx",
            "node",
            "openjdk",
            "php",
            "postgres",
            "python",
            "redis",
            "ruby",
            "rust",
            "swift",
            "traefik",
            "ubuntu");

    @Override
    public String id() {
        return "docker-wiring";
    }

    @Override
    public String summary() {
        return "what a Dockerfile copies from is a stage, a build context of the step, or an image; and every platform has its folder";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (ImageBuild build : ImageBuild.in(file)) {
            Optional<DockerFile> dockerfile = build.dockerfile().flatMap(context::dockerfile);
            dockerfile.ifPresent(found -> {
                checkSources(build, found, problems);
                build.namedContexts()
                        .forEach((name, folder) -> checkFolders(file, build, found, name, folder, problems));
            });
        }
        return problems.stream().distinct().toList();
    }

    private static void checkSources(ImageBuild build, DockerFile dockerfile, List<Problem> problems) {
        Set<String> provided = new TreeSet<>(build.namedContexts().keySet());
        List<DockerFile.Stage> stages = dockerfile.stages();
        for (int i = 0; i < stages.size(); i++) {
            for (DockerFile.Instruction instruction : stages.get(i).body()) {
                Optional<String> unknown = source(instruction)
                        .filter(name -> !provided.contains(name.toLowerCase(Locale.ROOT)) && !isImage(name));
                unknown.ifPresent(name -> problems.add(build.step()
                        .input("build-contexts")
                        .problem(
                                dockerfile.source().name() + ":"
                                        + instruction
                                                .place()
                                                .node()
                                                .span()
                                                .start()
                                                .line() + " copies from '" + name
                                        + "', which is neither a stage before it nor a build context of this step",
                                Phrases.meant(name, provided, "stages and contexts"))));
            }
            provided.add(Integer.toString(i));
            provided.add(stages.get(i).name().toLowerCase(Locale.ROOT));
            provided.remove("");
        }
    }

    private static Optional<String> source(DockerFile.Instruction instruction) {
        if (instruction.is("COPY", "ADD")) {
            return instruction.flag("from");
        }
        Matcher mount = MOUNT_FROM.matcher(instruction.arguments());
        return instruction.is("RUN") && mount.find() ? Optional.of(mount.group(1)) : Optional.empty();
    }

    private static boolean isImage(String name) {
        return name.matches(".*[/:@.$].*") || IMAGES.contains(name);
    }

    /** Where the Dockerfile picks a folder by architecture, every platform must have one. */
    private static void checkFolders(
            WorkflowFile file,
            ImageBuild build,
            DockerFile dockerfile,
            String name,
            String folder,
            List<Problem> problems) {
        Set<String> words = dockerfile.instructions().stream()
                .filter(instruction -> instruction.is("COPY")
                        && instruction
                                .flag("from")
                                .filter(name::equalsIgnoreCase)
                                .isPresent())
                .flatMap(instruction -> instruction.words().stream())
                .collect(Collectors.toSet());
        boolean byVariant = words.stream().anyMatch(word -> word.matches(ARCHITECTURE + VARIANT + "/.*"));
        boolean byArchitecture = byVariant || words.stream().anyMatch(word -> word.matches(ARCHITECTURE + "/.*"));
        Optional<Set<String>> made = ContextFolders.below(file, build, folder);
        if (!byArchitecture || made.isEmpty()) {
            return;
        }
        for (String platform : build.platforms()) {
            String[] parts = platform.split("/");
            String variant = byVariant && parts.length > 2 ? parts[2] : "";
            String architecture = (parts.length > 1 ? parts[1] : platform) + variant;
            if (!made.get().contains(architecture)) {
                problems.add(build.step()
                        .input("platforms")
                        .problem(
                                "nothing puts a folder '" + folder + "/" + architecture + "' there for platform '"
                                        + platform + "'",
                                made.get().isEmpty()
                                        ? "download its files first"
                                        : "the folders are " + String.join(", ", made.get())));
            }
        }
    }
}
