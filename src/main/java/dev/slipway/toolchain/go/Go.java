package dev.slipway.toolchain.go;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.toolchain.CiOffer;
import dev.slipway.toolchain.CiSetting;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Refusal;
import dev.slipway.toolchain.Request;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.TargetSupport;
import dev.slipway.toolchain.Toolchain;
import dev.slipway.toolchain.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Builds with the {@code go} command; without C, every target on one Linux machine.
 *
 * @param version what is installed: a version, {@code stable} or {@code oldstable}
 * @param path the main package to build, in which {@link #BIN} stands for the program
 * @param bins the programs to ship; the project's name if empty
 * @param ldflags flags of the linker, with {@code {version}}, {@code {tag}}, {@code {commit}} and {@code {date}}
 * @param tags build constraints that hold
 * @param flags further flags of {@code go build}
 * @param cgo whether programs are linked with C
 * @param history whether the build looks at the history
 * @see <a href="https://pkg.go.dev/cmd/go">the go command</a>
 */
public record Go(
        String version,
        Optional<String> path,
        List<String> bins,
        String ldflags,
        List<String> tags,
        List<String> flags,
        boolean cgo,
        boolean history)
        implements Toolchain {

    /** The key of the config. */
    public static final String KEY = "go";

    static final String BIN = "{bin}";

    public Go {
        bins = List.copyOf(bins);
        tags = List.copyOf(tags);
        flags = List.copyOf(flags);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String title() {
        return "Go " + version;
    }

    @Override
    public List<Shipped> shipped(String project) {
        return programs(project).stream().map(Shipped::file).toList();
    }

    private List<String> programs(String project) {
        return bins.isEmpty() ? List.of(project) : bins;
    }

    @Override
    public Optional<Recipe> recipe(Target target) {
        return cgo ? GoTarget.linked(target) : GoTarget.pure(target);
    }

    /** With C, fewer targets can be built, and without it the same program may not need it. */
    @Override
    public TargetSupport recipe(Request request) {
        boolean onlyPure = recipe(request.target()).isEmpty()
                && GoTarget.pure(request.target()).isPresent();
        return onlyPure && request.method().isEmpty() && request.glibc().isEmpty()
                ? new Refusal(
                        "",
                        title() + " with 'cgo' cannot build for '" + request.word()
                                + "': no runner has its system, processor and C library",
                        "remove the target, or write 'cgo: false' if the program needs no C")
                : Toolchain.super.recipe(request);
    }

    @Override
    public boolean linksLibc() {
        return cgo;
    }

    @Override
    public boolean standsAlone() {
        return !cgo;
    }

    @Override
    public List<String> containerPackages() {
        return List.of("build-essential", "ca-certificates", "git", "pkg-config");
    }

    @Override
    public List<Step> setup(Variant variant) {
        return List.of(install(variant.actions()).with("cache", false));
    }

    /** In a release nothing is taken from a cache, which other workflows can write to. */
    Uses install(ActionTable actions) {
        return Uses.action("Install Go", actions.of("actions/setup-go")).with("go-version", version);
    }

    @Override
    public List<Step> build(Variant variant) {
        String command = "export GOOS=\"${TARGET%_*}\" GOARCH=\"${TARGET#*_}\"\n" + "go build" + buildFlags()
                + linked(variant) + output(variant);
        Run run = Run.script("Build", command).env("CGO_ENABLED", Value.of(cgo ? 1 : 0));
        boolean tagged = ldflags.contains("{version}") || ldflags.contains("{tag}");
        return List.of((tagged ? run.env("TAG", variant.tag().name()) : run).env("TARGET", variant.target()));
    }

    private String linked(Variant variant) {
        return " -ldflags \""
                + ldflags.replace("{version}", variant.tag().version())
                        .replace("{tag}", "$TAG")
                        .replace("{commit}", "$(git rev-parse HEAD)")
                        .replace("{date}", "$(TZ=UTC git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd)")
                + "\"";
    }

    /** Several programs go into a folder under the names of their packages, a single one under the name it is given. */
    private String output(Variant variant) {
        List<String> programs = programs(variant.name());
        String file = programs.size() == 1 ? programs.get(0) + variant.os().executable() : "";
        return " -o build/" + file + packages(variant.name());
    }

    private String packages(String project) {
        String place = path.orElse(bins.isEmpty() ? "." : "./cmd/" + BIN);
        return programs(project).stream()
                .map(program -> " " + place.replace(BIN, program))
                .collect(Collectors.joining());
    }

    /** It is listed for every system, of which some need modules that others do not. */
    @Override
    public Optional<List<Step>> components(String project, TagName tag, ActionTable actions) {
        String list = "for system in linux darwin windows freebsd; do\n  GOOS=$system go list -e -deps"
                + " -json=ImportPath,Imports,Module" + tagFlag() + packages(project) + "\ndone > packages.json\n";
        String version = "export VERSION=\"" + tag.version() + "\"\n";
        Run run = Run.script("List the components", list + version + Scripts.read("go-components"))
                .env("CGO_ENABLED", Value.of(cgo ? 1 : 0))
                .env("TAG", tag.name());
        return Optional.of(List.of(install(actions).with("cache", false), run));
    }

    String buildFlags() {
        return (flags.isEmpty() ? "" : " " + String.join(" ", flags)) + tagFlag();
    }

    String tagFlag() {
        return tags.isEmpty() ? "" : " -tags " + String.join(",", tags);
    }

    @Override
    public List<Text> outputs(Variant variant) {
        return programs(variant.name()).stream()
                .map(program -> Text.of("build/" + program + variant.os().executable()))
                .toList();
    }

    @Override
    public List<CiOffer> ci() {
        return new GoCi(this).offers();
    }

    @Override
    public List<Step> ciSetup(CiSetting setting) {
        return List.of(install(setting.actions()));
    }

    @Override
    public List<String> buildFiles() {
        return List.of("**/go.mod", "**/go.sum");
    }
}
