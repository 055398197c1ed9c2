package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.Command;
import dev.slipway.shell.PackCommand;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is in an archive, by the commands before the one that packs it.
 *
 * @param staged those commands
 * @param packed the folder that is packed
 * @param place where the packing command is started
 * @param checkout the folder that the repository is checked out into
 * @param unknown files that are in it, but not in the repository
 * @param placed all that is copied into the folder that is packed
 */
record Contents(
        RepositoryFiles files,
        List<Command> staged,
        PackCommand packing,
        PackedFolder packed,
        String place,
        String checkout,
        Set<String> unknown,
        Set<String> placed) {
    private static final Set<String> COPIES =
            Set.of("cp", "install", "mv", "move", "copy", "Copy-Item", "Move-Item", "rsync");

    /** What compresses a file in its place, and the ending that it gets. */
    private static final Map<String, String> COMPRESSORS =
            Map.of("gzip", ".gz", "pigz", ".gz", "xz", ".xz", "bzip2", ".bz2", "zstd", ".zst");

    /** Options with which they do something else. */
    private static final Set<String> OTHERWISE =
            Set.of("-d", "--decompress", "-c", "--stdout", "-t", "--test", "-l", "--list");

    static FoundArchive of(
            RepositoryFiles files, List<Command> staged, PackCommand packing, String place, String checkout) {
        List<Command> renamed = MadeFolders.renamed(staged);
        return new Contents(
                        files,
                        renamed,
                        packing,
                        PackedFolder.of(packing, renamed, place),
                        place,
                        checkout.isEmpty() ? "" : checkout + "/",
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>())
                .archive();
    }

    private FoundArchive archive() {
        String ending = AssetNames.ending(packing.path());
        Set<String> include = new LinkedHashSet<>();
        Map<String, String> generated = new LinkedHashMap<>();
        Optional<String> other = packed.other();
        boolean folder = packed.isNamed() || other.isPresent();
        packing.operands().forEach(operand -> named(operand, include));
        staged.forEach(command -> {
            if (COPIES.contains(command.program())) {
                copied(command, include, generated);
            } else if (command.program().equals("cat") && !command.output().isEmpty()) {
                joined(command);
            } else if (!command.output().isEmpty()) {
                generated(command, generated);
            }
        });
        staged.forEach(command -> compressed(command, include));
        filledElsewhere(generated.keySet()).forEach(unknown::add);
        written().stream().filter(path -> !generated.containsKey(path)).forEach(unknown::add);
        boolean programs = include.isEmpty()
                && generated.isEmpty()
                && unknown.stream().allMatch(file -> file.startsWith(FoundArchive.PROGRAM))
                && !folder;
        boolean alone =
                programs && (placed.size() > 0 || packing.operands().stream().noneMatch(PackedFolder::isOpen));
        String layout = folder ? "dir" : alone ? "bin" : "flat";
        return new FoundArchive(
                packing.stem(),
                ending,
                Optional.of(layout),
                List.copyOf(include),
                generated,
                List.copyOf(unknown),
                other);
    }

    /** A file that is packed by its name; one that the repository lacks and that is no program comes from the build. */
    private void named(String operand, Set<String> include) {
        String path = Tree.path(Tree.path(place, packing.folder()), operand);
        boolean program = compiled().anyMatch(path::equals) || isProgram(operand) && isNamesake(operand);
        if (program) {
            return;
        }
        Optional<String> pattern = repositoryFile(operand, "")
                .or(() -> path.equals(operand) ? Optional.empty() : repositoryFile(path, ""));
        pattern.ifPresent(include::add);
        boolean built = PackedFolder.last(operand).matches("[^*{}$]+\\.[A-Za-z0-9]+") && !isProgram(operand);
        boolean folder = isFilled(operand) || isOtherFolder(operand);
        if (pattern.isEmpty() && (built || folder) && packing.operands().size() > 1) {
            unknown.add(folder ? MadeFolders.plain(operand) + "/" : operand);
        }
    }

    /** Whether a folder that is written as one is neither the whole archive nor that of the compiler. */
    private static boolean isOtherFolder(String operand) {
        return operand.endsWith("/")
                && MadeFolders.plain(operand).matches("(?:[^*{}$]*/)?(?!release$|bin$)[A-Za-z0-9_-]+");
    }

    /** Where the Go compiler leaves programs. */
    private Stream<String> compiled() {
        return staged.stream().filter(GoFlags::builds).flatMap(command -> new GoFlags(command).output().stream());
    }

    /** Whether it is a folder that a command makes, or moves there from elsewhere. */
    private boolean isFilled(String operand) {
        return packed.isMade(operand)
                || staged.stream()
                        .filter(command -> COPIES.contains(command.program()))
                        .map(MadeFolders::paths)
                        .filter(words -> words.size() == 2)
                        .filter(words -> MadeFolders.plain(words.get(1)).equals(MadeFolders.plain(operand)))
                        .anyMatch(words -> words.get(0).endsWith("/"));
    }

    /** Whether another job put a folder of the repository there: one with sources may have the name of a program. */
    private boolean isFolderOfFiles(String path) {
        String name = PackedFolder.last(path);
        String go = name + "/*.go";
        return !path.contains("target/")
                && files.hasDirectory(name)
                && !files.has(name + "/Cargo.toml")
                && !files.matches(go);
    }

    /** Whether a path with an ending is that of a file: no command makes a folder there. */
    private boolean isFile(String path) {
        return PackedFolder.last(path).matches("[^.]+\\.[^.*{}$]+")
                && !packed.isMade(path)
                && !files.hasDirectory(inCheckout(path));
    }

    /** Whether a command copies a folder; some copy their program, too, as if it was one. */
    private boolean wholeFolder(Command command, String source) {
        boolean program = source.matches("(.*/)?(release|debug)/[^/]*") || isNamesake(source);
        return command.copiesFolders() && !program;
    }

    /** Whether the archive is named after it: the program, even if a file or folder of the repository has its name. */
    private boolean isNamesake(String path) {
        return packing.stem().startsWith(PackedFolder.last(path));
    }

    private static boolean isProgram(String path) {
        return path.matches("(.*/)?[^/.]*(\\.exe)?");
    }

    /** Folders in the archive into which no command copies or prints: a build or a script fills them. */
    private List<String> filledElsewhere(Set<String> generated) {
        List<String> made = packed.made().stream()
                .flatMap(folder -> packed.below(folder).stream())
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .toList();
        TreeSet<String> sorted = new TreeSet<>(made);
        TreeSet<String> filled = Stream.concat(
                        Stream.of(
                                        generated.stream(),
                                        written().stream(),
                                        compiled().flatMap(path -> packed.below(path).stream()))
                                .flatMap(paths -> paths),
                        staged.stream()
                                .filter(command -> COPIES.contains(command.program()))
                                .map(MadeFolders::paths)
                                .filter(words -> words.size() > 1)
                                .flatMap(words -> packed.below(words.get(words.size() - 1)).stream()))
                .map(path -> MadeFolders.plain(path) + "/")
                .collect(Collectors.toCollection(TreeSet::new));
        return made.stream()
                .map(folder -> folder + "/")
                .filter(folder -> !hasBelow(sorted, folder) && !hasBelow(filled, folder))
                .toList();
    }

    /** Whether a path is, or is in, a folder. */
    private static boolean hasBelow(TreeSet<String> paths, String folder) {
        String first = paths.ceiling(folder);
        return first != null && first.startsWith(folder);
    }

    /** Files in folders of the archive into which commands write, whatever these are. */
    private List<String> written() {
        return staged.stream()
                .filter(command ->
                        !command.output().isEmpty() && !command.program().equals("cat"))
                .flatMap(command -> packed.below(command.output()).stream())
                .filter(path -> path.contains("/"))
                .distinct()
                .toList();
    }

    private void copied(Command command, Set<String> include, Map<String, String> generated) {
        List<String> words = MadeFolders.paths(command);
        if (words.size() < 2) {
            return;
        }
        String destination = words.get(words.size() - 1);
        Optional<String> inside = packed.below(destination);
        if (inside.isEmpty()) {
            return;
        }
        for (String source : words.subList(0, words.size() - 1)) {
            placed.add(source);
            String name = PackedFolder.last(source);
            String ending = name.replaceFirst("^[^.]*", "");
            String last = PackedFolder.last(inside.get());
            boolean renamed = last.equals(name)
                    || words.size() == 2 && name.startsWith(last + ".") && !packed.isMade(destination)
                    || !ending.isEmpty()
                            && !destination.endsWith("/")
                            && (inside.get().endsWith(ending) || words.size() == 2 && isFile(destination));
            String folder = renamed
                    ? inside.get().replaceFirst("/?[^/]*$", "")
                    : inside.get().replaceFirst("(?<!/)/+$", "");
            Optional<Command> printed = staged.stream()
                    .filter(earlier -> earlier.output().equals(source) && prints(earlier))
                    .findFirst();
            if (printed.isPresent()) {
                generated.putIfAbsent(
                        renamed ? inside.get() : (folder.isEmpty() ? "" : folder + "/") + name,
                        String.join(" ", printed.get().arguments()));
                continue;
            }
            boolean nested = !folder.isEmpty()
                    && packed.isMade(destination)
                    && !renamed
                    && files.hasDirectory(inCheckout(source));
            Optional<String> pattern = repositoryFile(
                    source.startsWith("../") ? Tree.path(command.folder(), source) : source,
                    nested ? folder + "/" + name : folder);
            pattern.ifPresent(include::add);
            if (pattern.isPresent() && renamed && !last.equals(name) && !name.contains("*")) {
                unknown.add(inside.get() + " from " + pattern.get().replaceFirst(" => .*", ""));
            }
            boolean built = !isProgram(source)
                    || packed.isMade(source)
                    || isFolderOfFiles(source)
                    || MadeFolders.installed(command)
                    || wholeFolder(command, source);
            if (pattern.isEmpty() && !built) {
                placed(source, destination, inside.get()).ifPresent(unknown::add);
            }
            if (pattern.isEmpty() && built && !source.contains("{?}")) {
                unknown.add(isFolderOfFiles(source) ? source + FoundArchive.COPY + name + "/" : source);
            }
        }
    }

    /** Where the program is that Cargo has built, if that is not where the new archive has it. */
    private Optional<String> placed(String source, String destination, String inside) {
        String name = PackedFolder.last(source).replaceFirst("\\.exe$", "");
        boolean folder = destination.matches(".*[/\\\\]\\.?") || inside.isEmpty() || packed.isMade(destination);
        String path = (folder ? MadeFolders.plain(inside) + "/" + name : inside)
                .replaceFirst("^/", "")
                .replaceFirst("\\.exe$", "");
        boolean known =
                source.matches("(?:.*/)?target/(?:[\\w-]+/){1,2}[\\w-]+(?:\\.exe)?") && path.matches("[\\w./-]+");
        return known && !path.equals(name) ? Optional.of(FoundArchive.PROGRAM + path) : Optional.empty();
    }

    private String inCheckout(String source) {
        String given = source.startsWith("../") ? Tree.path(place, source) : source;
        String path = given.replaceFirst("^" + Tree.WORKSPACE + "/", "").replaceFirst("^\\./", "");
        return (path.startsWith(checkout) ? path.substring(checkout.length()) : path)
                .replaceFirst("(?<!/)/+$", "")
                .replaceFirst("/\\.$", "/*");
    }

    /** A pattern of the config for a file of the repository, or for one that a build script leaves. */
    private Optional<String> repositoryFile(String source, String folder) {
        String path = inCheckout(source);
        String behind = folder.isEmpty() ? "" : " => " + folder + "/";
        java.util.regex.Matcher out =
                java.util.regex.Pattern.compile("(?:^|/)build/[^/]+/out/(.+)$").matcher(path);
        if (out.find()) {
            return Optional.of("{out-dir}/" + out.group(1) + behind);
        }
        if (path.startsWith("target/")
                || path.contains("{?}")
                || path.contains("$")
                || path.isEmpty()
                || path.startsWith("/")) {
            return Optional.empty();
        }
        if (files.hasDirectory(path) && !path.equals(".")) {
            return Optional.of(path + "/*" + (folder.isEmpty() ? " => " + PackedFolder.last(path) + "/" : behind));
        }
        boolean there = files.has(path) || path.contains("*") && files.matches(path);
        return there && !PackedFolder.isWhole(path) ? Optional.of(path + behind) : Optional.empty();
    }

    /** A file that others are put into is not the one that the repository may have under its name. */
    private void joined(Command command) {
        packed.below(command.output())
                .filter(path -> !path.isEmpty())
                .ifPresent(path -> unknown.add(path + " with " + String.join(", ", command.arguments())));
    }

    /** A file of the repository that is compressed in the folder: its name there is another one. */
    private void compressed(Command command, Set<String> include) {
        Optional<String> ending = Optional.ofNullable(COMPRESSORS.get(command.program()))
                .filter(any -> command.output().isEmpty()
                        && command.arguments().stream().noneMatch(OTHERWISE::contains));
        ending.ifPresent(end -> command.arguments().stream()
                .filter(word -> !word.startsWith("-"))
                .map(word -> command.folder().isEmpty() ? word : Tree.path(command.folder(), word))
                .flatMap(word -> packed.below(word).stream())
                .forEach(path -> include.stream()
                        .map(pattern -> pattern.replaceFirst(" => .*", ""))
                        .filter(file -> PackedFolder.last(file).equals(PackedFolder.last(path)))
                        .limit(1)
                        .forEach(file -> unknown.add(path + end + " from " + file))));
    }

    private void generated(Command command, Map<String, String> generated) {
        if (prints(command)) {
            packed.below(command.output())
                    .filter(path -> !path.isEmpty())
                    .ifPresent(path -> generated.putIfAbsent(path, String.join(" ", command.arguments())));
        }
    }

    /** Whether the program itself is asked for a text. */
    private static boolean prints(Command command) {
        return command.words().get(0).matches(".*(target/|release/|debug/).*")
                && !command.arguments().isEmpty()
                && command.arguments().stream().noneMatch(word -> word.contains(Symbols.UNKNOWN));
    }
}
