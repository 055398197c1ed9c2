package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command that packs an archive.
 *
 * @param path the archive
 * @param folder where it is packed from; empty for where the script is
 * @param operands what is packed
 * @param bare whether folders are left out of it
 * @param adds whether an archive that is there stays, and gets more files
 */
public record PackCommand(String path, String folder, List<String> operands, boolean bare, boolean adds) {
    /** A regular expression for what names of archives end with. */
    public static final String ENDINGS = "\\.(?:tar\\.(?:gz|xz|zst|bz2|lzma|lz4?|Z)|tgz|txz|tbz2?|tb2|tzst|tlz|zip|7z)";

    private static final Pattern ENDING = Pattern.compile(ENDINGS + "$");
    private static final Set<String> PACKERS =
            Set.of("tar", "gtar", "bsdtar", "7z", "7za", "7z.exe", "zip", "Compress-Archive", "ouch", "ditto");

    /** The command as one that packs; empty if it does something else. */
    public static Optional<PackCommand> of(Command command) {
        if (!PACKERS.contains(command.program())) {
            return Optional.empty();
        }
        return switch (command.program()) {
            case "tar", "gtar", "bsdtar" -> tar(command);
            case "ditto" -> ditto(command.arguments());
            default -> other(command);
        };
    }

    private static Optional<PackCommand> tar(Command command) {
        List<String> words = new ArrayList<>(command.arguments());
        boolean creates = words.stream()
                        .limit(1)
                        .anyMatch(word -> word.matches("-?[A-Zabd-z]*+c[A-Za-z]*+") || word.equals("--create"))
                || words.contains("--create")
                || words.stream().anyMatch(word -> word.matches("-[A-Zabd-z]*+c[A-Za-z]*+"));
        String folder = "";
        String path = command.output();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("-C|--directory") && i + 1 < words.size()) {
                folder = words.get(++i);
            } else if (word.startsWith("--directory=")) {
                folder = word.substring("--directory=".length());
            } else if (!ending(word).isEmpty() && ending(path).isEmpty()) {
                path = word.replaceFirst("^--file=", "");
            } else if (!word.startsWith("-") && i > 0) {
                operands.add(word);
            }
        }
        boolean archive = creates && !ending(path).isEmpty();
        return archive ? Optional.of(new PackCommand(path, folder, operands, false, false)) : Optional.empty();
    }

    /** {@code ditto -c -k path archive} packs a file, or what is in a folder. */
    private static Optional<PackCommand> ditto(List<String> words) {
        List<String> paths =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        String last = paths.isEmpty() ? "" : paths.get(paths.size() - 1);
        boolean packs = words.stream().anyMatch(word -> word.matches("-[abd-wyz]*+c[a-wyz]*+"));
        boolean whole = words.contains("--keepParent");
        List<String> packed = paths.stream()
                .limit(Math.max(0, paths.size() - 1))
                .flatMap(path -> whole ? Stream.of(path) : Stream.of(path, path + "/."))
                .toList();
        return packs && !ending(last).isEmpty()
                ? Optional.of(new PackCommand(last, "", packed, false, false))
                : Optional.empty();
    }

    private static Optional<PackCommand> other(Command command) {
        List<String> words = new ArrayList<>();
        command.arguments().stream()
                .filter(word -> !word.startsWith("-") && !word.matches("a|c|compress"))
                .forEach(word -> words.addAll(List.of(word.split(","))));
        Optional<String> path = Stream.concat(Stream.of(command.output()), words.stream())
                .filter(word -> !ending(word).isEmpty())
                .findFirst();
        boolean bare = command.program().equals("zip")
                && command.arguments().stream()
                        .anyMatch(word -> word.matches("-[a-ik-zA-Z0-9]*+j[a-zA-Z0-9]*+|--junk-paths"));
        return path.filter(found -> !opens(command)).map(found -> {
            words.remove(found);
            boolean adds = command.program().matches("7z.*|zip");
            return new PackCommand(found, "", words, bare, adds);
        });
    }

    /** The same with what a later command adds. */
    public PackCommand with(PackCommand later) {
        List<String> all = new ArrayList<>(operands);
        all.addAll(later.operands);
        return new PackCommand(path, folder, all, bare && later.bare, adds);
    }

    /** Whether it takes files out of an archive or lists them. */
    private static boolean opens(Command command) {
        String first = command.arguments().stream().findFirst().orElse("");
        return command.program().startsWith("7z") && first.matches("[xelt]")
                || command.program().equals("ouch") && first.matches("d|decompress|l|list");
    }

    /** The name of the archive without its folder and its ending. */
    public String stem() {
        String name = path.replace('\\', '/').replaceFirst("^.*/", "");
        return name.substring(0, name.length() - ending(name).length());
    }

    /** What the name of an archive ends with; empty for any other. */
    public static String ending(String name) {
        Matcher matcher = ENDING.matcher(name);
        return matcher.find() ? matcher.group() : "";
    }
}
