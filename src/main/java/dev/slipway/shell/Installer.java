package dev.slipway.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packages and installers that commands make and name, each with what it ends with. */
final class Installer {
    private static final Map<String, String> ENDINGS = Map.of(
            "dpkg-deb", ".deb",
            "pkgbuild", ".pkg",
            "productbuild", ".pkg",
            "hdiutil", ".dmg",
            "create-dmg", ".dmg",
            "appimagetool", ".AppImage",
            "makeself", ".run",
            "makeself.sh", ".run");

    private Installer() {}

    /** The file that a command makes; nothing if it makes none, or does not name it. */
    static Optional<String> of(Command command) {
        List<String> words = command.words();
        Optional<String> ending = words.stream()
                .map(Tree::name)
                .flatMap(name -> Optional.ofNullable(ENDINGS.get(name)).stream())
                .findFirst()
                .filter(end ->
                        words.stream().noneMatch(word -> word.matches("attach|detach|verify|--info|--contents|-x")));
        return ending.flatMap(
                        end -> words.stream().filter(word -> word.endsWith(end)).reduce((one, other) -> other))
                .or(() -> command.program().matches("fpm|nfpm") ? target(words) : Optional.empty())
                .or(() -> command.program().equals("rpmbuild") ? rpm(words) : Optional.empty());
    }

    /** The package of a spec file, if macros say where it goes. */
    private static Optional<String> rpm(List<String> words) {
        String folder = macro(words, "_rpmdir").map(path -> path + "/").orElse("");
        return macro(words, "_rpmfilename")
                .filter(name -> name.endsWith(".rpm") && name.indexOf('%') < 0)
                .map(name -> folder + name);
    }

    private static Optional<String> macro(List<String> words, String name) {
        return words.stream()
                .filter(word -> word.startsWith(name + " "))
                .map(word -> word.substring(name.length()).strip())
                .findFirst();
    }

    /** The value of the option that names the package; a folder, in which the packer chooses the name, is none. */
    private static Optional<String> target(List<String> words) {
        for (String option : List.of("-p", "--package", "-t", "--target")) {
            int at = words.indexOf(option);
            if (at >= 0 && at + 1 < words.size() && words.get(at + 1).matches("(?s).*\\.(?:deb|rpm|apk|zst)")) {
                return Optional.of(words.get(at + 1));
            }
        }
        return Optional.empty();
    }
}
