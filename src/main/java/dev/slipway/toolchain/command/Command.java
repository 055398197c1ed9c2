package dev.slipway.toolchain.command;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.ManifestVersion;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Refusal;
import dev.slipway.toolchain.Request;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.Toolchain;
import dev.slipway.toolchain.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Builds with a command of the user's, such as {@code make TARGET={target}}.
 *
 * @param build makes the programs of one target
 * @param output where it leaves them, with {@code {name}} for each program and {@code {target}} or {@code {platform}}
 * @param bins the programs to ship; the project's name if empty
 * @param setup installs what the command needs
 * @param lint looks at the sources; nothing if empty
 * @param test tests them; nothing if empty
 * @param version prints the version that the sources have; nothing if empty
 * @param words what the command calls a target, if that is another word than the config's
 * @param linked whether programs need the C library of the system that builds them
 * @param history whether the build looks at the history
 */
public record Command(
        Script build,
        String output,
        List<String> bins,
        Script setup,
        Script lint,
        Script test,
        Script version,
        Map<String, String> words,
        boolean linked,
        boolean history)
        implements Toolchain {

    /** The key of the config. */
    public static final String KEY = "command";

    public Command {
        bins = List.copyOf(bins);
        words = Map.copyOf(words);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "'" + build.lines().get(0) + "'";
    }

    @Override
    public List<Shipped> shipped(String project) {
        return programs(project).stream().map(Shipped::file).toList();
    }

    private List<String> programs(String project) {
        return bins.isEmpty() ? List.of(project) : bins;
    }

    /** A command that gets the target builds for others as well; any other builds for the machine it runs on. */
    @Override
    public Optional<Recipe> recipe(Target target) {
        String word = Optional.ofNullable(words.get(target.word())).orElse(target.word());
        if (target.os() == Os.OTHER || target.arch() == Arch.OTHER) {
            return Optional.empty();
        }
        if (build.uses("target") || build.uses("platform")) {
            return Optional.of(new Recipe(word, "by the command, for " + word, List.of(), Map.of(), Optional.empty()));
        }
        return machine(target).map(runner -> new Recipe(word, "native", List.of(), Map.of(), Optional.of(runner)));
    }

    @Override
    public Refusal unbuilt(Request request) {
        return new Refusal(
                "",
                "the command builds for the machine on which it runs, and GitHub has no runner for '" + request.word()
                        + "'",
                "remove the target, or use '{target}' in 'build' if the command can cross-compile");
    }

    private static Optional<String> machine(Target target) {
        boolean arm = target.arch() == Arch.ARM64;
        if (!arm && target.arch() != Arch.AMD64) {
            return Optional.empty();
        }
        return switch (target.os()) {
            case LINUX -> Optional.of(arm ? "ubuntu-24.04-arm" : Os.LINUX.runner());
            case MACOS -> Optional.of(arm ? Os.MACOS.runner() : "macos-15-intel");
            case WINDOWS -> Optional.of(arm ? "windows-11-arm" : Os.WINDOWS.runner());
            case FREEBSD, OTHER -> Optional.empty();
        };
    }

    @Override
    public boolean linksLibc() {
        return linked;
    }

    /** A command may use any of the hundreds of tools that hosted runners have and a bare container lacks. */
    @Override
    public boolean runsInBareContainer() {
        return false;
    }

    @Override
    public boolean standsAlone() {
        return !linked;
    }

    @Override
    public List<String> containerPackages() {
        List<String> packages = new ArrayList<>(List.of("build-essential", "ca-certificates", "git"));
        if (Stream.concat(setup.lines().stream(), build.lines().stream()).anyMatch(line -> line.contains("sudo"))) {
            packages.add("sudo");
        }
        return packages;
    }

    @Override
    public List<Step> setup(Variant variant) {
        return preparation();
    }

    @Override
    public List<Step> build(Variant variant) {
        String version = "export VERSION=\"" + variant.tag().version() + "\"\n";
        boolean versioned = build.uses("version");
        Run run = Run.script("Build", (versioned ? version : "") + build.text());
        run = build.uses("name") ? run.env("NAME", variant.name()) : run;
        run = build.uses("platform") ? run.env("PLATFORM", variant.platform()) : run;
        run = versioned ? run.env("TAG", variant.tag().name()) : run;
        return List.of(build.uses("target") ? run.env("TARGET", variant.target()) : run);
    }

    @Override
    public List<Text> outputs(Variant variant) {
        return programs(variant.name()).stream()
                .map(program -> place(variant, program))
                .toList();
    }

    private Text place(Variant variant, String program) {
        String format = output.replace("{name}", program + variant.os().executable());
        Text text = Text.of("");
        for (String token : format.split("(?=\\{)|(?<=\\})")) {
            text = text.plus(
                    switch (token) {
                        case "{target}" -> variant.target();
                        case "{platform}" -> variant.platform();
                        default -> Text.of(token);
                    });
        }
        return text;
    }

    @Override
    public List<CiOffer> ci() {
        return List.of(offer("lint", lint, this::lint), offer("test", test, this::test));
    }

    private static CiOffer offer(String word, Script script, Function<CiSetting, JobBuilder> job) {
        boolean there = !script.lines().isEmpty();
        CiOffer offer = CiOffer.of(word, there, job);
        return there
                ? offer
                : offer.lacking(
                        "the job '" + word + "' needs a command",
                        "add one, such as 'command: { " + word + ": make " + word + " }'");
    }

    private JobBuilder lint(CiSetting setting) {
        return Job.named("lint")
                .runsOn(RunsOn.UBUNTU_LATEST)
                .name("Lint")
                .permissions(CiSetting.READ)
                .timeoutMinutes(15)
                .addAll(setting.start())
                .addAll(ciSetup(setting))
                .add(Run.script("Lint", lint.text()));
    }

    private JobBuilder test(CiSetting setting) {
        return setting.onEach("test", "Test on %s").addAll(ciSetup(setting)).add(Run.script("Test", test.text()));
    }

    @Override
    public List<Step> ciSetup(CiSetting setting) {
        return preparation();
    }

    private List<Step> preparation() {
        return setup.lines().isEmpty() ? List.of() : List.of(Run.script("Set up", setup.text()));
    }

    @Override
    public Optional<ManifestVersion> manifestVersion(String project, ActionTable actions) {
        return version.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(new ManifestVersion("the sources", preparation(), version.text(), Map.of()));
    }

    @Override
    public String versionAdvice() {
        return "remove the key, or add a command that prints it, such as 'version: cat VERSION' under 'command'";
    }

    /** Nothing is known of the command but that most have a file of this name. */
    @Override
    public List<String> buildFiles() {
        return List.of("**/Makefile", "**/CMakeLists.txt", "**/build.zig");
    }
}
