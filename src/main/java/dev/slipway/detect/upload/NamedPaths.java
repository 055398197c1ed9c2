package dev.slipway.detect.upload;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders and files that the words of a command name. */
final class NamedPaths {
    private static final Pattern PATH = Pattern.compile("[\\w./{}?~+@-]{1,300}");

    private NamedPaths() {}

    /** The folders that a command names, and the files that it names if they are wanted, too. */
    static List<Area> of(Command command, boolean files) {
        List<Area> areas = new ArrayList<>();
        String before = "";
        for (String word : command.arguments()) {
            String value = word.replaceFirst("^[-/][\\w:.-]*?[=:](?!/)", "").replaceFirst("^[\\w-]+=", "");
            String option = value.equals(word) ? before : word.substring(0, word.length() - value.length());
            boolean folder = isFolder(option);
            Stream.of(value.split("[:,]"))
                    .flatMap(path -> paths(command.folder(), path, files && !folder))
                    .forEach(areas::add);
            before = word.startsWith("-") ? word : "";
        }
        return areas;
    }

    /** Whether the value of an option is a folder, so that it is the name of no file. */
    private static boolean isFolder(String option) {
        String name = option.toLowerCase(Locale.ROOT);
        return Stream.of("dir", "path", "folder", "dest", "root").anyMatch(name::contains);
    }

    /** The files that a path may mean: itself, and those in it. */
    static Stream<Area> paths(String from, String text, boolean files) {
        boolean path = PATH.matcher(text).matches() && !text.matches("-.*|\\d+|\\.{1,2}|/\\w*|.*://.*|true|false");
        if (!path || text.startsWith(Symbols.UNKNOWN) || Area.isPattern(text)) {
            return Stream.of();
        }
        boolean file = text.matches(".*[^./]\\.[A-Za-z0-9]{1,8}");
        return file
                ? Stream.of(Area.of(from, text)).filter(any -> files)
                : Stream.of(Area.inside(Tree.path(from, text)));
    }
}
