package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.AssetNames;
import dev.slipway.shell.Command;
import dev.slipway.shell.PackCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that a command packs.
 *
 * @param isNamed whether the archive contains a single folder with the name of the archive
 * @param other the one folder that is packed whole, if it has another name
 * @param made all folders that commands make before it
 * @param roots the names by which paths into it are recognized: the last part of a path says enough
 * @param entered the folder from which everything is packed, if that is so
 */
record PackedFolder(
        boolean isNamed, Optional<String> other, Set<String> made, List<String> roots, Optional<String> entered) {
    /**
     * Reads it from the commands of a job.
     *
     * @param staged those before the one that packs
     * @param place where that one is started
     */
    static PackedFolder of(PackCommand packing, List<Command> staged, String place) {
        Set<String> made = staged.stream()
                .flatMap(command -> MadeFolders.by(command)
                        ? MadeFolders.paths(command).stream()
                        : MadeFolders.installed(command)
                                ? MadeFolders.paths(command).stream().skip(1)
                                : Stream.<String>empty())
                .flatMap(word -> MadeFolders.withParents(word).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        made.addAll(MadeFolders.filled(staged));
        boolean named = !packing.bare()
                && packing.operands().stream()
                        .map(operand -> operand.replace('\\', '/').replaceFirst("(/\\*+|/\\.?)$", ""))
                        .anyMatch(operand -> operand.replaceFirst("^.*/", "").equals(packing.stem())
                                && operand.matches(".*[-_{].*"));
        Optional<String> other = named || packing.operands().size() != 1 || packing.bare()
                ? Optional.empty()
                : Optional.of(MadeFolders.plain(packing.operands().get(0)))
                        .filter(operand -> !isWhole(operand) && !operand.endsWith("*"))
                        .map(PackedFolder::last)
                        .filter(name ->
                                made.stream().anyMatch(folder -> last(folder).equals(name)));
        return new PackedFolder(named, other, made, roots(packing, other), entered(packing, staged, place));
    }

    private static List<String> roots(PackCommand packing, Optional<String> other) {
        List<String> roots = new ArrayList<>(List.of(packing.stem()));
        other.ifPresent(roots::add); // it is in the one that it is packed from
        String folder = last(packing.folder());
        boolean cargo =
                folder.equals("release") && packing.folder().replace('\\', '/').contains("/");
        if (!folder.isEmpty() && !folder.equals(".") && !cargo) {
            roots.add(folder);
        }
        packing.operands().stream()
                .filter(operand ->
                        !isWhole(operand) && AssetNames.ending(operand).isEmpty())
                .map(operand -> last(operand.replaceFirst("/\\*+$", "")))
                .filter(name ->
                        name.equals(packing.stem()) || name.matches("(?i)dist|release|staging|package|artifacts|out"))
                .forEach(roots::add);
        return roots.stream().distinct().toList();
    }

    /** {@code cd dist; tar czf … *} packs what was copied to {@code dist}. */
    private static Optional<String> entered(PackCommand packing, List<Command> staged, String place) {
        boolean all =
                packing.operands().isEmpty() || packing.operands().stream().anyMatch(PackedFolder::isWhole);
        if (!all || !packing.folder().isEmpty()) {
            return Optional.empty();
        }
        return staged.stream()
                .filter(command ->
                        command.program().matches("cd|pushd") && command.words().size() > 1)
                .map(command -> command.words().get(1).replaceFirst("(?<!/)/+$", ""))
                .reduce((first, second) -> second)
                .or(() -> Optional.of(place).filter(folder -> !folder.isEmpty()));
    }

    /** The path inside the archive of a file that is copied to a path; empty if that is elsewhere. */
    Optional<String> below(String path) {
        List<String> parts = List.of(path.replace('\\', '/').split("/+"));
        for (String root : roots) {
            int at = parts.lastIndexOf(root);
            if (at >= 0) {
                return Optional.of(String.join("/", parts.subList(at + 1, parts.size())));
            }
        }
        return entered.filter(folder -> path.equals(folder) || path.startsWith(folder + "/"))
                .map(folder -> path.substring(folder.length()).replaceFirst("^/", ""));
    }

    boolean isMade(String path) {
        return made.contains(MadeFolders.plain(path));
    }

    /** Whether an operand stands for everything in the current folder. */
    static boolean isWhole(String operand) {
        return operand.matches("\\.|\\*|\\./\\*?");
    }

    /** Whether it may stand for any files: everything in some folder. */
    static boolean isOpen(String operand) {
        return isWhole(operand) || operand.endsWith("/*");
    }

    /** The last part of a path. */
    static String last(String path) {
        return path.replace('\\', '/').replaceFirst("(?<!/)/+$", "").replaceFirst("^.*/", "");
    }
}
