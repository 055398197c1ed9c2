package dev.slipway.shell;

import dev.slipway.shell.Made.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the commands of a script do to the files of a job: they make, move, remove, compress, pack and sign them. */
public final class FileCommands {
    private static final int MOST_PROGRAMS = 32;

    private static final Map<String, String> COMPRESSED =
            Map.of("gzip", ".gz", "pigz", ".gz", "xz", ".xz", "zstd", ".zst", "bzip2", ".bz2");

    /** Commands that get an archive from elsewhere, or look for it. */
    private static final Set<String> FETCHING = Set.of(
            "curl", "wget", "gh", "unzip", "tar", "gtar", "bsdtar", "7z", "7za", "ditto", "Expand-Archive", "test");

    private final Tree tree;
    /** What the last {@code tar} wrote, for a program that compresses it. */
    private List<Program> streamed = List.of();

    /** Commands that change a tree. */
    public FileCommands(Tree tree) {
        this.tree = tree;
    }

    /** Does to the tree what a command does to files. */
    public void started(Command command) {
        String program = command.program();
        Copying copying = new Copying(command, tree);
        Optional<PackCommand> packing = PackCommand.of(command);
        if (program.matches("mkdir|New-Item|md")) {
            plain(command).forEach(word -> tree.folder(Tree.path(command.folder(), word)));
        } else if (copying.is()) {
            copying.run();
        } else if (program.matches("rm|Remove-Item|del|rmdir")) {
            plain(command).forEach(word -> removes(command.folder(), word));
        } else if (packing.isPresent()) {
            packs(command, packing.get());
        } else if (program.equals("lipo")) {
            option(command, "-output", "-o").ifPresent(word -> compiles(command, word));
        } else if (program.equals("go") && command.arguments().contains("build")) {
            option(command, "-o")
                    .map(word -> word.endsWith("/") ? word + program(command) : word)
                    .or(() -> Optional.of(program(command)).filter(name -> !name.startsWith(Symbols.NAME)))
                    .ifPresent(word -> compiles(command, word));
        } else if (COMPRESSED.containsKey(program)) {
            compresses(command);
        } else {
            others(command);
        }
    }

    /** What Go calls a program that it leaves in a folder: by its package, else by its module. */
    private static String program(Command command) {
        List<String> words = command.arguments();
        String last = words.get(words.size() - 1).replaceFirst("(?<=\\w)/(?:\\.\\.\\.)?$", "");
        boolean named = last.matches("\\.?\\.?/[\\w./-]*\\w")
                && !last.equals(option(command, "-o").orElse(""));
        return (named ? Tree.name(last) : Symbols.NAME)
                + (command.env().getOrDefault("GOOS", "").equals("windows") ? ".exe" : "");
    }

    private void others(Command command) {
        if (uploads(command)) {
            command.arguments().forEach(word -> tree.publish(command.folder(), word));
        }
        for (String word : command.arguments()) {
            packed(command, word);
            if (isOwn(command)) {
                tree.hand(command.folder(), word);
            }
        }
        Signature.files(command)
                .forEach(word -> Map.copyOf(tree.find(command.folder(), word.file()))
                        .keySet()
                        .forEach(path -> tree.makes(command, path + word.ending(), List.of())));
        if (command.program().matches("g?tar|bsdtar")) {
            streamed = programs(command.folder(), plain(command));
        }
        redirects(command, List.of());
        Signature.named(command).forEach(word -> tree.makes(command, Tree.path(command.folder(), word), List.of()));
        result(command)
                .map(word -> Tree.path(command.folder(), word))
                .filter(Tree::isFile)
                .ifPresent(path -> tree.makes(command, path, List.of()));
    }

    /**
     * An archive that a command gets, and that is called like a file next to it: something unseen packed that file. If a program of
     * the repository got the file before, it is the one that packed it, and put the archive in its place.
     */
    private void packed(Command command, String word) {
        String ending = PackCommand.ending(word);
        String path = Tree.path(command.folder(), word);
        String plain = path.substring(0, path.length() - ending.length());
        Made file = tree.files().get(plain);
        boolean fetched = FETCHING.contains(command.program());
        if (!fetched && !ending.isEmpty() && file != null && !tree.files().containsKey(path)) {
            tree.makes(command, path, file.programs());
            if (tree.isHanded(plain)) {
                tree.remove(plain);
            }
        }
    }

    /** Whether it uploads files to a release: what is deleted later is in it. */
    private static boolean uploads(Command command) {
        return command.program().equals("ghr")
                || command.program().matches("gh|hub") && command.arguments().contains("release");
    }

    /** Whether a program of the repository is started, as far as its path or its interpreter shows. */
    private static boolean isOwn(Command command) {
        String first = command.words().get(0);
        return first.indexOf('/') > 0 || command.program().matches("python3?|node|deno|ruby|perl|php");
    }

    /** What has a part that only a run knows is one file, and nobody can tell which. */
    private void removes(String folder, String word) {
        if (word.contains(Symbols.UNKNOWN)) {
            return;
        }
        Set<String> removed = new LinkedHashSet<>(tree.find(folder, word).keySet());
        if (word.endsWith("/")) { // only folders
            removed.removeAll(tree.named(folder, word).keySet());
        }
        removed.forEach(tree::remove);
    }

    /** The file that a command names as its result. */
    private static Optional<String> result(Command command) {
        Optional<String> packed = Installer.of(command);
        if (packed.isPresent()) {
            return packed;
        }
        return option(command, "-o", "--output", "--out", "-out", "-OutFile")
                .or(() -> command.words().stream()
                        .filter(word -> word.matches("(?s)--(output|out)=.*"))
                        .map(word -> word.substring(word.indexOf('=') + 1))
                        .findFirst())
                .filter(word -> word.matches("(?s).*\\.[A-Za-z0-9]{1,8}")
                        || command.program().equals("rhash"))
                .or(() -> CargoPackers.result(command));
    }

    private void redirects(Command command, List<Program> programs) {
        String path = Tree.path(command.folder(), command.output());
        if (!command.output().isEmpty() && Tree.isFile(path)) {
            tree.makes(command, path, programs);
        }
    }

    private void compiles(Command command, String word) {
        String path = Tree.path(command.folder(), word);
        tree.makes(command, path, List.of(new Program(tree.row(), path, Optional.of(command))));
    }

    private void compresses(Command command) {
        if (!command.output().isEmpty()) {
            List<Program> own = programs(command.folder(), plain(command));
            redirects(command, own.isEmpty() ? streamed : own);
            return;
        }
        String ending = COMPRESSED.getOrDefault(command.program(), "");
        boolean opens = command.arguments().stream()
                .anyMatch(word -> word.equals("--decompress")
                        || word.startsWith("-") && !word.startsWith("--") && word.indexOf('d') > 0);
        plain(command).stream()
                .filter(word -> !opens)
                .forEach(word -> Map.copyOf(tree.find(command.folder(), word))
                        .forEach((path, made) -> tree.makes(command, path + ending, made.programs())));
    }

    private void packs(Command command, PackCommand packing) {
        String inside = packing.folder().isEmpty() ? command.folder() : Tree.path(command.folder(), packing.folder());
        tree.makes(command, Tree.path(command.folder(), packing.path()), programs(inside, packing.operands()));
    }

    private List<Program> programs(String folder, List<String> words) {
        return words.stream()
                .flatMap(word -> tree.find(folder, word).values().stream())
                .flatMap(made -> made.programs().stream())
                .distinct()
                .limit(MOST_PROGRAMS)
                .toList();
    }

    /** The words of a command that are neither options nor modes of files. */
    static List<String> plain(Command command) {
        return command.arguments().stream()
                .filter(word -> !word.startsWith("-") && !word.matches("[0-7]{3,4}"))
                .toList();
    }

    /** The value of the first of several options that a command has. */
    static Optional<String> option(Command command, String... names) {
        List<String> words = command.arguments();
        for (String name : names) {
            int at = words.indexOf(name);
            if (at >= 0 && at + 1 < words.size()) {
                return Optional.of(words.get(at + 1));
            }
        }
        return Optional.empty();
    }
}
