package dev.slipway;

import dev.slipway.plan.Installer;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Finding;
import dev.slipway.source.Locator;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;

/** Warns of what a config may ask for, and what people who install the release would trip over. */
final class ConfigAdvice {
    private ConfigAdvice() {}

    static List<Finding> of(Generation generation) {
        Locator locator = new Locator(generation.document());
        return locator.locate("config", Severity.WARNING, installers(generation.plan()));
    }

    private static List<Problem> installers(ReleasePlan plan) {
        boolean zstd = plan.packages().installers().stream()
                .filter(installer -> installer.kind() == Installer.Kind.SHELL)
                .flatMap(installer -> installer.choices().stream())
                .map(choice -> choice.build().target().os())
                .anyMatch(os -> plan.packing().of(os).ending(os).equals(".tar.zst"));
        return zstd
                ? List.of(Problem.at(
                        Pointer.of("/archive/format"),
                        "the shell installer needs zstd to unpack 'tar.zst', and many machines do not have it",
                        "write 'tar.gz' for the systems that it installs on"))
                : List.of();
    }
}
