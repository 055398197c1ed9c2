package dev.slipway.cli;

import dev.slipway.detect.git.GitRemote;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Suggests the repository of the git remote if the config has none or an invalid one. */
final class RemoteAdvice {
    private static final Predicate<Finding> ABOUT_REPOSITORY =
            finding -> finding.message().equals("the key 'repository' is missing")
                    || finding.message().startsWith("invalid repository '");

    private RemoteAdvice() {}

    /** The same findings, with the name to write if git knows it. */
    static InvalidSource add(InvalidSource invalid, Path root) {
        if (invalid.findings().stream().noneMatch(ABOUT_REPOSITORY)) {
            return invalid;
        }
        Optional<String> remote = GitRemote.of(root);
        return remote.map(name -> invalid.with(invalid.findings().stream()
                        .map(finding -> ABOUT_REPOSITORY.test(finding) ? advised(finding, name) : finding)
                        .toList()))
                .orElse(invalid);
    }

    private static Finding advised(Finding finding, String name) {
        String help = "write 'repository: " + name + "', the repository of the git remote";
        return new Finding(finding.rule(), finding.severity(), finding.file(), finding.span(), finding.message(), help);
    }
}
