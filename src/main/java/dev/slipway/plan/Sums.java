package dev.slipway.plan;

import dev.slipway.config.Checksums;
import dev.slipway.config.Hash;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which checksums a release has.
 *
 * @param perFile whether each archive has a file of the same name and {@code .sha256} beside it
 * @param combined whether one file has those of all
 * @param digests how they are computed; each in files of its own
 */
public record Sums(boolean perFile, boolean combined, List<Digest> digests) {
    private static final Pointer PLACE = Pointer.of("/hashes");

    public Sums {
        digests = List.copyOf(digests);
    }

    static Sums of(Checksums checksums, List<Hash> hashes, List<Problem> problems) {
        if (checksums == Checksums.NONE && !hashes.isEmpty()) {
            problems.add(Problem.at(PLACE.key(), "hashes of no checksums", "remove 'hashes' or 'checksums: none'"));
        }
        if (!hashes.isEmpty() && !hashes.contains(Hash.SHA256)) {
            problems.add(Problem.at(
                    PLACE, "no SHA-256, which installers and package managers compare", "add 'sha256' to the list"));
        }
        return new Sums(
                checksums == Checksums.PER_FILE || checksums == Checksums.BOTH,
                checksums == Checksums.COMBINED || checksums == Checksums.BOTH,
                hashes.isEmpty()
                        ? List.of(Digest.SHA256)
                        : hashes.stream().map(Digest::of).toList());
    }

    /** Whether there are any. */
    public boolean any() {
        return perFile || combined;
    }

    /** The file, and those with its checksums. */
    Stream<String> beside(String file) {
        Stream<String> sums = digests.stream().map(digest -> file + "." + digest.suffix());
        return Stream.concat(Stream.of(file), perFile ? sums : Stream.empty());
    }

    /** The files with the checksums of all. */
    Stream<String> ofAll() {
        return combined ? digests.stream().map(Digest::all) : Stream.empty();
    }
}
