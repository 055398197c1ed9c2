package dev.slipway.blueprint;

import dev.slipway.plan.Build;
import dev.slipway.plan.Packages.Homebrew;
import dev.slipway.plan.Packing.GeneratedFile;
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
 * @param systems what is downloaded, for each system
 * @param raw the name of the program, where there are no archives
 * @param installs what goes where
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
        List<Download> systems,
        Optional<String> raw,
        List<Install> installs,
        List<Shipped> trees,
        String command) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.+-]+");

    /** What is downloaded on a system. */
    public record Download(String system, List<Choice> choices) {}

    /** An archive for a processor. */
    public record Choice(String processor, String url, String archive) {}

    /** A file that goes to a folder of Homebrew's, under another name where one is given. */
    public record Install(String folder, String path, Optional<String> name) {}

    static FormulaFacts of(ReleasePlan plan, Homebrew homebrew, Header header) {
        List<Download> systems = Stream.of(Os.MACOS, Os.LINUX)
                .map(os -> new Download(os.word(), choices(plan, homebrew.builds(), os)))
                .filter(download -> !download.choices().isEmpty())
                .toList();
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
                systems.size() == 1 ? Optional.of(systems.get(0).system()) : Optional.empty(),
                systems,
                plan.packing().of(Os.LINUX).raw() ? Optional.of(files.get(0).entry()) : Optional.empty(),
                plan.packing().of(Os.LINUX).raw() ? List.of() : installs(plan, files),
                plan.shipped().stream().filter(Shipped::folder).toList(),
                plan.shipped().get(0).command());
    }

    private static List<Choice> choices(ReleasePlan plan, List<Build> builds, Os os) {
        List<Choice> choices = new ArrayList<>();
        add("arm", List.of(Arch.ARM64, Arch.UNIVERSAL), plan, builds, os, choices);
        add("intel", List.of(Arch.AMD64, Arch.UNIVERSAL), plan, builds, os, choices);
        return choices;
    }

    private static void add(
            String processor, List<Arch> archs, ReleasePlan plan, List<Build> builds, Os os, List<Choice> choices) {
        archs.stream()
                .flatMap(arch -> builds.stream()
                        .filter(build ->
                                build.target().os() == os && build.target().arch() == arch))
                .findFirst()
                .map(build -> InstallerFacts.holes(build.archive().text()))
                .ifPresent(archive -> choices.add(new Choice(
                        processor,
                        plan.project().repository().url() + "/releases/download/@TAG@/" + archive,
                        archive)));
    }

    private static List<Install> installs(ReleasePlan plan, List<Shipped> files) {
        List<Install> installs = new ArrayList<>();
        files.forEach(file -> installs.add(new Install("bin", file.entry(), Optional.empty())));
        plan.packing().of(Os.LINUX).generated().stream()
                .map(GeneratedFile::path)
                .forEach(path -> extra(path).ifPresent(installs::add));
        return installs;
    }

    /** Where Homebrew has completions and manuals. */
    private static Optional<Install> extra(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".bash")) {
            return Optional.of(new Install("bash_completion", path, Optional.of(name.substring(0, name.length() - 5))));
        }
        if (name.endsWith(".fish")) {
            return Optional.of(new Install("fish_completion", path, Optional.empty()));
        }
        if (name.startsWith("_") && !name.contains(".")) {
            return Optional.of(new Install("zsh_completion", path, Optional.empty()));
        }
        return name.matches(".+\\.[1-8]")
                ? Optional.of(new Install("man" + name.charAt(name.length() - 1), path, Optional.empty()))
                : Optional.empty();
    }

    /** The parts of a license without brackets and exceptions; none where there is but one. */
    private static Optional<List<String>> split(String license, String word) {
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
