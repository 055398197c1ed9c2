package dev.slipway.init;

import dev.slipway.archive.Listing;
import dev.slipway.detect.SampleRepository;
import dev.slipway.published.Comparison;
import dev.slipway.published.PublishedRelease;
import dev.slipway.published.ReleaseList;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Proposals for a project of which an old release is known. */
abstract class OldReleaseTakeOver {
    @TempDir
    Path directory;

    SampleRepository crate() {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("LICENSE", "MIT")
                .file("src/main.rs", "fn main() {}\n");
    }

    SampleRepository module() {
        return new SampleRepository(directory)
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.24\n")
                .file("main.go", "package main\n\nfunc main() {}\n");
    }

    static PublishedRelease release(String tag, String names) {
        return ReleaseList.read(new SourceText("old.txt", names)).tagged(tag);
    }

    static Proposal propose(SampleRepository repository, PublishedRelease old) throws NoProposal {
        return propose(repository, new Evidence(old, Optional.empty(), Optional.empty()));
    }

    static Proposal propose(SampleRepository repository, Evidence evidence) throws NoProposal {
        return Proposal.of(
                repository.committed().origin("https://github.com/me/kelp").read(),
                Optional.empty(),
                LocalDate.parse("2026-11-23"),
                Place.FREE,
                Optional.of(evidence));
    }

    static String config(Proposal proposal) {
        return proposal.config()
                .lines()
                .filter(line -> !line.matches("(#|slipway:|name: kelp|repository:|license:|rust:|go:|ci:|linux:).*"))
                .collect(Collectors.joining("\n"));
    }

    static String remarks(Proposal proposal, Remark.Kind kind) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + ": " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    /** Every name that is not made again. */
    static String lost(Proposal proposal, PublishedRelease old) {
        return Comparison.of(old.names(), proposal.plan().assets(old.tag().orElseThrow()), old.version())
                .lost()
                .stream()
                .map(row -> row.before() + " -> " + row.after())
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    static Evidence shown(PublishedRelease old, String name, String files) throws IOException {
        return new Evidence(
                old, Optional.of(name), Optional.of(Listing.read(name, files.getBytes(StandardCharsets.UTF_8))));
    }
}
