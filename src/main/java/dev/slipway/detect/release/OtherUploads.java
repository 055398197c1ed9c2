package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.published.AssetName;
import dev.slipway.published.FileKind;
import dev.slipway.shell.Symbols;
import dev.slipway.source.Wildcard;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What other commands upload of the files that GoReleaser leaves: people may get its programs under other names, and none
 * of its archives.
 *
 * @param calls how the workflows start GoReleaser
 * @param setup what these workflows upload
 */
record OtherUploads(GoReleaserCalls calls, GoReleaser read, ReleaseSetup setup) {
    /** What people do not get of a config if they get none of its archives. */
    static final List<String> PACKED = List.of(
            "archive",
            "checksum",
            "packages.deb",
            "packages.rpm",
            "sbom",
            "sign",
            "source",
            "release",
            "changelog",
            "nfpm");

    /** Whether they upload files whose names are known, and none of those that GoReleaser packs. */
    boolean replace() {
        return upload()
                && setup.released().stream().anyMatch(file -> isForPlatform(file.value()))
                && setup.released().stream().noneMatch(file -> takes(file.value()));
    }

    /** A pattern that may upload other files than GoReleaser packs, if no other one uploads these. */
    Optional<String> doubt() {
        List<ReleasedFile> taking =
                setup.released().stream().map(Fact::value).filter(this::takes).toList();
        return taking.stream()
                .filter(any -> upload() && taking.stream().allMatch(file -> !file.known() && !isFromFolder(file)))
                .map(file -> Symbols.shown(file.path().isEmpty() ? file.name() : file.path()))
                .findFirst();
    }

    private static boolean isForPlatform(ReleasedFile file) {
        AssetName name = AssetName.of(file.name(), "");
        return file.known()
                && Set.of(FileKind.ARCHIVE, FileKind.PROGRAM).contains(name.kind())
                && !name.platform().isUnknown();
    }

    private boolean upload() {
        boolean publishes = read.releases()
                && (calls.all().isEmpty() || calls.all().stream().anyMatch(GoReleaserCalls.Call::releases));
        return !publishes && publisher().isPresent();
    }

    /** Whether it has the folder of GoReleaser in its path. */
    private static boolean isFromFolder(ReleasedFile file) {
        return ("/" + file.path()).contains("/dist/");
    }

    /** Whether it is a file that GoReleaser packs, or a pattern that may be one's. */
    private boolean takes(ReleasedFile file) {
        String pattern = file.name().replace(Symbols.UNKNOWN, "*");
        if (pattern.indexOf('*') < 0) {
            return read.assets().stream().anyMatch(asset -> asset.value().equals(file.name()));
        }
        Wildcard wildcard = Wildcard.of(pattern.replace('{', '?').replace('}', '?'), Wildcard.Dialect.SHELL);
        return read.assets().stream().map(Said::value).anyMatch(wildcard::matches);
    }

    private Optional<Fact<String>> publisher() {
        return setup.publishers().stream()
                .filter(one -> !ReleaseStep.byGoReleaser(one.value()))
                .findFirst();
    }

    /** A target without the archive that nobody uploads, or with the doubt that somebody does. */
    Fact<FoundTarget> target(Fact<FoundTarget> fact) {
        FoundTarget target = fact.value();
        return replace()
                ? new Fact<>(
                        target.unnamed().with(target.features(), target.flags()).called(target.variant()),
                        read.file() + " builds")
                : doubt().map(pattern ->
                                new Fact<>(target, fact.from() + Fact.UNLESS + "'" + pattern + "' uploads other files"))
                        .orElse(fact);
    }

    /** That what the config says of archives has no effect. */
    Takeover.Left left() {
        Fact<String> publisher = publisher().orElseThrow();
        return new Takeover.Left(
                "goreleaser archives",
                publisher.value(),
                "uploads no file that GoReleaser packs, so what the config says of archives, checksums and notes has no effect",
                publisher.from());
    }
}
