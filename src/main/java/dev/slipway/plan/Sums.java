package dev.slipway.plan;

import dev.slipway.config.Checksums;
import dev.slipway.config.Hash;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.ArrayList;
import java.util.List;

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

    /** Files, each followed by those with its checksums, and at the end those with the checksums of all. */
    List<String> with(List<String> files) {
        List<String> names = new ArrayList<>();
        for (String file : files) {
            names.add(file);
            for (Digest digest : perFile ? digests : List.<Digest>of()) {
                names.add(file + "." + digest.suffix());
            }
        }
        for (Digest digest : combined ? digests : List.<Digest>of()) {
            names.add(digest.all());
        }
        return names;
    }
}
