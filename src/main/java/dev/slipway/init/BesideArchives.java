package dev.slipway.init;

import dev.slipway.published.AssetName;
import dev.slipway.published.FileKind;
import dev.slipway.published.PublishedRelease;
import dev.slipway.source.Pointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a release that exists has in addition to its archives: packages, installers, checksums and what proves something.
 *
 * @param names what each of its names says
 * @param builds the word of the config for each processor that Linux programs are for
 */
record BesideArchives(PublishedRelease release, List<AssetName> names, Map<String, String> builds, Draft draft) {
    private static final String PACKAGES = "packages";

    /** Words for the systems that a package is for, which are no part of its name. */
    private static final String SYSTEM =
            "(?i)(?:[-_.](?:debian|ubuntu|deb|fedora|centos|rhel|rocky|suse|opensuse|rpm|noarch|all))+$";

    /** Writes the keys that make it again. */
    void add(String project) {
        packaged(".deb", "deb", project);
        packaged(".rpm", "rpm", project);
        List<String> installers = new ArrayList<>();
        installer(".sh", "shell").ifPresent(installers::add);
        installer(".ps1", "powershell").ifPresent(installers::add);
        if (!installers.isEmpty()) {
            draft.set(List.of(PACKAGES, "installers"), Setting.Items.words(installers));
        }
        sums(project);
        sboms();
        names.stream()
                .filter(name -> name.kind() == FileKind.SIGNATURE)
                .findFirst()
                .ifPresent(name -> draft.left(
                        "attest",
                        name.text(),
                        "Slipway does not sign files; 'attest: true' proves their origin instead; from "
                                + release.place(name.text())));
    }

    private void packaged(String ending, String key, String project) {
        List<AssetName> found =
                names.stream().filter(name -> name.ending().equals(ending)).toList();
        found.stream().findFirst().ifPresent(first -> {
            if (!draft.has(PACKAGES, key)) {
                draft.set(List.of(PACKAGES, key), new Setting.Keys(Map.of()));
            }
            String called = usual(found);
            if (!called.equals(project.toLowerCase(Locale.ROOT)) && !called.isEmpty()) {
                draft.set(List.of(PACKAGES, key, "package"), new Setting.Word(called));
            }
            List<String> arches = found.stream().map(this::processor).distinct().toList();
            List<String> words = builds.entrySet().stream()
                    .filter(build -> arches.contains(build.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!words.isEmpty() && !arches.containsAll(builds.keySet())) {
                draft.set(List.of(PACKAGES, key, "targets"), Setting.Items.words(words));
            }
            draft.renew("packages." + key);
            draft.taken("packages." + key, called, "from " + release.place(first.text()));
        });
    }

    /** What a package is for; a config has one build for 32-bit Arm, whichever of them its names say. */
    private String processor(AssetName name) {
        String arch = name.platform().arch();
        return arch.startsWith("armv") && builds.containsKey("armv7") ? "armv7" : arch;
    }

    /** The name of a package: Debian puts an underscore before the version, which may have a part less than that of the tag. */
    private static String called(AssetName name) {
        String text = name.text();
        int end = name.ending().equals(".deb") ? text.indexOf('_') : -1;
        boolean version =
                end > 0 && text.substring(end + 1).matches("v?[0-9].*") && !text.startsWith("x86_64", end - 3);
        return version
                ? text.substring(0, end).toLowerCase(Locale.ROOT)
                : name.program().replaceFirst("-[0-9]+$", "").replaceFirst(SYSTEM, "");
    }

    /** What most of them are called; of two, the shorter: the other is a variant. */
    private static String usual(List<AssetName> packages) {
        Map<String, Long> names = packages.stream()
                .map(BesideArchives::called)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        return names.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().length()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private Optional<String> installer(String ending, String word) {
        Optional<AssetName> found = names.stream()
                .filter(name -> name.installs() && name.ending().equals(ending))
                .findFirst();
        found.ifPresent(name -> draft.taken("packages.installers", word, "from " + release.place(name.text())));
        return found.map(any -> word);
    }

    private void sums(String project) {
        List<AssetName> sums =
                names.stream().filter(name -> name.kind() == FileKind.CHECKSUM).toList();
        if (onlyPartial(names)) {
            draft.left(
                    "checksums",
                    sums.stream().map(AssetName::text).collect(Collectors.joining(", ")),
                    "one file has the checksums of all platforms; from "
                            + release.place(sums.get(0).text()));
            return;
        }
        draft.forget("checksums");
        draft.forget("checksum-file");
        if (sums.isEmpty()) {
            draft.open("checksums", "the release has none, but the next one will unless you write 'checksums: none'");
            return;
        }
        draft.remove(Pointer.of("/checksum-file")); // the workflow may have had another name for it, or any
        List<AssetName> combined = sums.stream().filter(AssetName::combined).toList();
        List<AssetName> each = sums.stream().filter(name -> !name.combined()).toList();
        String style = each.isEmpty() ? "combined" : combined.isEmpty() ? "per-file" : "both";
        if (style.equals("per-file")) {
            draft.remove(Pointer.of("/checksums"));
        } else {
            draft.put("checksums", new Setting.Word(style));
        }
        draft.taken("checksums", style, "from " + release.place(sums.get(0).text()));
        called(combined, project);
        List<String> hashes = Stream.of("sha512", "blake3", "blake2")
                .filter(hash -> sums.stream().anyMatch(name -> hash(name).equals(hash)))
                .toList();
        if (!hashes.isEmpty()) {
            draft.put(
                    "hashes",
                    Setting.Items.words(
                            Stream.concat(Stream.of("sha256"), hashes.stream()).toList()));
            draft.taken("hashes", String.join(", ", hashes), "from the names in " + release.source());
        }
    }

    /** Whether each list of checksums is for one platform, so that no name is that of a list of all. */
    static boolean onlyPartial(List<AssetName> names) {
        List<AssetName> sums =
                names.stream().filter(name -> name.kind() == FileKind.CHECKSUM).toList();
        return !sums.isEmpty() && sums.stream().allMatch(AssetName::partial);
    }

    /** What the file with all checksums is called, if that is not its usual name. */
    private void called(List<AssetName> combined, String project) {
        List<String> names = combined.stream()
                .filter(name -> !name.text().matches("(SHA256|SHA512|B2|B3)SUMS"))
                .map(name -> combined.size() == 1 ? name.text() : name.text().replace(hash(name), "{hash}"))
                .map(name -> gaps(name, project))
                .distinct()
                .toList();
        if (names.size() == 1) {
            draft.put("checksum-file", new Setting.Word(names.get(0)));
            draft.taken(
                    "checksum-file",
                    names.get(0),
                    "from " + release.place(combined.get(0).text()));
        } else if (names.size() > 1) {
            draft.left(
                    "checksum-file",
                    String.join(", ", names),
                    "the config has one name for all hashes, with '{hash}' in it; from " + release.source());
        }
    }

    private String gaps(String name, String project) {
        String text = release.open(name);
        return text.startsWith(project + "_") || text.startsWith(project + "-") || text.startsWith(project + ".")
                ? "{name}" + text.substring(project.length())
                : text;
    }

    private static String hash(AssetName name) {
        String low = name.text().toLowerCase(Locale.ROOT);
        return low.contains("512")
                ? "sha512"
                : low.endsWith(".b3") || low.contains("blake3") || low.contains("b3sums")
                        ? "blake3"
                        : low.endsWith(".b2") || low.contains("blake2") || low.contains("b2sums") ? "blake2" : "sha256";
    }

    private void sboms() {
        names.stream()
                .filter(name -> name.kind() == FileKind.SBOM)
                .filter(name -> name.text().matches("(?i).*(spdx|cdx|cyclonedx|sbom).*"))
                .findFirst()
                .ifPresent(name -> {
                    String format = name.text().matches("(?i).*(cdx|cyclonedx).*") ? "cyclonedx" : "spdx";
                    draft.forget("sbom");
                    draft.put("sbom", new Setting.Word(format));
                    draft.taken("sbom", format, "from " + release.place(name.text()));
                });
    }
}
