package dev.slipway.blueprint;

import dev.slipway.plan.Build;
import dev.slipway.plan.Packages.Homebrew;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a formula says.
 *
 * @param type the name of its class
 * @param anyOf licenses to choose from
 * @param allOf licenses that hold together
 * @param only the one system that it is for
 * @param file what is downloaded, if there is nothing to choose
 * @param choices what is downloaded for each processor, if there is one system
 * @param systems what is downloaded, for each of several systems
 * @param raw the name of the program, if there are no archives
 * @param installs what goes where
 * @param sweeps files whose names decide where they go, and that only the archive contains
 * @param trees programs that are folders
 * @param command what the test of the formula runs
 * @see <a href="https://docs.brew.sh/Formula-Cookbook">Formula Cookbook</a>
 */
public record FormulaFacts(
        String header,
        String type,
        Optional<String> description,
        String homepage,
        Optional<String> license,
        Optional<List<String>> anyOf,
        Optional<List<String>> allOf,
        Optional<String> only,
        Single file,
        List<Choice> choices,
        List<Download> systems,
        Optional<String> raw,
        List<Install> installs,
        List<Sweep> sweeps,
        List<Shipped> trees,
        String command) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.+-]+");

    /** What is downloaded on a system. */
    public record Download(String system, Single file, List<Choice> choices) {}

    /**
     * The archive for the one processor that there is, if there is one. It is in no block for the processor, so that
     * Homebrew can read the formula on others and say what it requires.
     */
    public record Single(Optional<String> url, Optional<String> archive, Optional<String> arch) {
        static Single of(List<Choice> choices) {
            Optional<Choice> only = choices.size() == 1 ? Optional.of(choices.get(0)) : Optional.empty();
            return new Single(only.map(Choice::url), only.map(Choice::archive), only.map(Choice::arch));
        }
    }

    /** An archive for a processor, under the two names that Homebrew has for it. */
    public record Choice(String processor, String arch, String url, String archive) {}

    /** A file that goes to a folder of Homebrew's, under another name if one is given. */
    public record Install(String folder, String path, Optional<String> name) {}

    /** Patterns of files in the archive, for each place that Homebrew has. */
    public record Sweep(Optional<String> manuals, Optional<String> bash, Optional<String> zsh, Optional<String> fish) {}

    static FormulaFacts of(ReleasePlan plan, Homebrew homebrew, Header header) {
        List<Download> systems = Stream.of(Os.MACOS, Os.LINUX)
                .flatMap(os -> download(plan, homebrew.builds(), os).stream())
                .toList();
        boolean alone = systems.size() == 1;
        List<Shipped> files =
                plan.shipped().stream().filter(shipped -> !shipped.folder()).toList();
        String license = plan.project().license().orElse("");
        return new FormulaFacts(
                header.text(),
                type(homebrew.name()),
                plan.project().description(),
                plan.project().repository().url(),
                plan.project().license().filter(it -> PLAIN.matcher(it).matches()),
                split(license, " OR "),
                split(license, " AND "),
                alone ? Optional.of(systems.get(0).system()) : Optional.empty(),
                alone ? systems.get(0).file() : Single.of(List.of()),
                alone ? systems.get(0).choices() : List.of(),
                alone ? List.of() : systems,
                plan.packing().of(Os.LINUX).raw() ? Optional.of(files.get(0).entry()) : Optional.empty(),
                plan.packing().of(Os.LINUX).raw() ? List.of() : installs(plan, files),
                FormulaExtras.of(plan.packing().of(Os.LINUX)).sweeps(),
                plan.shipped().stream().filter(Shipped::folder).toList(),
                plan.shipped().get(0).command());
    }

    private static Optional<Download> download(ReleasePlan plan, List<Build> builds, Os os) {
        List<Choice> choices = new ArrayList<>();
        add("arm", "arm64", List.of(Arch.ARM64, Arch.UNIVERSAL), plan, builds, os, choices);
        add("intel", "x86_64", List.of(Arch.AMD64, Arch.UNIVERSAL), plan, builds, os, choices);
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(new Download(
                        os.word(), Single.of(choices), choices.size() == 1 ? List.of() : List.copyOf(choices)));
    }

    private static void add(
            String processor,
            String arch,
            List<Arch> archs,
            ReleasePlan plan,
            List<Build> builds,
            Os os,
            List<Choice> choices) {
        archs.stream()
                .flatMap(one -> builds.stream()
                        .filter(build ->
                                build.target().os() == os && build.target().arch() == one))
                .findFirst()
                .map(build -> InstallerFacts.holes(build.archive().text()))
                .ifPresent(archive -> choices.add(new Choice(
                        processor,
                        arch,
                        plan.project().repository().url() + "/releases/download/@TAG@/" + archive,
                        archive)));
    }

    private static List<Install> installs(ReleasePlan plan, List<Shipped> files) {
        List<Install> installs = new ArrayList<>();
        files.forEach(file -> installs.add(new Install("bin", file.entry(), Optional.empty())));
        installs.addAll(FormulaExtras.of(plan.packing().of(Os.LINUX)).installs());
        return installs;
    }

    /** The parts of a license without brackets and exceptions; none if there is but one. */
    private static Optional<List<String>> split(String license, String word) {
        if (!license.contains(word)) {
            return Optional.empty();
        }
        List<String> parts = List.of(license.split(word));
        boolean plain = parts.size() > 1
                && parts.stream().allMatch(part -> PLAIN.matcher(part).matches());
        return plain ? Optional.of(parts) : Optional.empty();
    }

    /** {@code OttoCli} for {@code otto-cli}. */
    private static String type(String name) {
        StringBuilder type = new StringBuilder();
        for (String part : name.split("[-_.]")) {
            type.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return type.toString();
    }
}
