package dev.slipway.detect.golang;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryStep;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the Go that releases are built with today. It is often newer than the one in {@code go.mod}, which is the oldest that
 * builds the module.
 *
 * @see <a href="https://github.com/actions/setup-go">actions/setup-go</a>
 */
public record GoHint(RepositoryFiles files, List<ExistingWorkflow> workflows) {
    /** What is installed if the newest one is asked for. */
    private static final String NEWEST = "stable";

    /** Where actions that install Go and build with it take the version. */
    private static final String OWN_INPUT = "goversion";

    private static final Pattern EXACT =
            Pattern.compile("(?:go)?(stable|oldstable|[1-9][0-9]{0,3}\\.[0-9]{1,4}(?:\\.[0-9]{1,4})?)(?:\\.[x*])?");
    private static final Pattern AT_LEAST =
            Pattern.compile("(?:\\^|>=)[ \\t]*+[1-9].*+|~[ \\t]*+[1-9]|latest|[1-9](?:\\.[x*])?|[x*]");

    /** Any patch of one minor version. */
    private static final Pattern PATCHES =
            Pattern.compile("~[ \\t]*+([1-9][0-9]{0,3}\\.[0-9]{1,4})(?:\\.[0-9x*]{1,4})?");

    private static final Pattern TOOLCHAIN =
            Pattern.compile("(?m)^toolchain[ \\t]++(go[0-9.]{1,20})[ \\t]*+(?://.*+)?$");
    private static final Pattern GO = Pattern.compile("(?m)^go[ \\t]++([0-9.]{1,20})[ \\t]*+(?://.*+)?$");
    private static final Pattern ASDF = Pattern.compile("(?m)^[ \\t]*+go(?:lang)?[ \\t]++(\\S{1,60})");
    private static final Pattern FIRST_LINE = Pattern.compile("\\A\\s*+(\\S{1,60})");

    /** Files that pin the Go version of a project. */
    private static final List<String> PINS = List.of(".go-version", ".tool-versions");

    /** Empty if no release installs Go, or if only a run knows which one. Without a release, it is the Go of the project. */
    public Optional<Fact<String>> found() {
        return workflows.stream().anyMatch(ExistingWorkflow::releases)
                ? installing().flatMap(step -> version(step).stream()).findFirst()
                : PINS.stream().flatMap(file -> in(file).stream()).findFirst();
    }

    /** The step of a release that installs a Go which only a run knows. */
    public Optional<String> open() {
        return found().isPresent()
                ? Optional.empty()
                : installing()
                        .filter(step -> step.with().containsKey("go-version"))
                        .map(DryStep::place)
                        .findFirst();
    }

    private Stream<DryStep> installing() {
        return workflows.stream()
                .filter(ExistingWorkflow::releases)
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.action().equals("actions/setup-go")
                        || !step.with().getOrDefault(OWN_INPUT, "").isBlank());
    }

    private Optional<Fact<String>> version(DryStep step) {
        String own = step.with().getOrDefault(OWN_INPUT, "").strip();
        if (!own.isEmpty()) {
            return version(own).map(version -> new Fact<>(version, step.place() + " " + step.action()));
        }
        String named = step.with().getOrDefault("go-version", "").strip();
        String file = step.with().getOrDefault("go-version-file", "").strip();
        return named.isEmpty()
                ? Optional.of(file).filter(path -> !path.isEmpty()).flatMap(this::in)
                : version(named).map(version -> new Fact<>(version, step.place() + " actions/setup-go"));
    }

    private Optional<Fact<String>> in(String file) {
        String name = file.replaceFirst("^.*/", "");
        List<Pattern> patterns = name.matches("go\\.(mod|work)")
                ? List.of(TOOLCHAIN, GO)
                : List.of(name.equals(".tool-versions") ? ASDF : FIRST_LINE);
        return files.read(file.replaceFirst("^\\./", ""))
                .flatMap(source -> patterns.stream()
                        .map(pattern -> pattern.matcher(source.text()))
                        .filter(Matcher::find)
                        .flatMap(found -> version(found.group(1))
                                .map(version -> new Fact<>(version, file + ":" + lineAt(source.text(), found.start(1))))
                                .stream())
                        .findFirst());
    }

    private static long lineAt(String text, int position) {
        return text.substring(0, position + 1).lines().count();
    }

    private static Optional<String> version(String text) {
        return Stream.of(EXACT, PATCHES)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .map(known -> known.group(1))
                .findFirst()
                .or(() ->
                        Optional.of(NEWEST).filter(any -> AT_LEAST.matcher(text).matches()));
    }
}
