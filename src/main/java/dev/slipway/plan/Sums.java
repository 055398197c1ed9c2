package dev.slipway.plan;

import dev.slipway.config.Checksums;
import dev.slipway.config.Config;
import dev.slipway.config.Hash;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which checksums a release has.
 *
 * @param perFile whether each archive has a file of the same name and {@code .sha256} next to it
 * @param combined whether one file has those of all
 * @param file what that file is called, with <code>{hash}</code> in it; empty if it has its usual name
 * @param digests how they are computed; each in files of its own
 */
public record Sums(boolean perFile, boolean combined, Optional<ArchiveName> file, List<Digest> digests) {
    private static final Pointer HASHES = Pointer.of("/hashes");
    private static final Pointer FILE = Pointer.of("/checksum-file");
    private static final String HASH = "{hash}";

    public Sums {
        digests = List.copyOf(digests);
    }

    /** The checksums that a config asks for; naming a file for all of them asks for one. */
    static Sums of(Config config, Project project, TagRule tags, List<Problem> problems) {
        List<Hash> hashes = config.hashes();
        Checksums checksums =
                config.checksums().orElse(config.checksumFile().isPresent() ? Checksums.COMBINED : Checksums.PER_FILE);
        if (checksums == Checksums.NONE && !hashes.isEmpty()) {
            problems.add(Problem.at(
                    HASHES.key(),
                    "hashes have no effect with 'checksums: none'",
                    "remove 'hashes' or 'checksums: none'"));
        }
        if (!hashes.isEmpty() && !hashes.contains(Hash.SHA256)) {
            problems.add(Problem.at(
                    HASHES,
                    "sha256 is missing, but installers and package managers verify it",
                    "add 'sha256' to the list"));
        }
        boolean combined = checksums == Checksums.COMBINED || checksums == Checksums.BOTH;
        config.checksumFile().ifPresent(text -> check(text, combined, hashes, tags, problems));
        return new Sums(
                checksums == Checksums.PER_FILE || checksums == Checksums.BOTH,
                combined,
                config.checksumFile().map(text -> ArchiveName.of(text, project.name(), tags)),
                hashes.isEmpty()
                        ? List.of(Digest.SHA256)
                        : hashes.stream().map(Digest::of).toList());
    }

    private static void check(String text, boolean combined, List<Hash> hashes, TagRule tags, List<Problem> problems) {
        if (!combined) {
            problems.add(Problem.at(
                    FILE.key(),
                    "no file contains the checksums of all files",
                    "write 'checksums: combined' or 'checksums: both', or remove the key"));
        }
        if (hashes.size() > 1 && !text.contains(HASH)) {
            problems.add(Problem.at(
                    FILE,
                    "the files of " + hashes.size() + " hashes would have the same name",
                    "add '{hash}' to the name; the value in 'hashes' replaces it"));
        }
        ArchiveTemplates.checkTag(text, FILE, tags, problems);
    }

    /** Whether there are any. */
    public boolean any() {
        return perFile || combined;
    }

    /** The name of the file with the checksums of all others. */
    public ArchiveName all(Digest digest) {
        return file.map(name -> new ArchiveName(name.text().replace(HASH, digest.word()), name.tagPrefix()))
                .orElse(new ArchiveName(digest.all(), ""));
    }

    /** Whether a file of the release has the checksum of the one before it. */
    public boolean ofOne(String file) {
        return perFile && digests.stream().anyMatch(digest -> file.endsWith("." + digest.suffix()));
    }

    /**
     * Files of a release, each followed by those with its checksums, and at the end those of all.
     *
     * @param named what a file is called
     */
    List<String> with(List<String> files, Function<ArchiveName, String> named) {
        List<String> names = new ArrayList<>();
        for (String file : files) {
            names.add(file);
            for (Digest digest : perFile ? digests : List.<Digest>of()) {
                names.add(file + "." + digest.suffix());
            }
        }
        for (Digest digest : combined ? digests : List.<Digest>of()) {
            names.add(named.apply(all(digest)));
        }
        return names;
    }

    /** No other file of the release has the name of that of all checksums. */
    void checkNames(List<String> assets, String tag, List<Problem> problems) {
        for (Digest digest : combined && file.isPresent() ? digests : List.<Digest>of()) {
            String name = all(digest).with(tag);
            boolean ownTwin = digests.stream()
                            .filter(one -> all(one).with(tag).equals(name))
                            .count()
                    > 1;
            if (!ownTwin && assets.indexOf(name) != assets.lastIndexOf(name)) {
                problems.add(Problem.at(
                        FILE,
                        "another release file has the name " + Quote.of(name),
                        "write another name, such as '{name}_{version}_checksums.txt'"));
                return;
            }
        }
    }
}
