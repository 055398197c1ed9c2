package dev.slipway.detect.upload;

import dev.slipway.shell.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that make packages and installers, and what the names of these end with. */
final class Packers {
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("wix", ".msi"),
            Map.entry("light", ".msi"),
            Map.entry("makensis", ".exe"),
            Map.entry("iscc", ".exe"),
            Map.entry("hdiutil", ".dmg"),
            Map.entry("create-dmg", ".dmg"),
            Map.entry("appdmg", ".dmg"),
            Map.entry("dmgbuild", ".dmg"),
            Map.entry("pkgbuild", ".pkg"),
            Map.entry("productbuild", ".pkg"),
            Map.entry("appimagetool", ".AppImage"),
            Map.entry("appimage-builder", ".AppImage"),
            Map.entry("dpkg-deb", ".deb"),
            Map.entry("dpkg-buildpackage", ".deb"),
            Map.entry("debuild", ".deb"),
            Map.entry("rpmbuild", ".rpm"),
            Map.entry("snapcraft", ".snap"),
            Map.entry("flatpak-builder", ".flatpak"),
            Map.entry("vsce", ".vsix"),
            Map.entry("makeself", ".run"),
            Map.entry("makeself.sh", ".run"));

    /** Commands of tools that do other things as well. */
    private static final List<Map.Entry<Pattern, String>> COMMANDS = List.of(
            Map.entry(Pattern.compile("(?s)cargo (?:\\+\\S+ )?wix\\b.*"), ".msi"),
            Map.entry(Pattern.compile("(?s)linuxdeploy\\S*+ .*"), ".AppImage"),
            Map.entry(Pattern.compile("(?s)(?:npm|pnpm|yarn) pack\\b.*"), ".tgz"),
            Map.entry(Pattern.compile("(?s)gem build\\b.*"), ".gem"),
            Map.entry(Pattern.compile("(?s)(?:dotnet|nuget) pack\\b.*"), ".nupkg"),
            Map.entry(Pattern.compile("(?s)(?:python3?|py) -m build\\b.*|(?:uv|poetry|hatch) build\\b.*"), ""));

    /** Options that name the kind of a package. */
    private static final Pattern KIND =
            Pattern.compile("(?:^|\\s)(?:-t|--output-type|-p|--packager|--type)[ =]([a-z-]{2,20})(?=\\s|$)");

    private Packers() {}

    /**
     * What a command may leave; nothing if it packs nothing.
     *
     * @param folders those that it names
     */
    static Optional<List<Area>> of(String program, Command command, List<Area> folders) {
        String all = command.toString();
        boolean wix = command.arguments().stream().anyMatch(word -> word.endsWith(".wixproj"));
        Optional<String> ending = Optional.ofNullable(wix ? ".msi" : ENDINGS.get(program))
                .or(() -> COMMANDS.stream()
                        .filter(known -> known.getKey().matcher(all).matches())
                        .map(Map.Entry::getValue)
                        .findFirst())
                .or(() -> program.matches("fpm|nfpm|jpackage") ? Optional.of(kind(all)) : Optional.empty());
        boolean named = command.arguments().stream()
                .anyMatch(word -> ending.filter(end -> !end.isEmpty() && word.endsWith(end))
                        .isPresent());
        if (named) { // followed elsewhere, under this name
            return Optional.of(List.of());
        }
        return ending.map(end -> folders.isEmpty()
                ? List.of(Area.below("").ending(end))
                : folders.stream().map(folder -> folder.ending(end)).toList());
    }

    private static String kind(String command) {
        Matcher kind = KIND.matcher(command);
        return !kind.find()
                ? ""
                : switch (kind.group(1)) {
                    case "pacman", "archlinux" -> ".pkg.tar.zst";
                    case "app-image" -> "";
                    default -> "." + kind.group(1);
                };
    }
}
