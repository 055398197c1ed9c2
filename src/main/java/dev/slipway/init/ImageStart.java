package dev.slipway.init;

import dev.slipway.config.ImageGrammars;
import dev.slipway.detect.image.DockerInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a container of the image of today starts. Ours starts the first program, which prints its help.
 *
 * @param programs the names of what the image brings, the first one first
 * @param commands those of them that are certain; none if nothing is known of the programs
 * @param folder where they are called by their paths, with a slash at the end; empty where a name is enough
 */
record ImageStart(
        List<DockerInstruction> instructions, Set<String> programs, List<String> commands, String folder, Draft draft) {
    void add() {
        Optional<DockerInstruction> entry = ImageSettings.last(instructions, "ENTRYPOINT")
                .filter(one -> !one.text().equals("[]"));
        Optional<DockerInstruction> cmd = ImageSettings.last(instructions, "CMD")
                .filter(one -> !one.text().equals("[]"));
        if (entry.isEmpty() && cmd.isEmpty()) {
            return;
        }
        Optional<List<String>> started = entry.isEmpty() ? Optional.of(List.of()) : entry.flatMap(this::ofOurs);
        Optional<List<String>> arguments = cmd.isEmpty()
                ? Optional.of(List.of())
                : entry.isEmpty()
                        ? cmd.flatMap(this::ofOurs)
                        : cmd.flatMap(DockerInstruction::words).filter(this::valid);
        if (started.isEmpty() || arguments.isEmpty()) {
            entry.ifPresent(one ->
                    ImageSettings.left(draft, one, started.isEmpty() ? foreign() : "not taken over without CMD"));
            cmd.ifPresent(one -> ImageSettings.left(
                    draft, one, arguments.isEmpty() ? foreign() : "not taken over without ENTRYPOINT"));
            return;
        }
        boolean usual = entry.isPresent() && started.get().equals(List.of(folder + first()));
        if (!usual) {
            draft.set(List.of("docker", "entrypoint"), Setting.Items.words(started.get()));
        }
        entry.filter(any -> !usual)
                .ifPresent(one -> draft.taken("docker.entrypoint", one.text(), "from " + one.from()));
        boolean help = usual && arguments.get().equals(List.of("--help"));
        if (!help && (usual || !arguments.get().isEmpty())) {
            draft.set(List.of("docker", "cmd"), Setting.Items.words(arguments.get()));
        }
        if (entry.isEmpty()) {
            draft.taken("docker.entrypoint", "[]", "from " + cmd.orElseThrow().from() + ", without ENTRYPOINT");
        }
        cmd.filter(any -> !help).ifPresent(one -> draft.taken("docker.cmd", one.text(), "from " + one.from()));
        if (cmd.isEmpty() && usual) {
            draft.taken("docker.cmd", "[]", "from " + entry.orElseThrow().from() + ", without CMD");
        }
    }

    private String foreign() {
        return !commands.isEmpty()
                ? "no config can say it, or the image has no such program; ours starts '" + first() + "'"
                : "compare it with the generated one, which starts the first program of the config";
    }

    /** The name of the image's own program. */
    private String first() {
        return programs.iterator().next();
    }

    private boolean valid(List<String> words) {
        return words.stream().allMatch(ImageGrammars.ARGUMENT::matches);
    }

    /** A command whose program is ours, wherever it was, or a shell's. */
    private Optional<List<String>> ofOurs(DockerInstruction one) {
        return one.words().filter(words -> !words.isEmpty() && valid(words)).flatMap(words -> {
            String program = base(words.get(0));
            boolean ours = programs.contains(program) || copied().contains(program);
            boolean shell = program.matches("sh|bash|ash") && one.text().startsWith("[") && !startsFile(words);
            List<String> all = new ArrayList<>(words);
            String name = commands.contains(program) ? program : first();
            all.set(0, ours ? folder + name : words.get(0));
            if (ours && !name.equals(program)) {
                ImageSettings.left(draft, one, "this program is called '" + name + "' in the new image");
            }
            return ours || shell ? Optional.of(all) : Optional.empty();
        });
    }

    /** Whether a shell starts a script, which the image of the config does not contain. */
    private static boolean startsFile(List<String> words) {
        List<String> arguments = words.subList(1, words.size());
        return arguments.stream().noneMatch(word -> word.matches("-[a-z]*c"))
                && arguments.stream().anyMatch(word -> !word.startsWith("-"));
    }

    static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.exe$", "");
    }

    /** Other names that programs of ours are copied to. */
    private Set<String> copied() {
        return instructions.stream()
                .filter(one -> one.word().matches("COPY|ADD"))
                .map(one -> paths(one))
                .filter(words -> words.size() == 2 && programs.contains(base(words.get(0))))
                .map(words -> base(words.get(1)))
                .collect(Collectors.toSet());
    }

    static List<String> paths(DockerInstruction one) {
        return one.words().orElse(List.of(one.text().split("\\s+"))).stream()
                .filter(word -> !word.startsWith("--"))
                .toList();
    }
}
