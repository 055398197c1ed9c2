package dev.slipway.published;

import dev.slipway.published.PlatformWords.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a file of a release says.
 *
 * @param text the whole name
 * @param ending what it ends with, such as {@code .tar.gz}; empty for a program as it is
 * @param platform what it is for, with what the name leaves out filled in
 * @param written what of that is in the name
 * @param start where the words for the platform begin; its length if there are none
 * @param end where they end
 * @param split whether something else is between them
 * @param program the name without version, platform and ending
 */
public record AssetName(
        String text,
        FileKind kind,
        String ending,
        Platform platform,
        Platform written,
        int start,
        int end,
        boolean split,
        String program) {
    private static final Pattern INSTALLS =
            Pattern.compile("(?i)(?<!un)install|setup|bootstrap|download|(?<![a-z])get(?![a-z])");

    /** What programs are called that install another one. */
    private static final Pattern SETUP =
            Pattern.compile("[-_.](?i:setup|installer)(?![A-Za-z])|[a-z0-9](?:Setup|Installer)(?![a-z])");

    /** The longest first: {@code .sbom.json} before {@code .json}. */
    private static final Map<FileKind, List<String>> ENDINGS = Map.of(
            FileKind.ARCHIVE,
            List.of(
                    ".tar.gz",
                    ".tgz",
                    ".tar.xz",
                    ".txz",
                    ".tar.zst",
                    ".tzst",
                    ".tar.bz2",
                    ".tbz2",
                    ".tbz",
                    ".tar.lz",
                    ".tar",
                    ".zip",
                    ".7z",
                    ".gz",
                    ".xz",
                    ".zst",
                    ".bz2"),
            FileKind.PROGRAM,
            List.of(".exe"),
            FileKind.PACKAGE,
            List.of(
                    ".pkg.tar.zst",
                    ".pkg.tar.xz",
                    ".deb",
                    ".rpm",
                    ".apk",
                    ".msixbundle",
                    ".msix",
                    ".msi",
                    ".pkg",
                    ".dmg",
                    ".appimage",
                    ".snap",
                    ".flatpak",
                    ".nupkg",
                    ".whl",
                    ".jar",
                    ".crate",
                    ".vsix",
                    ".gem"),
            FileKind.INSTALLER,
            List.of(".sh", ".ps1", ".bat"),
            FileKind.CHECKSUM,
            List.of(
                    ".sha256.txt",
                    ".sha256sums",
                    ".sha256sum",
                    ".sha256",
                    ".sha512sums",
                    ".sha512sum",
                    ".sha512",
                    ".sha1sum",
                    ".sha1",
                    ".sha",
                    ".md5sum",
                    ".md5",
                    ".b2",
                    ".b3",
                    ".blake3",
                    ".digest",
                    ".checksum"),
            FileKind.SIGNATURE,
            List.of(
                    ".sigstore.json",
                    ".sigstore",
                    ".cosign.bundle",
                    ".bundle",
                    ".minisig",
                    ".gpgsig",
                    ".asc",
                    ".sig",
                    ".gpg",
                    ".pem",
                    ".crt",
                    ".cert",
                    ".pub"),
            FileKind.SBOM,
            List.of(
                    ".sbom.json",
                    ".sbom",
                    ".spdx.sbom.json",
                    ".spdx.json",
                    ".spdx",
                    ".cdx.json",
                    ".cdx.xml",
                    ".cyclonedx.json",
                    ".cyclonedx.xml",
                    ".bom.json"),
            FileKind.PROVENANCE,
            List.of(".intoto.jsonl", ".provenance", ".att"),
            FileKind.OTHER,
            List.of(
                    ".txt",
                    ".md",
                    ".json",
                    ".yml",
                    ".yaml",
                    ".toml",
                    ".xml",
                    ".html",
                    ".pdf",
                    ".d.ts",
                    ".wasm",
                    ".debug",
                    ".dwarf",
                    ".dwp",
                    ".pdb",
                    ".pdb.zip",
                    ".dsym",
                    ".dsym.zip",
                    ".dsym.tar.gz"));

    private static final List<String> COMBINED = List.of(
            "checksum", "shasums", "sha256sum", "sha512sum", "sha1sum", "md5sum", "b2sum", "b3sum", "sha256.sum");

    /** Words that mean it only where a name ends with them. */
    private static final List<String> LAST = List.of("hashes", "digests", "sums");

    /**
     * Reads a name.
     *
     * @param version what is in the names of its release, without a prefix such as {@code v}; may be empty
     */
    public static AssetName of(String text, String version) {
        String low = text.toLowerCase(Locale.ROOT);
        Map.Entry<FileKind, String> found = kind(low);
        String stem = text.substring(0, text.length() - found.getValue().length());
        boolean[] closed = closed(stem, version);
        List<Run> runs = PlatformWords.find(stem, closed);
        Platform written = runs.stream().map(Run::platform).reduce(Platform.UNKNOWN, Platform::with);
        FileKind kind = found.getKey();
        boolean all = written.isUnknown() && (kind == FileKind.OTHER || kind == FileKind.PROGRAM);
        if (named(low, found.getValue()) && (all || found.getValue().equals(".txt"))) {
            kind = FileKind.CHECKSUM;
        }
        if (kind == FileKind.PROGRAM && written.isUnknown() && !found.getValue().equals(".exe")) {
            kind = FileKind.OTHER;
        }
        if (kind == FileKind.PROGRAM
                && found.getValue().equals(".exe")
                && SETUP.matcher(stem).find()) {
            kind = FileKind.PACKAGE;
        }
        Platform platform = implied(found.getValue()).with(written).completed();
        return new AssetName(
                text,
                kind,
                found.getValue(),
                platform,
                written,
                runs.isEmpty() ? stem.length() : runs.get(0).start(),
                runs.isEmpty() ? stem.length() : runs.get(runs.size() - 1).end(),
                runs.size() > 1,
                program(stem, closed, runs));
    }

    /** The name without its ending. */
    public String stem() {
        return text.substring(0, text.length() - ending.length());
    }

    /** Whether it says {@code arm} and not which one, which is read as the oldest that is usual. */
    public boolean saysOnlyArm() {
        return written.arch().equals("armv6")
                && PlatformWords.ARM.matcher(stem()).find();
    }

    /** Whether it has the checksums of several files. */
    public boolean combined() {
        return kind == FileKind.CHECKSUM && written.isUnknown() && named(text.toLowerCase(Locale.ROOT), ending);
    }

    /** Whether it has the checksums of the files for one platform. */
    public boolean partial() {
        return kind == FileKind.CHECKSUM && !written.isUnknown() && named(text.toLowerCase(Locale.ROOT), ending);
    }

    /** Whether a name is that of a list of checksums; one that has another ending before its own is about that file. */
    private static boolean named(String low, String ending) {
        String stem = low.substring(0, low.length() - ending.length());
        boolean last = LAST.stream()
                .filter(stem::endsWith)
                .map(word -> stem.length() - word.length())
                .anyMatch(start -> start == 0 || "-_.".indexOf(stem.charAt(start - 1)) >= 0);
        return (COMBINED.stream().anyMatch(low::contains) || last)
                && kind(stem).getValue().isEmpty();
    }

    private static Map.Entry<FileKind, String> kind(String low) {
        Optional<Map.Entry<FileKind, String>> longest = Optional.empty();
        for (Map.Entry<FileKind, List<String>> kind : ENDINGS.entrySet()) {
            for (String ending : kind.getValue()) {
                boolean longer = longest.map(found -> found.getValue().length() < ending.length())
                        .orElse(true);
                if (longer && low.length() > ending.length() && low.endsWith(ending)) {
                    longest = Optional.of(Map.entry(kind.getKey(), ending));
                }
            }
        }
        return longest.orElse(Map.entry(FileKind.PROGRAM, ""));
    }

    /** What an ending alone says. */
    private static Platform implied(String ending) {
        return switch (ending) {
            case ".exe", ".msi", ".msix", ".msixbundle" -> new Platform("windows", "", "");
            case ".dmg", ".pkg" -> new Platform("macos", "", "");
            case ".deb", ".rpm", ".apk", ".appimage", ".snap", ".flatpak", ".pkg.tar.zst", ".pkg.tar.xz" ->
                new Platform("linux", "", "");
            default -> Platform.UNKNOWN;
        };
    }

    /** The places of the version, wherever it is one and not a part of a longer number. */
    private static boolean[] closed(String stem, String version) {
        boolean[] closed = new boolean[stem.length() + 1];
        for (int at = version.isEmpty() ? -1 : stem.indexOf(version);
                at >= 0;
                at = stem.indexOf(version, at + version.length())) {
            if (isWhole(stem, at, at + version.length())) {
                java.util.Arrays.fill(closed, at, at + version.length(), true);
            }
        }
        return closed;
    }

    /** Whether a number neither begins before a place nor goes on after it. */
    static boolean isWhole(String text, int start, int end) {
        boolean before = start == 0
                || !Character.isDigit(text.charAt(start - 1))
                        && !(text.charAt(start - 1) == '.' && start > 1 && Character.isDigit(text.charAt(start - 2)));
        boolean behind = end == text.length()
                || !Character.isDigit(text.charAt(end))
                        && !(text.charAt(end) == '.'
                                && end + 1 < text.length()
                                && Character.isDigit(text.charAt(end + 1)));
        return before && behind;
    }

    private static String program(String stem, boolean[] closed, List<Run> runs) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int at = 0; at <= stem.length(); at++) {
            int place = at;
            boolean out = at == stem.length()
                    || closed[at]
                    || "-_.".indexOf(stem.charAt(at)) >= 0
                    || runs.stream().anyMatch(run -> run.start() <= place && place < run.end());
            if (!out) {
                part.append(stem.charAt(at));
            } else if (part.length() > 0) {
                boolean mark = part.toString().equals("v") && at < stem.length() && closed[at];
                if (!mark) {
                    parts.add(part.toString().toLowerCase(Locale.ROOT));
                }
                part.setLength(0);
            }
        }
        return String.join("-", parts);
    }

    /** Whether it is a script that installs the program, as its name says; people may download others. */
    public boolean installs() {
        return kind() == FileKind.INSTALLER && INSTALLS.matcher(text()).find();
    }
}
