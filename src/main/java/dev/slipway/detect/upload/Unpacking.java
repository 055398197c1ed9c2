package dev.slipway.detect.upload;

import dev.slipway.shell.Command;
import dev.slipway.shell.Tree;
import java.util.List;

/** Finds where commands put what they take out of an archive or fetch. */
final class Unpacking {
    private Unpacking() {}

    /** The places; none if it does nothing of the kind. */
    static List<Area> of(String program, Command command) {
        String all = command.toString();
        String to = switch (program) {
            case "unzip" -> after(command, "-d");
            case "expand-archive" -> after(command, "-DestinationPath", "-Destination");
            case "tar", "gtar", "bsdtar" ->
                all.matches("(?s)\\S+ (?:-?[A-Zabd-wyz]*+x.*|.* --extract.*)")
                        ? after(command, "-C", "--directory")
                        : "";
            case "7z", "7za" ->
                all.matches("(?s)\\S+ x .*")
                        ? command.arguments().stream()
                                .filter(word -> word.startsWith("-o"))
                                .map(word -> word.substring(2))
                                .findFirst()
                                .orElse("")
                        : "";
            case "gh" -> all.matches("(?s)gh (?:release|run) download.*") ? after(command, "-D", "--dir") : "";
            default -> "";
        };
        boolean unpacks = program.equals("expand-archive")
                || program.equals("unzip") && command.arguments().stream().noneMatch(word -> word.matches("-[lptvzZ]"))
                || all.matches("(?s)(?:g|bsd)?tar (?:-?[A-Zabd-wyz]*+x.*|.* --extract.*)|7za? x .*")
                || all.matches("(?s)gh (?:release|run) download.*");
        if (unpacks) {
            return List.of(Area.below(Tree.path(command.folder(), to)));
        }
        boolean named = program.equals("curl") && all.matches("(?s).* (?:-[a-zA-Z]*O|--remote-name).*");
        return named
                ? command.arguments().stream()
                        .filter(word -> word.contains("://"))
                        .map(word -> Area.of(command.folder(), word.replaceFirst("^.*/", "")))
                        .toList()
                : List.of();
    }

    /**
     * Whether a command takes a tool, which another of its step has fetched, out of its archive at the top: such an archive
     * fills no folder of files that people get.
     */
    static boolean isTool(Command command, List<Command> step) {
        boolean unpacks = command.program().matches("unzip|(?:g|bsd)?tar")
                && command.folder().isEmpty()
                && of(command.program(), command).equals(List.of(Area.below("")));
        return unpacks
                && step.stream()
                        .filter(other -> other.program().matches("curl|wget"))
                        .map(other -> after(other, "-o", "-O", "--output", "--output-document"))
                        .anyMatch(file -> !file.isEmpty() && command.arguments().contains(file));
    }

    private static String after(Command command, String... options) {
        List<String> words = command.arguments();
        for (String option : options) {
            int at = words.indexOf(option);
            if (at >= 0 && at + 1 < words.size()) {
                return words.get(at + 1);
            }
        }
        return "";
    }
}
