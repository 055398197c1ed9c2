package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The checksums of a release, and other hashes that each archive has a file of. */
record AboutSums(Repository repository, Draft draft) {
    private static final Map<String, String> HASHES =
            new TreeMap<>(Map.of(".sha512", "sha512", ".b2", "blake2", ".b3", "blake3"));

    void add() {
        sums();
        hashes();
    }

    private void sums() {
        repository.release().sums().ifPresent(sums -> {
            if (!sums.value().style().equals("per-file")) {
                draft.put("checksums", new Setting.Word(sums.value().style()));
            }
            draft.taken("checksums", sums.map(FoundSums::style));
            sums.value()
                    .file()
                    .filter(file -> file.matches(
                            "(?:[A-Za-z0-9_]|\\{(?:tag|version)})(?:[A-Za-z0-9._-]|\\{(?:tag|version)})*+"))
                    .filter(file -> !file.equals("SHA256SUMS"))
                    .ifPresent(file -> {
                        draft.put("checksum-file", new Setting.Word(file));
                        draft.taken("checksum-file", sums.map(any -> file));
                    });
        });
    }

    /** Other hashes than SHA-256 that each archive has a file of. */
    private void hashes() {
        List<String> archives = Naming.archives(repository.release())
                .map(archive -> archive.value().name())
                .toList();
        Map<String, Fact<ReleasedFile>> found = new LinkedHashMap<>();
        HASHES.forEach((ending, hash) -> repository.release().released().stream()
                .filter(file -> file.value().name().endsWith(ending))
                .filter(file -> {
                    String name = file.value().name();
                    return archives.contains(name.substring(0, name.length() - ending.length()));
                })
                .findFirst()
                .ifPresent(file -> found.put(hash, file)));
        if (!found.isEmpty()) {
            draft.put(
                    "hashes",
                    Setting.Items.words(Stream.concat(Stream.of("sha256"), found.keySet().stream())
                            .toList()));
            found.forEach((hash, file) -> draft.taken("hashes", hash, "from " + file.from()));
        }
    }
}
