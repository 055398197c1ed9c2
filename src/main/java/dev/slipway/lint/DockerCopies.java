package dev.slipway.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a Dockerfile copies from elsewhere than its main context.
 *
 * @param copies each copy from what is no image
 * @param words the words of the instructions that copy from a place, by its name
 */
record DockerCopies(DockerFile file, List<Copy> copies, Map<String, Set<String>> words) {
    private static final String MOUNT = "--mount=";
    private static final String FROM = "from=";

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

    /**
     * A copy.
     *
     * @param stage the number of its stage, the first at 0
     * @param line the line of its instruction
     * @param from the name of what it copies from
     */
    record Copy(int stage, int line, String from) {}

    static DockerCopies of(DockerFile file) {
        List<Copy> copies = new ArrayList<>();
        Map<String, Set<String>> words = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<DockerFile.Stage> stages = file.stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            for (DockerFile.Instruction instruction : stages.get(stage).body()) {
                Optional<String> from = source(instruction).filter(name -> !isImage(name));
                if (from.isPresent()) {
                    int line = instruction.place().node().span().start().line();
                    copies.add(new Copy(stage, line, from.get()));
                }
            }
        }
        for (DockerFile.Instruction instruction : file.instructions()) {
            if (instruction.is("COPY")) {
                instruction
                        .flag("from")
                        .ifPresent(name -> words.computeIfAbsent(name, it -> new HashSet<>())
                                .addAll(instruction.words()));
            }
        }
        return new DockerCopies(file, copies, words);
    }

    private static Optional<String> source(DockerFile.Instruction instruction) {
        if (instruction.is("COPY", "ADD")) {
            return instruction.flag("from");
        }
        return instruction.is("RUN") && instruction.arguments().contains(MOUNT)
                ? mounted(instruction.arguments())
                : Optional.empty();
    }

    /** What the first such mount is mounted from. */
    private static Optional<String> mounted(String arguments) {
        for (String word : arguments.split("\\s+")) {
            int mount = word.indexOf(MOUNT);
            int first = mount + MOUNT.length();
            for (int at = word.lastIndexOf(FROM); mount >= 0 && at >= first; at = word.lastIndexOf(FROM, at - 1)) {
                String rest = word.substring(at + FROM.length());
                String name = rest.contains(",") ? rest.substring(0, rest.indexOf(',')) : rest;
                boolean ofWord = Character.isLetterOrDigit(word.charAt(at - 1)) || word.charAt(at - 1) == '_';
                if (!ofWord && !name.isEmpty()) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isImage(String name) {
        return name.chars().anyMatch(c -> "/:@.$".indexOf(c) >= 0) || IMAGES.contains(name);
    }
}
