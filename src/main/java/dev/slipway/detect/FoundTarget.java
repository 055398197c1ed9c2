package dev.slipway.detect;

import java.util.List;
import java.util.Optional;

/**
 * A platform that an existing release set-up builds for.
 *
 * @param triple what the compiler calls it, such as {@code aarch64-unknown-linux-gnu}
 * @param runner the label of the machine it is built on
 * @param container the image it is built in
 * @param method {@code native}, {@code gcc}, {@code cross} or {@code zig}, where it can be told
 * @param glibc the oldest GNU C library it is built for, where that is chosen
 * @param features what is switched on beyond the default
 * @param archive the file that people download, where its name can be read
 */
public record FoundTarget(
        String triple,
        Optional<String> runner,
        Optional<String> container,
        Optional<String> method,
        Optional<String> glibc,
        List<String> features,
        Optional<FoundArchive> archive) {
    public FoundTarget {
        features = List.copyOf(features);
    }

    /** A platform of which no more is known. */
    public static FoundTarget of(String triple) {
        return new FoundTarget(
                triple,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    FoundTarget with(FoundArchive packed) {
        return new FoundTarget(
                triple, runner, container, method, glibc, features, archive.or(() -> Optional.of(packed)));
    }

    /** The same, under the name that it is uploaded by. */
    FoundTarget named(FoundArchive uploaded) {
        boolean plainer = archive.filter(packed ->
                        packed.stem().contains(triple) || !uploaded.stem().contains(triple))
                .isEmpty();
        FoundArchive renamed = archive.filter(packed -> !uploaded.ending().isEmpty())
                .map(packed -> new FoundArchive(
                        uploaded.stem(),
                        uploaded.ending(),
                        packed.layout(),
                        packed.include(),
                        packed.generated(),
                        packed.unknown()))
                .orElse(uploaded);
        return plainer
                ? new FoundTarget(triple, runner, container, method, glibc, features, Optional.of(renamed))
                : this;
    }
}
