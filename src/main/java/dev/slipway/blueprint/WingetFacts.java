package dev.slipway.blueprint;

import dev.slipway.plan.Build;
import dev.slipway.plan.Packages.Winget;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Shipped;
import java.util.List;
import java.util.Optional;

/**
 * What the manifests of winget say.
 *
 * @param version the mark that the release fills in
 * @param zip something to print if there are archives
 * @param whole something to print if programs need the files next to them, so that a link is not enough
 * @param command the name of the program, if there are none
 * @param choices what is downloaded, for each processor
 * @see <a href="https://github.com/microsoft/winget-pkgs/tree/master/doc/manifest/schema">Schemas of the manifests</a>
 */
public record WingetFacts(
        String header,
        String id,
        String version,
        String publisher,
        String name,
        String homepage,
        String license,
        String description,
        String notes,
        Optional<String> zip,
        Optional<String> whole,
        Optional<String> command,
        List<Choice> choices) {
    /** An archive for a processor. */
    public record Choice(String processor, String url, String checksum, List<Program> programs) {}

    /**
     * A program in an archive.
     *
     * @param path with the folder separator of Windows
     */
    public record Program(String path, String command) {}

    static WingetFacts of(ReleasePlan plan, Winget winget, Header header) {
        String releases = plan.project().repository().url() + "/releases";
        boolean raw = plan.packing().of(Os.WINDOWS).raw();
        return new WingetFacts(
                header.text(),
                winget.id(),
                "@VERSION@",
                plan.project().repository().owner(),
                plan.project().name(),
                plan.project().repository().url(),
                plan.project().license().orElse(""),
                plan.project().description().orElse(""),
                releases + "/tag/@TAG@",
                raw ? Optional.empty() : Optional.of("zip"),
                plan.shipped().stream()
                        .filter(Shipped::folder)
                        .map(Shipped::entry)
                        .findFirst(),
                raw ? Optional.of(plan.shipped().get(0).command()) : Optional.empty(),
                winget.builds().stream()
                        .map(build -> choice(plan, build, releases))
                        .toList());
    }

    private static Choice choice(ReleasePlan plan, Build build, String releases) {
        String archive = InstallerFacts.holes(build.archive().text());
        String folder = plan.packing().of(Os.WINDOWS).inFolder()
                ? InstallerFacts.holes(build.archive()
                                .stem(plan.packing().of(Os.WINDOWS).ending(Os.WINDOWS))
                                .text()) + "\\"
                : "";
        return new Choice(
                processor(build.target().arch()),
                releases + "/download/@TAG@/" + archive,
                "@SHA256:" + archive + "@",
                plan.packing().of(Os.WINDOWS).raw()
                        ? List.of()
                        : plan.shipped().stream()
                                .map(shipped -> program(folder, shipped))
                                .toList());
    }

    private static Program program(String folder, Shipped shipped) {
        return new Program(folder + shipped.program().replace('/', '\\') + Os.WINDOWS.executable(), shipped.command());
    }

    private static String processor(Arch arch) {
        return switch (arch) {
            case AMD64 -> "x64";
            case I686 -> "x86";
            default -> arch.word();
        };
    }
}
