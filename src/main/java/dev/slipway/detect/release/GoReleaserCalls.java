package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.GoReleaserCall;
import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How workflows start GoReleaser: what they ask of it goes before what its config says.
 *
 * @param all every step that starts it, with its words
 * @param tools what its machines get before
 * @param shown whether a workflow that starts it, or one that follows, makes its draft visible
 * @param sums what the list of checksums that a workflow takes from its folder is called; nothing if none is named
 */
record GoReleaserCalls(List<Call> all, BuildTools tools, boolean shown, Optional<Said<String>> sums) {
    /** A file that GoReleaser leaves in its folder. */
    private static final Pattern LEFT = Pattern.compile("(?:\\./)?dist/([A-Za-z0-9._-]{1,100})");

    private static final Pattern CONFIG = Pattern.compile("(?:^|\\s)(?:-f|--config)[ =]([\\w./-]{1,200})");
    /** Versions before 2.15, as the action takes them. */
    private static final Pattern OLD = Pattern.compile("(?:~> ?)?v?(?:[01](?:\\..*)?|2\\.(?:\\d|1[0-4])(?:\\..*)?)");

    private static final Pattern NOTES = Pattern.compile("(?:^|\\s)--release-notes[ =]((?:\\{\\?}/)?[\\w./-]{1,200})");

    private static final Pattern AROUND =
            Pattern.compile("(?:^|\\s)(--release-(?:header|footer)(?:-tmpl)?[ =](?:\\{\\?}/)?[\\w./-]{1,200})");

    /**
     * One step that starts GoReleaser.
     *
     * @param words what is asked of it, such as {@code release --clean}
     * @param releases whether it makes the release, or a part of it for another call
     * @param early whether its workflow only builds between releases
     * @param packs whether it makes the files that another command of its workflow releases
     * @param tries whether it builds a snapshot in a workflow that releases nothing, such as one for tests
     * @param version which GoReleaser the step asks for; empty for the newest
     * @param runner the label that its job runs on; empty if only a run knows it
     * @param env the variables that it sees
     * @param folder where it is started; empty for the top
     */
    record Call(
            String words,
            boolean releases,
            boolean early,
            boolean packs,
            boolean tries,
            String version,
            String runner,
            Map<String, String> env,
            String folder,
            String place) {
        Call {
            env = Map.copyOf(env);
        }

        private Optional<String> option(Pattern option) {
            return GoReleaserCalls.option(option, words);
        }

        private Config config() {
            return new Config(folder, option(CONFIG).map(file -> Tree.path(folder, file)));
        }
    }

    /**
     * The config of a call.
     *
     * @param folder where GoReleaser is started; empty for the top
     * @param file its path from the top; empty for the one that GoReleaser finds itself
     */
    record Config(String folder, Optional<String> file) {
        /** Where it may be, by its path from the top, the first first. */
        Stream<String> paths() {
            return file.map(Stream::of)
                    .orElseGet(() -> GoReleaser.FILES.stream().map(name -> Tree.path(folder, name)));
        }
    }

    GoReleaserCalls {
        all = List.copyOf(all);
    }

    static GoReleaserCalls of(List<ExistingWorkflow> workflows) {
        List<Call> all = workflows.stream()
                .sorted(Comparator.comparing(ExistingWorkflow::early).thenComparing(ExistingWorkflow::distance))
                .flatMap(GoReleaserCalls::calls)
                .toList();
        List<DryRow> jobs = workflows.stream()
                .filter(workflow -> workflow.releases() && !workflow.early())
                .filter(workflow -> calls(workflow).anyMatch(Call::releases))
                .flatMap(workflow -> workflow.jobs().stream())
                .toList();
        List<ExistingWorkflow> after = workflows.stream()
                .filter(workflow -> !workflow.events().equals(Set.of("workflow_dispatch"))) // a person starts it
                .filter(workflow -> workflows.stream()
                        .anyMatch(first -> first.releases()
                                && calls(first).anyMatch(Call::releases)
                                && (workflow.follows(first) || !workflow.tags().isEmpty())))
                .toList();
        boolean shown = Stream.concat(jobs.stream(), after.stream().flatMap(workflow -> workflow.jobs().stream()))
                .anyMatch(ReleaseStep::undrafts);
        return new GoReleaserCalls(all, BuildTools.of(workflows), shown, sums(jobs));
    }

    /** What an attestation calls the list of checksums that it reads. */
    private static Optional<Said<String>> sums(List<DryRow> jobs) {
        return jobs.stream()
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.action().matches("actions/attest(?:-build-provenance)?"))
                .flatMap(step -> Optional.of(LEFT.matcher(step.with().getOrDefault("subject-checksums", "")))
                        .filter(Matcher::matches)
                        .map(path -> new Said<>(path.group(1), step.place()))
                        .stream())
                .findFirst();
    }

    private static Stream<Call> calls(ExistingWorkflow workflow) {
        boolean early = workflow.early();
        boolean releases = workflow.releases();
        boolean idle = !releases && !workflow.onlyBuilds();
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream()
                        .flatMap(step ->
                                calls(step, early, releases, idle, job.runner().orElse(""))));
    }

    private static Stream<Call> calls(DryStep step, boolean early, boolean releases, boolean idle, String runner) {
        return GoReleaserCall.of(step)
                .map(call -> new Call(
                        String.join(" ", call.words()),
                        call.releases() || call.isPartial(),
                        early,
                        releases && call.packs(),
                        idle && call.words().contains("--snapshot"),
                        step.with().getOrDefault("version", "").strip(),
                        runner,
                        step.env(),
                        call.folder(),
                        step.place()));
    }

    private static Optional<String> option(Pattern option, String words) {
        Matcher found = option.matcher(words);
        return found.find() ? Optional.of(found.group(1).replaceFirst("^\\./", "")) : Optional.empty();
    }

    /** The config that a line in the config of another CI service names, if it starts GoReleaser to release. */
    static Optional<String> config(String line) {
        int start = line.indexOf("goreleaser ");
        return start < 0 || line.contains("--snapshot") ? Optional.empty() : option(CONFIG, line.substring(start));
    }

    /**
     * Those that make what people get; builds between releases, and files that another command uploads, count only if
     * there is nothing else.
     */
    private Stream<Call> releasing() {
        if (all.stream().noneMatch(Call::releases)) {
            return all.stream().filter(call -> call.packs() && !call.early());
        }
        boolean early = all.stream().noneMatch(call -> call.releases() && !call.early());
        return all.stream().filter(call -> call.releases() && call.early() == early);
    }

    /** The configs of steps that release, each once. */
    List<Config> configs() {
        return releasing().map(Call::config).distinct().toList();
    }

    /** A call that names no config, so that GoReleaser releases by its defaults if it finds none. */
    Optional<Call> unconfigured() {
        return releasing()
                .filter(call -> call.option(CONFIG).isEmpty() && !Symbols.open(call.folder()))
                .findFirst();
    }

    /** The configs of steps that only build, for another call to pack. */
    List<Config> builders() {
        return all.stream()
                .filter(call -> call.words().startsWith("build") && !call.tries() && !call.early())
                .map(Call::config)
                .distinct()
                .toList();
    }

    /** What it runs on, if all calls that release do. */
    Optional<String> machine() {
        List<String> machines = releasing()
                .map(call -> call.runner().toLowerCase(Locale.ROOT))
                .map(label -> label.matches("ubuntu-[\\w.-]*")
                        ? "linux/" + (label.endsWith("-arm") ? "arm64" : "amd64")
                        : label.matches("macos-(?:latest|1[4-9]|[2-9][0-9])") ? "darwin/arm64" : "")
                .distinct()
                .toList();
        return machines.size() == 1 ? Optional.of(machines.get(0)).filter(one -> !one.isEmpty()) : Optional.empty();
    }

    /**
     * What is known of the variables that it sees.
     *
     * @param slug {@code owner/name} on GitHub
     */
    Map<String, String> env(Optional<String> slug) {
        String owner = slug.map(text -> text.replaceFirst("/.*$", "")).orElse(Symbols.UNKNOWN);
        Map<String, String> known = new LinkedHashMap<>();
        releasing()
                .limit(1)
                .forEach(call ->
                        call.env().forEach((name, text) -> known.put(name, text.replace(Symbols.OWNER, owner))));
        known.values().removeIf(text -> text.isEmpty() || text.contains("{"));
        return known;
    }

    /** Whether one older than 2.15 is asked for. */
    boolean old() {
        return all.stream().anyMatch(call -> OLD.matcher(call.version()).matches());
    }

    /** Whether programs are all that is asked of it; what tests ask of it says nothing of the release. */
    boolean onlyBuilds() {
        return all.stream().anyMatch(call -> call.words().startsWith("build") && !call.tries())
                && all.stream().allMatch(call -> call.words().matches("(?s)(build|check|healthcheck)\\b.*"));
    }

    /** That the rest of the config makes nothing. */
    Takeover.Left packing() {
        Call first = all.stream()
                .filter(call -> call.words().startsWith("build") && !call.tries())
                .findFirst()
                .orElseThrow();
        return new Takeover.Left(
                "goreleaser",
                "goreleaser " + first.words(),
                "only compiles programs; which of them are released, and how they are packed, is known only during a run",
                first.place());
    }

    /** The file that the text of the release is read from. */
    Optional<Takeover.Left> notes() {
        return releasing()
                .flatMap(call -> call.option(NOTES).stream()
                        .map(file -> new Takeover.Left(
                                "release.notes",
                                "--release-notes " + file.replace("{?}", "…"),
                                "the text of the release comes from this file; 'release.notes: changelog' takes it from"
                                        + " CHANGELOG.md",
                                call.place())))
                .findFirst();
    }

    /** The files whose text comes before and after the notes. */
    List<Takeover.Left> around() {
        return releasing()
                .flatMap(call -> AROUND.matcher(call.words())
                        .results()
                        .map(found -> new Takeover.Left(
                                "release.notes",
                                found.group(1).replace("{?}", "…"),
                                "GoReleaser adds this file to the notes of each release; no config key for it",
                                call.place())))
                .distinct()
                .toList();
    }
}
