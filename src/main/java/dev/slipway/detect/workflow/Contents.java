package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.Command;
import dev.slipway.shell.PackCommand;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what is in an archive, by the commands before the one that packs it.
 *
 * @param staged those commands
 * @param place the folder in which the packing command is started
 * @param checkout the folder that the repository is checked out into
 * @param unknown files that are in it, but not in the repository
 * @param placed all that is copied into the folder that is packed
 */
record Contents(
        RepositoryFiles files,
        List<Command> staged,
        PackCommand packing,
        String place,
        String checkout,
        Set<String> unknown,
        Set<String> placed) {
    private static final Set<String> COPIES = Set.of("cp", "install", "mv", "copy", "Copy-Item", "rsync");

    static FoundArchive of(
            RepositoryFiles files, List<Command> staged, PackCommand packing, String place, String checkout) {
        return new Contents(
                        files,
                        MadeFolders.renamed(staged),
                        packing,
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
        Optional<String> other = otherFolder();
        boolean folder = inFolder() || other.isPresent();
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
        filledElsewhere(generated.keySet()).forEach(unknown::add);
        written().stream().filter(path -> !generated.containsKey(path)).forEach(unknown::add);
        boolean programs = include.isEmpty() && generated.isEmpty() && unknown.isEmpty() && !folder;
        boolean alone =
                programs && (placed.size() > 0 || packing.operands().stream().noneMatch(Contents::whole));
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
        Optional<String> pattern = repositoryFile(operand, "");
        pattern.ifPresent(include::add);
        boolean built = last(operand).matches("[^*{}$]+\\.[A-Za-z0-9]+") && !isProgram(operand);
        boolean folder = isFilled(operand);
        if (pattern.isEmpty() && (built || folder) && packing.operands().size() > 1) {
            unknown.add(folder ? MadeFolders.plain(operand) + "/" : operand);
        }
    }

    /** Whether it is a folder that a command makes, or moves there from elsewhere. */
    private boolean isFilled(String operand) {
        return makesFolder(operand)
                || staged.stream()
                        .filter(command -> COPIES.contains(command.program()))
                        .map(MadeFolders::paths)
                        .filter(words -> words.size() == 2)
                        .filter(words -> MadeFolders.plain(words.get(1)).equals(MadeFolders.plain(operand)))
                        .anyMatch(words -> words.get(0).endsWith("/"));
    }

    /** Whether another job put a folder of the repository there: one with sources may have the name of a program. */
    private boolean isFolderOfFiles(String path) {
        String name = last(path);
        String go = name + "/*.go";
        return !path.contains("target/")
                && files.hasDirectory(name)
                && !files.has(name + "/Cargo.toml")
                && !files.matches(go);
    }

    /** Whether a path with an ending is that of a file: no command makes a folder there. */
    private boolean isFile(String path) {
        return last(path).matches("[^.]+\\.[^.*{}$]+") && !makesFolder(path) && !files.hasDirectory(inCheckout(path));
    }

    /** Whether a command copies a folder; some copy their program, too, as if it was one. */
    private boolean wholeFolder(Command command, String source) {
        boolean program =
                source.matches("(.*/)?(release|debug)/[^/]*") || packing.stem().startsWith(last(source));
        return command.copiesFolders() && !program;
    }

    private static boolean isProgram(String path) {
        return path.matches("(.*/)?[^/.]*(\\.exe)?");
    }

    /** Whether the archive holds one folder of its own name. */
    private boolean inFolder() {
        return packing.operands().stream()
                .map(operand -> operand.replace('\\', '/').replaceFirst("(/\\*+|/\\.?)$", ""))
                .anyMatch(operand ->
                        operand.replaceFirst("^.*/", "").equals(packing.stem()) && operand.matches(".*[-_{].*"));
    }

    /** The one folder that is packed whole, if it has its own name. */
    private Optional<String> otherFolder() {
        return Optional.of(packing)
                .filter(pack -> pack.operands().size() == 1 && !pack.bare())
                .map(pack -> MadeFolders.plain(pack.operands().get(0)))
                .filter(operand -> !inFolder() && !whole(operand) && !operand.endsWith("*"))
                .filter(operand -> madeFolders().anyMatch(made -> last(made).equals(last(operand))))
                .map(Contents::last);
    }

    private boolean makesFolder(String path) {
        return madeFolders().anyMatch(made -> made.equals(MadeFolders.plain(path)));
    }

    /** Folders in the archive into which no command copies or prints: a build or a script fills them. */
    private List<String> filledElsewhere(Set<String> generated) {
        List<String> made = madeFolders()
                .flatMap(folder -> below(folder).stream())
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .toList();
        List<String> filled = Stream.concat(
                        Stream.concat(generated.stream(), written().stream()),
                        staged.stream()
                                .filter(command -> COPIES.contains(command.program()))
                                .map(MadeFolders::paths)
                                .filter(words -> words.size() > 1)
                                .flatMap(words -> below(words.get(words.size() - 1)).stream()))
                .map(path -> MadeFolders.plain(path) + "/")
                .toList();
        return made.stream()
                .filter(folder -> made.stream().noneMatch(other -> other.startsWith(folder + "/")))
                .filter(folder -> filled.stream().noneMatch(path -> path.startsWith(folder + "/")))
                .map(folder -> folder + "/")
                .toList();
    }

    /** Files in folders of the archive into which commands write, whatever these are. */
    private List<String> written() {
        return staged.stream()
                .filter(command ->
                        !command.output().isEmpty() && !command.program().equals("cat"))
                .flatMap(command -> below(command.output()).stream())
                .filter(path -> path.contains("/"))
                .distinct()
                .toList();
    }

    private Stream<String> madeFolders() {
        return staged.stream()
                .filter(MadeFolders::by)
                .flatMap(command -> MadeFolders.paths(command).stream())
                .flatMap(word -> MadeFolders.withParents(word).stream());
    }

    private static boolean whole(String operand) {
        return operand.matches("\\.|\\*|\\./\\*?");
    }

    /** The folder that is packed: the last part of its path says enough. */
    private Optional<String> below(String path) {
        List<String> roots = new ArrayList<>(List.of(packing.stem()));
        otherFolder().ifPresent(roots::add); // it is in the one that it is packed from
        String folder = last(packing.folder());
        if (!folder.isEmpty() && !folder.equals(".") && !folder.equals("release")) {
            roots.add(folder);
        }
        packing.operands().stream()
                .filter(operand -> !whole(operand) && AssetNames.ending(operand).isEmpty())
                .map(operand -> last(operand.replaceFirst("/\\*+$", "")))
                .filter(name ->
                        name.equals(packing.stem()) || name.matches("(?i)dist|release|staging|package|artifacts|out"))
                .forEach(roots::add);
        List<String> parts = List.of(path.replace('\\', '/').split("/+"));
        for (String root : roots) {
            int at = parts.lastIndexOf(root);
            if (at >= 0) {
                return Optional.of(String.join("/", parts.subList(at + 1, parts.size())));
            }
        }
        return wholeFolder(path);
    }

    /** {@code cd dist; tar czf … *} packs what was copied to {@code dist}. */
    private Optional<String> wholeFolder(String path) {
        boolean all = packing.operands().stream().anyMatch(Contents::whole)
                || packing.operands().isEmpty();
        if (!all || !packing.folder().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> entered = staged.stream()
                .filter(command ->
                        command.program().matches("cd|pushd") && command.words().size() > 1)
                .map(command -> command.words().get(1).replaceFirst("(?<!/)/+$", ""))
                .reduce((first, second) -> second)
                .or(() -> Optional.of(place).filter(folder -> !folder.isEmpty()));
        return entered.filter(folder -> path.equals(folder) || path.startsWith(folder + "/"))
                .map(folder -> path.substring(folder.length()).replaceFirst("^/", ""));
    }

    private static String last(String path) {
        return path.replace('\\', '/').replaceFirst("(?<!/)/+$", "").replaceFirst("^.*/", "");
    }

    private void copied(Command command, Set<String> include, Map<String, String> generated) {
        List<String> words = MadeFolders.paths(command);
        if (words.size() < 2) {
            return;
        }
        String destination = words.get(words.size() - 1);
        Optional<String> inside = below(destination);
        if (inside.isEmpty()) {
            return;
        }
        for (String source : words.subList(0, words.size() - 1)) {
            placed.add(source);
            String name = last(source);
            String ending = name.replaceFirst("^[^.]*", "");
            boolean renamed = last(inside.get()).equals(name)
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
            boolean nested =
                    !folder.isEmpty() && makesFolder(destination) && !renamed && files.hasDirectory(inCheckout(source));
            Optional<String> pattern = repositoryFile(source, nested ? folder + "/" + name : folder);
            pattern.ifPresent(include::add);
            if (pattern.isPresent() && renamed && !last(inside.get()).equals(name) && !name.contains("*")) {
                unknown.add(inside.get() + " from " + pattern.get().replaceFirst(" => .*", ""));
            }
            boolean built = !isProgram(source)
                    || makesFolder(source)
                    || isFolderOfFiles(source)
                    || wholeFolder(command, source);
            if (pattern.isEmpty() && built && !source.contains("{?}")) {
                unknown.add(isFolderOfFiles(source) ? source + FoundArchive.COPY + name + "/" : source);
            }
        }
    }

    private String inCheckout(String source) {
        String path = source.replaceFirst("^" + Tree.WORKSPACE + "/", "").replaceFirst("^\\./", "");
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
            return Optional.of(path + "/*" + (folder.isEmpty() ? " => " + last(path) + "/" : behind));
        }
        boolean there = files.has(path) || path.contains("*") && files.matches(path);
        return there && !whole(path) ? Optional.of(path + behind) : Optional.empty();
    }

    /** A file that others are put into is not the one that the repository may have under its name. */
    private void joined(Command command) {
        below(command.output())
                .filter(path -> !path.isEmpty())
                .ifPresent(path -> unknown.add(path + " with " + String.join(", ", command.arguments())));
    }

    private void generated(Command command, Map<String, String> generated) {
        if (prints(command)) {
            below(command.output())
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
