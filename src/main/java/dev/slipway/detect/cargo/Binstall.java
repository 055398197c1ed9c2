package dev.slipway.detect.cargo;

import dev.slipway.detect.asset.AssetNames;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.files.TomlFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where {@code cargo binstall} looks for a package's programs.
 *
 * @param url of an archive, with placeholders
 * @param format such as {@code tgz}
 * @param folder of a program in the archive, with placeholders
 * @param place where the manifest says it
 * @param overrides what differs for single triples, or if a condition such as {@code cfg(unix)} is true
 * @see <a href="https://github.com/cargo-bins/cargo-binstall/blob/main/SUPPORT.md">Support for binstall</a>
 */
public record Binstall(
        Optional<String> url,
        Optional<String> format,
        Optional<String> folder,
        String place,
        Map<String, Binstall> overrides) {
    private static final Map<String, String> ENDINGS = Map.of(
            "tar", ".tar", "tgz", ".tar.gz", "txz", ".tar.xz", "tzstd", ".tar.zst", "tbz2", ".tar.bz2", "zip", ".zip");

    private static final Pattern RELEASE = Pattern.compile("/releases/download/([^/]++)/");

    public Binstall {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }

    static Optional<Binstall> of(CargoManifest manifest) {
        return manifest.top().table("package", "metadata", "binstall").map(table -> read(table, true, place(manifest)));
    }

    private static String place(CargoManifest manifest) {
        String section = "[package.metadata.binstall]";
        String[] table = {"package", "metadata", "binstall", "pkg-url"};
        return manifest.top().has(table)
                ? manifest.top().place(manifest.file().name(), section, table)
                : manifest.file().name() + " " + section;
    }

    private static Binstall read(TomlFile.Table table, boolean deep, String place) {
        Map<String, Binstall> overrides = new LinkedHashMap<>();
        if (deep) {
            table.table("overrides")
                    .ifPresent(all -> all.keys()
                            .forEach(triple -> all.table(triple)
                                    .ifPresent(one -> overrides.put(triple, read(one, false, place)))));
        }
        return new Binstall(table.text("pkg-url"), table.text("pkg-fmt"), table.text("bin-dir"), place, overrides);
    }

    /** What holds for a triple. */
    Binstall on(String triple) {
        List<Binstall> special = Stream.concat(
                        Optional.ofNullable(overrides.get(triple)).stream(),
                        overrides.entrySet().stream()
                                .filter(entry ->
                                        TargetCfg.holds(entry.getKey(), triple).orElse(false))
                                .map(Map.Entry::getValue))
                .toList();
        return new Binstall(
                first(special, Binstall::url).or(() -> url),
                first(special, Binstall::format).or(() -> format),
                first(special, Binstall::folder).or(() -> folder),
                place,
                Map.of());
    }

    private static Optional<String> first(List<Binstall> special, Function<Binstall, Optional<String>> part) {
        return special.stream().flatMap(one -> part.apply(one).stream()).findFirst();
    }

    /** The conditions of overrides that the name of a platform does not decide. */
    public List<String> undecided(String triple) {
        return overrides.keySet().stream()
                .filter(key -> TargetCfg.is(key) && TargetCfg.holds(key, triple).isEmpty())
                .toList();
    }

    /** The ending of the archive for a triple; binstall tries them all if none is said. */
    public Optional<String> ending(String triple) {
        return on(triple).format.map(word -> ENDINGS.getOrDefault(word.toLowerCase(Locale.ROOT), ""));
    }

    /** What a manifest calls the format of files with an ending. */
    public static Optional<String> format(String ending) {
        return ENDINGS.entrySet().stream()
                .filter(known -> known.getValue().equals(ending))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The address of the archive for a triple, with {@code {tag}} and {@code {version}} left open.
     *
     * @param crate the package
     * @param ending of the archive
     */
    public Optional<String> address(String triple, String crate, String repository, String program, String ending) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("repo", repository.replaceFirst("(?:\\.git)?(?<!/)/*$", ""));
        values.put("name", crate);
        values.put("bin", program);
        values.put("target", triple);
        values.put("archive-suffix", ending);
        values.put("archive-format", ending.replaceFirst("^\\.", ""));
        values.put("binary-ext", triple.contains("windows") ? ".exe" : "");
        values.put("target-arch", triple.replaceFirst("-.*", ""));
        values.put("target-family", triple.contains("windows") ? "windows" : "unix");
        return on(triple).url.map(text -> filled(text, values));
    }

    /** A tag of version 1.2.3 as the address of the archive has it. */
    public Optional<String> tag(String crate) {
        return address("", crate, "", crate, "")
                .map(RELEASE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).replace("{version}", "1.2.3"));
    }

    private static String filled(String text, Map<String, String> values) {
        return Pattern.compile("\\{\\s*([a-z-]+)\\s*}")
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.getOrDefault(found.group(1), "{" + found.group(1) + "}")));
    }

    /** The archive that it looks for, as far as it says where. */
    public Optional<FoundArchive> archive(String triple, String crate, String program) {
        String usual = triple.contains("windows") ? ".zip" : ".tar.gz";
        String ending = ending(triple).orElse(usual);
        Optional<String> layout = on(triple).folder.map(path -> path.contains("/") ? "dir" : "flat");
        return address(triple, crate, "", program, ending)
                .map(url -> url.replaceFirst("^.*/", ""))
                .map(name -> new FoundArchive(
                        name.substring(
                                0, name.length() - AssetNames.ending(name).length()),
                        ending,
                        layout,
                        List.of(),
                        Map.of(),
                        List.of()));
    }
}
