package dev.slipway.init;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** A crate that dist releases, and what init proposes for it. */
abstract class DistTakeOver {
    static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    /** Keys whose default is said at the place of the targets, and keys that are about dist itself. */
    static final Set<String> SILENT = Set.of("cargo-dist-version", "ci", "dist");

    @TempDir
    Path directory;

    Proposal proposal = new Proposal("", List.of());

    SampleRepository crate() {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("LICENSE", "MIT\n")
                .file("src/main.rs", "fn main() {}\n");
    }

    SampleRepository dist(String keys) {
        return crate().file("dist-workspace.toml", "[workspace]\nmembers = [\"cargo:.\"]\n\n[dist]\n" + keys);
    }

    String config(SampleRepository repository) throws NoProposal {
        proposal = Proposal.of(
                repository.committed().origin("https://github.com/me/sea").read(), Optional.empty(), TODAY);
        return proposal.config();
    }

    String lines(Remark.Kind kind) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }

    static final String TWO_PROGRAMS = """
            [package]
            name = "kelp"
            version = "1.2.3"
            [features]
            default = ["colors"]
            colors = []
            shell = []
            [[bin]]
            name = "kelp"
            path = "src/main.rs"
            [[bin]]
            name = "kelp-shell"
            path = "src/main.rs"
            required-features = ["shell"]
            """;
}
