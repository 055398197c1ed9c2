package dev.slipway.published;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a release that people download today.
 *
 * @param source where its files are listed, as messages name it
 * @param tag its tag, if the list contains it
 */
public record PublishedRelease(String source, Optional<String> tag, List<Asset> assets) {
    private static final Pattern VERSION = Pattern.compile("(?<![0-9])[0-9]++\\.[0-9]++\\.[0-9]");

    public PublishedRelease {
        assets = List.copyOf(assets);
    }

    /** @param line where the list has it, from 1 */
    public record Asset(String name, int line) {}

    public List<String> names() {
        return assets.stream().map(Asset::name).toList();
    }

    /** Where a name is listed. */
    public String place(String name) {
        return assets.stream()
                .filter(asset -> asset.name().equals(name))
                .findFirst()
                .map(asset -> asset.line() > 0 ? source + ":" + asset.line() : source)
                .orElse(source);
    }

    /** The same release with its tag. */
    public PublishedRelease tagged(String known) {
        return new PublishedRelease(source, Optional.of(known), assets);
    }

    /** The newest of some tags whose version is a part of a name. */
    public Optional<String> tagAmong(Stream<String> tags) {
        return tags.filter(candidate -> {
                    String version = version(candidate);
                    return version.contains(".") && names().stream().anyMatch(name -> has(name, version));
                })
                .findFirst();
    }

    /** Whether a name has something that looks like a version, so that the tag has to be known to compare it. */
    public boolean namesVersion() {
        return names().stream().anyMatch(name -> VERSION.matcher(name).find());
    }

    private static boolean has(String name, String version) {
        for (int at = name.indexOf(version); at >= 0; at = name.indexOf(version, at + 1)) {
            if (AssetName.isWhole(name, at, at + version.length())) {
                return true;
            }
        }
        return false;
    }

    /** What a tag has from its first number on; the whole if it has none. */
    public static String version(String tag) {
        String last = tag.substring(tag.lastIndexOf('/') + 1);
        for (int at = 0; at < last.length(); at++) {
            boolean begins = Character.isDigit(last.charAt(at))
                    && (at == 0 || "-_v.@".indexOf(Character.toLowerCase(last.charAt(at - 1))) >= 0)
                    && last.substring(at).matches("[0-9]++(?:\\.[0-9]++)*+(?:[-+].*)?");
            if (begins) {
                return last.substring(at);
            }
        }
        return last;
    }

    /** The version of the release; empty if its tag is not known. */
    public String version() {
        return tag.map(PublishedRelease::version).orElse("");
    }

    /** A name with {@code {tag}} or {@code {version}} where it has that of this release. */
    public String open(String name) {
        String whole = tag.filter(text -> !text.equals(version()))
                .map(text -> name.replace(text, "{tag}"))
                .orElse(name);
        return version().isEmpty() ? whole : whole.replace(version(), "{version}");
    }

    /** What each name says, in the order of the list. */
    public List<AssetName> read() {
        return names().stream().map(name -> AssetName.of(name, version())).toList();
    }

    /** Whether a name contains a system or a processor, and so is no everyday word. */
    public boolean platformIn(String name) {
        return !AssetName.of(name, version()).written().isUnknown();
    }

    /** The system and the processor of a program, if its name contains both. */
    public Optional<String> machine(String name) {
        AssetName read = AssetName.of(name, version());
        boolean both = !read.platform().os().isEmpty() && !read.written().arch().isEmpty();
        String arch = read.saysOnlyArm() ? "arm" : read.platform().arch();
        return Optional.of(read.platform().os() + "-" + arch)
                .filter(machine -> both && read.kind().holdsProgram());
    }
}
