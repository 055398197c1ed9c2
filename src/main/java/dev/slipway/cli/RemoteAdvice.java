package dev.slipway.cli;

import dev.slipway.detect.git.GitRemote;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Pointer;
import java.nio.file.Path;
import java.util.Optional;

/** Suggests the repository of the git remote if the config has none or an invalid one. */
final class RemoteAdvice {
    private static final Pointer REPOSITORY = Pointer.ROOT.child("repository");

    private RemoteAdvice() {}

    /** The same findings, with the name to write if git knows it. */
    static InvalidSource add(InvalidSource invalid, Path root) {
        if (invalid.findings().stream().noneMatch(finding -> finding.about().equals(REPOSITORY))) {
            return invalid;
        }
        Optional<String> remote = GitRemote.of(root);
        return remote.map(name -> invalid.with(invalid.findings().stream()
                        .map(finding -> finding.about().equals(REPOSITORY)
                                ? finding.with("write 'repository: " + name + "', the repository of the git remote")
                                : finding)
                        .toList()))
                .orElse(invalid);
    }
}
