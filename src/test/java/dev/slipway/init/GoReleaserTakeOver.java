package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** A repository with a GoReleaser config, and what init proposes for it. */
class GoReleaserTakeOver {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    @TempDir
    Path directory;

    List<Remark> remarks = List.of();

    SampleRepository reed(String path, String config) {
        return new SampleRepository(directory)
                .file("go.mod", "module github.com/me/reed\n\ngo 1.26\n")
                .file("main.go", "package main\n\nfunc main() {}\n")
                .file("LICENSE", "MIT\n")
                .file(path, config);
    }

    String config(SampleRepository repository) throws NoProposal {
        return config(
                repository.committed().origin("https://github.com/me/reed").read());
    }

    String config(Repository repository) throws NoProposal {
        Proposal proposal = Proposal.of(repository, Optional.empty(), TODAY);
        remarks = proposal.remarks();
        return proposal.config();
    }

    String said(Remark.Kind kind) {
        return remarks.stream()
                .filter(remark -> remark.kind() == kind)
                .map(remark -> remark.key() + " " + remark.value() + " " + remark.why())
                .collect(Collectors.joining("\n"));
    }
}
