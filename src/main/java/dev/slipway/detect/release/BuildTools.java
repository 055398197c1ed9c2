package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.workflow.AptPackages;
import dev.slipway.detect.workflow.Builds;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.GoReleaserCall;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What machines get before something is built on them: programs that are linked with C may need its libraries.
 *
 * @param rows the jobs that build for a release, once for each machine
 */
record BuildTools(List<DryRow> rows) {
    /** What releases need for other reasons than to compile: packers, signers, emulators and compilers for other machines. */
    private static final String OTHER =
            "go(?:lang.*|@.*)?|goreleaser.*|syft|cosign|upx(?:-ucl)?|rpm|snapcraft|snapd|qemu.*|binfmt-support"
                    + "|mingw.*|.*mingw-w64.*|osslsigncode|docker.*|podman|buildah|gnupg2?|gh|python3?|nodejs|npm|apt-transport-https"
                    + "|software-properties-common|lsb-release|rsync|tree|gettext-base|cosign|minisign|zig|clang-format|coreutils|gnu-(?:sed|tar)|p7zip|sevenzip|7zip.*|zip|gzip|jq|wget|curl|git|rustup|rust|llvm-mingw"
                    + "|create-dmg|openjdk.*|cargo-.*|sccache|ccache|make|gawk|bash|xz|upx.*|nsis|wixtoolset|innosetup|strawberryperl";

    /** Who installs packages on a system, by the word that its runners begin with. */
    private record Installing(String runners, String system, Set<String> programs) {}

    private static final List<Installing> MANAGERS = List.of(
            new Installing("macos", "macos", Set.of("brew")), new Installing("windows", "windows", Set.of("choco")));

    BuildTools {
        rows = List.copyOf(rows);
    }

    static BuildTools of(List<ExistingWorkflow> workflows) {
        return new BuildTools(workflows.stream()
                .filter(workflow -> !workflow.early())
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(job -> job.steps().stream()
                        .flatMap(GoReleaserCall::of)
                        .anyMatch(call -> call.isPartial() || call.releases() && !call.continues()))
                .toList());
    }

    /** The jobs of workflows by hand that build programs for a system. */
    static BuildTools ofBuilds(List<ExistingWorkflow> workflows, List<Fact<FoundTarget>> targets) {
        return new BuildTools(workflows.stream()
                .filter(workflow -> !workflow.early() && WorkflowRoles.isOwn(workflow))
                .flatMap(workflow -> workflow.jobs().stream())
                .filter(Builds::in)
                .filter(job -> targets.stream().anyMatch(target -> target.from().startsWith(job.place())))
                .toList());
    }

    /** The same for those that are not Linux. */
    Takeover elsewhere() {
        Map<String, Fact<List<String>>> found = packages();
        found.remove("linux.packages");
        return new Takeover(found, List.of(), List.of());
    }

    /** The packages of each system, by the key of a config. */
    Map<String, Fact<List<String>>> packages() {
        Map<String, Fact<List<String>>> found = new LinkedHashMap<>();
        for (DryRow row : rows) {
            AptPackages.of(row).ifPresent(names -> add(found, "linux.packages", names.stream(), row));
            String runner = row.runner().orElse("");
            MANAGERS.stream()
                    .filter(manager -> runner.startsWith(manager.runners()))
                    .forEach(manager -> add(
                            found,
                            manager.system() + ".packages",
                            row.commands()
                                    .filter(command -> manager.programs().contains(command.program()))
                                    .flatMap(BuildTools::installed),
                            row));
        }
        return found;
    }

    private static void add(Map<String, Fact<List<String>>> found, String key, Stream<String> packages, DryRow row) {
        List<String> names =
                packages.filter(name -> !name.matches(OTHER)).distinct().toList();
        if (!names.isEmpty()) {
            found.putIfAbsent(key, new Fact<>(names, row.place() + " jobs." + row.id()));
        }
    }

    private static Stream<String> installed(Command command) {
        List<String> words = command.arguments();
        return words.isEmpty() || !words.get(0).equals("install")
                ? Stream.of()
                : words.stream().skip(1).filter(word -> word.matches("[a-z0-9][a-z0-9@.+-]*"));
    }
}
