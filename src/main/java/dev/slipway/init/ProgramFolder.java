package dev.slipway.init;

import dev.slipway.config.ImageGrammars;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.image.DockerInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the image of today has its programs: other images copy them from there.
 *
 * @param programs the names of what the image brings, the first one first
 * @param base what it is based on: an empty one has no working folder but the top
 */
record ProgramFolder(List<DockerInstruction> instructions, Set<String> programs, String base) {
    private static final Set<String> FOLDERS =
            Set.of("/bin", "/sbin", "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin");

    /** What starts it says it first, then what copies it, then what makes it there; nothing if none has an absolute path. */
    Optional<Fact<String>> find() {
        Stream<Optional<Fact<String>>> started = Stream.of("ENTRYPOINT", "CMD")
                .flatMap(word -> ImageSettings.last(instructions, word).stream())
                .map(one -> started(one).map(folder -> new Fact<>(folder, one.from())));
        Stream<Optional<Fact<String>>> copied = instructions.stream()
                .filter(one -> one.word().matches("COPY|ADD"))
                .map(one -> copied(absolute(ImageStart.paths(one))).map(folder -> new Fact<>(folder, one.from())));
        Stream<Optional<Fact<String>>> made = instructions.stream()
                .filter(one -> one.word().equals("RUN"))
                .map(one -> made(one.text()).map(folder -> new Fact<>(folder, one.from())));
        return Stream.of(started, copied, made)
                .flatMap(facts -> facts)
                .flatMap(Optional::stream)
                .filter(folder -> ImageGrammars.IMAGE_FOLDER.matches(folder.value()))
                .findFirst();
    }

    private Optional<String> started(DockerInstruction one) {
        return one.words()
                .flatMap(words -> words.stream().findFirst())
                .map(this::absolute)
                .filter(program ->
                        program.startsWith("/") && (programs.contains(ImageStart.base(program)) || isCopied(program)))
                .map(ProgramFolder::folder);
    }

    /** The usual folder of programs in which a command makes, moves or marks one of them. */
    private Optional<String> made(String script) {
        return Stream.of(script.split("[\\s;&|=]+"))
                .filter(word -> word.startsWith("/") && programs.contains(ImageStart.base(word)))
                .map(ProgramFolder::folder)
                .filter(FOLDERS::contains)
                .findFirst();
    }

    /** Whether a program of ours has this path in the image, under another name. */
    private boolean isCopied(String path) {
        return instructions.stream()
                .filter(one -> one.word().matches("COPY|ADD"))
                .map(one -> absolute(ImageStart.paths(one)))
                .anyMatch(paths -> paths.size() == 2
                        && programs.contains(ImageStart.base(paths.get(0)))
                        && paths.get(1).equals(path));
    }

    private Optional<String> copied(List<String> paths) {
        if (paths.size() < 2 || !paths.get(paths.size() - 1).startsWith("/")) {
            return Optional.empty();
        }
        String last = paths.get(paths.size() - 1);
        String plain = last.replaceFirst("(?<=.)/$", "");
        boolean brings = paths.stream().limit(paths.size() - 1L).anyMatch(path -> isOurs(ImageStart.base(path)));
        boolean all = FOLDERS.contains(plain) && paths.stream().anyMatch(path -> path.endsWith("/*"));
        if (all || brings && (last.endsWith("/") || FOLDERS.contains(last))) {
            return Optional.of(plain);
        }
        return programs.contains(ImageStart.base(last)) ? Optional.of(folder(last)) : Optional.empty();
    }

    /** Whether it is a program, or a pattern such as {@code kelp*} for programs. */
    private boolean isOurs(String name) {
        String start = name.replaceFirst("\\*$", "");
        return programs.contains(name)
                || !start.isEmpty()
                        && !start.equals(name)
                        && programs.stream().anyMatch(program -> program.startsWith(start));
    }

    /** The same with its last path resolved against {@code WORKDIR}, if there is one. */
    private List<String> absolute(List<String> paths) {
        List<String> all = new ArrayList<>(paths);
        if (!all.isEmpty()) {
            String last = all.get(all.size() - 1);
            boolean whole = last.startsWith("/") || last.startsWith("$");
            all.set(all.size() - 1, whole ? last : absolute("./" + last.replaceFirst("^\\./?", "")));
        }
        return all;
    }

    /** A path from the working folder is one from the top. */
    private String absolute(String path) {
        Optional<String> empty = base.equals("scratch") ? Optional.of("/") : Optional.empty();
        return ImageSettings.last(instructions, "WORKDIR")
                .map(one -> one.text().replaceFirst("(?<=.)/$", ""))
                .or(() -> empty)
                .filter(folder -> folder.startsWith("/") && path.startsWith("./"))
                .map(folder -> (folder.equals("/") ? "" : folder) + path.substring(1))
                .orElse(path);
    }

    private static String folder(String path) {
        int end = path.lastIndexOf('/');
        return end == 0 ? "/" : path.substring(0, end);
    }
}
