package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Toolchains;
import dev.slipway.config.AdvisedConfig;
import dev.slipway.config.ConfigReader;
import dev.slipway.detect.SampleRepository;
import dev.slipway.plan.Paths;
import dev.slipway.plan.Planner;
import dev.slipway.source.Document;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** A repository whose releases a workflow makes that somebody wrote by hand, and what init proposes for it. */
class HandWrittenRelease {
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    static final String MANIFEST = """
            [package]
            name = "kelp"
            version = "1.2.3"
            edition = "2021"
            license = "MIT"
            repository = "https://github.com/me/kelp"
            """;

    @TempDir
    Path directory;

    SampleRepository repository() {
        return new SampleRepository(directory);
    }

    SampleRepository crate(String manifest) {
        return repository()
                .file("Cargo.toml", MANIFEST + manifest)
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}\n");
    }

    SampleRepository release(String jobs) {
        return workflow(crate(""), jobs);
    }

    static SampleRepository workflow(SampleRepository repository, String jobs) {
        return repository.file(
                ".github/workflows/release.yml", "on: { push: { tags: ['v*'] } }\njobs:\n" + jobs.indent(2));
    }

    static Proposal proposal(SampleRepository repository) throws NoProposal {
        Proposal proposal = Proposal.of(repository.read(), Optional.empty(), TODAY);
        assertThat(proposal.remarks())
                .flatExtracting(remark -> AdvisedConfig.refused(remark.why() + " " + remark.proof()))
                .isEmpty();
        return proposal;
    }

    /** The files of the release of v9.9.9 but for checksums. */
    static List<String> names(Proposal proposal) throws Rejected {
        SourceText config = new SourceText("slipway.yml", proposal.config());
        return Planner.plan(
                        ConfigReader.read(Document.of(config, YamlReader.read(config)), Toolchains.READERS),
                        Paths.USUAL)
                .assets("v9.9.9")
                .stream()
                .filter(name -> !name.endsWith(".sha256"))
                .toList();
    }

    static String said(Proposal proposal, Remark.Kind kind) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    static String lost(Proposal proposal) {
        return said(proposal, Remark.Kind.LEFT);
    }

    static String releasing(String step) {
        return """
                ship:
                  runs-on: ubuntu-latest
                  steps:
                    - run: cargo build --release --target x86_64-unknown-linux-musl
                    - run: tar czf kelp-linux.tar.gz -C target/x86_64-unknown-linux-musl/release kelp
                    - uses: softprops/action-gh-release@v2
                      with: { files: kelp-linux.tar.gz }
                    - name: The last one
                """ + step.indent(6);
    }

    /** A program of Go in a repository with a README. */
    final SampleRepository go(String readme) {
        return repository()
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.18\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("README.md", readme)
                .committed()
                .origin("https://github.com/me/kelp");
    }

    /** A module of Go whose program is at the top. */
    SampleRepository module() {
        return repository()
                .file("go.mod", "module github.com/me/kelp\n\ngo 1.26\n")
                .file("a.go", "package main\n")
                .file("main.go", "package main\n\nfunc main() {}\n");
    }
}
