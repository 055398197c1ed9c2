package dev.slipway.api;

import dev.slipway.RepositoryLockfile;
import dev.slipway.Version;
import dev.slipway.disk.Checkout;
import dev.slipway.facts.ActionTable;
import dev.slipway.facts.Runners;
import dev.slipway.files.Applied;
import dev.slipway.files.Cause;
import dev.slipway.files.Drift;
import dev.slipway.files.FileDrift;
import dev.slipway.files.FileSet;
import dev.slipway.files.GeneratedFile;
import dev.slipway.files.ManifestState;
import dev.slipway.files.Pins;
import dev.slipway.files.Resolution;
import dev.slipway.files.SourceConfig;
import dev.slipway.files.Worktree;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linted;
import dev.slipway.lint.Linter;
import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.render.Renderer;
import dev.slipway.report.FindingReport;
import dev.slipway.report.Style;
import dev.slipway.source.Finding;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes or checks workflows made in Java, in the same way as those generated from a config. */
final class Draft {
    private static final String FOLDER = ".github/workflows/";

    private final Path root;
    private final Map<String, Workflow> workflows;
    private final LocalDate today;

    /**
     * @param root the root of the repository
     * @param workflows by the names of their files
     * @param today the date for facts such as the retirement of a runner
     */
    Draft(Path root, Map<String, Workflow> workflows, LocalDate today) {
        this.root = root.toAbsolutePath().normalize();
        this.workflows = new TreeMap<>(workflows);
        this.today = today;
        refuse(workflows.isEmpty() ? List.of("there is no workflow to write") : names(workflows.keySet()));
    }

    /** Each workflow, by the file name that follows from its own name. */
    static Map<String, Workflow> named(Workflow... workflows) {
        Map<String, Workflow> files = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Workflow workflow : workflows) {
            String word = workflow.name()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            String file = (word.isEmpty() ? "workflow" : word) + ".yml";
            Workflow other = files.put(file, workflow);
            if (other != null) {
                problems.add("workflows '" + other.name() + "' and '" + workflow.name() + "' would both be " + FOLDER
                        + file + ": give another name to one, or name their files in a map");
            }
        }
        refuse(problems);
        return files;
    }

    private static List<String> names(Set<String> files) {
        return files.stream()
                .flatMap(file -> faultOf(file).stream().map(fault -> "the file name '" + file + "' " + fault))
                .toList();
    }

    private static Optional<String> faultOf(String file) {
        if (!file.endsWith(".yml") && !file.endsWith(".yaml")) {
            return Optional.of("must end in .yml or .yaml: GitHub reads no other workflows");
        }
        return file.contains("/")
                ? Optional.of("must have no folder: GitHub reads the files in " + FOLDER + " alone")
                : GeneratedFile.faultOf(file);
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
    }

    Written write() throws IOException {
        FileSet files = files();
        Drift drift = compare(files);
        FindingReport found = validate(files);
        List<String> problems = new ArrayList<>();
        if (found.has(Severity.ERROR)) {
            problems.add(found.text(Style.PLAIN));
        }
        drift.undecided(Resolution.REFUSE)
                .forEach(file -> problems.add(checked(file).text()));
        refuse(problems);
        Applied applied = worktree().apply(drift, Resolution.REFUSE);
        return new Written(
                applied.written(),
                applied.deleted(),
                applied.leftAlone(),
                found.and(unlocked(drift)).text(Style.PLAIN));
    }

    Checked check() throws IOException {
        FileSet files = files();
        Drift drift = compare(files);
        FindingReport found = validate(files).and(unlocked(drift));
        List<CheckedFile> checked =
                new ArrayList<>(drift.files().stream().map(Draft::checked).toList());
        if (drift.manifest() == ManifestState.DAMAGED) {
            checked.add(new CheckedFile(drift.record(), Verdict.STALE, "not as slipway wrote it", ""));
        }
        return new Checked(checked, !found.has(Severity.ERROR), found.text(Style.PLAIN));
    }

    private FileSet files() {
        Renderer renderer = Renderer.standard();
        List<GeneratedFile> files = new ArrayList<>();
        workflows.forEach(
                (file, workflow) -> files.add(new GeneratedFile(FOLDER + file, renderer.workflow(headed(workflow)))));
        return new FileSet(files);
    }

    private static Workflow headed(Workflow workflow) {
        String header = "Generated by slipway " + Version.current() + " from " + SourceConfig.JAVA.path()
                + ". Do not edit this file:\nchange the Java code that writes it, and run that.";
        return workflow.withComment(workflow.comment().isEmpty() ? header : header + "\n\n" + workflow.comment());
    }

    private Worktree worktree() {
        return new Worktree(root, Version.current(), SourceConfig.JAVA);
    }

    private Drift compare(FileSet files) throws IOException {
        Pins pins = Pins.fromTreeOrNewer(stated());
        return worktree().compare(files, pins.with(new RepositoryLockfile(root).locked()));
    }

    private FindingReport unlocked(Drift drift) throws IOException {
        RepositoryLockfile.Unlocked unlocked = new RepositoryLockfile(root).unlocked(drift, this::has);
        return new FindingReport(unlocked.texts(), unlocked.findings());
    }

    private boolean has(String path) {
        try {
            return Checkout.in(root).has(path);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private FindingReport validate(FileSet files) {
        List<SourceText> texts = files.files().stream()
                .map(file -> new SourceText(file.path(), file.text()))
                .toList();
        Linted linted = new Linter(new LintOptions(
                        Optional.of(today), Optional.of(path -> files.file(path).isPresent() || has(path))))
                .lint(texts);
        linted.fault().ifPresent(fault -> {
            throw new IllegalStateException("a rule failed on " + fault.file(), fault.thrown());
        });
        Set<String> stated = stated();
        return new FindingReport(
                texts,
                linted.findings().stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .map(finding -> isMistake(finding, files, stated) ? error(finding) : finding)
                        .toList());
    }

    /**
     * Warnings of the linter that are errors here, as in a config: an unknown input of an action at the version that
     * Slipway pins, and a retired runner.
     */
    private boolean isMistake(Finding finding, FileSet files, Set<String> stated) {
        return switch (finding.rule()) {
            case "action-inputs" ->
                stated.stream()
                        .noneMatch(action -> finding.message().startsWith("'" + action.toLowerCase(Locale.ROOT) + "'"));
            case "runner-label" ->
                Runners.standard()
                        .find(word(finding, files))
                        .filter(runner -> runner.verdict(today).severity() == Severity.ERROR)
                        .isPresent();
            default -> false;
        };
    }

    /** The text that a finding is about. */
    private static String word(Finding finding, FileSet files) {
        String line = files.file(finding.file()).stream()
                .flatMap(file -> file.text().lines().skip(finding.position().line() - 1L))
                .findFirst()
                .orElse("");
        int start = line.offsetByCodePoints(0, finding.position().column() - 1);
        return line.substring(
                start, line.offsetByCodePoints(start, finding.span().length()));
    }

    private static Finding error(Finding finding) {
        return new Finding(
                finding.rule(), Severity.ERROR, finding.file(), finding.span(), finding.message(), finding.help());
    }

    /** The actions that the Java code uses at another version than Slipway's. */
    private Set<String> stated() {
        Map<String, ActionRef> pinned = ActionTable.standard().refs();
        return workflows.values().stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(Draft::actions)
                .filter(action -> !action.equals(pinned.get(action.name())))
                .map(ActionRef::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<ActionRef> actions(Job job) {
        if (job instanceof CallJob call) {
            return Stream.of(call.workflow());
        }
        return job instanceof StepsJob steps ? steps.steps().stream().flatMap(Draft::actions) : Stream.of();
    }

    private static Stream<ActionRef> actions(Step step) {
        if (step instanceof Parallel parallel) {
            return parallel.steps().stream().flatMap(Draft::actions);
        }
        return step instanceof Uses uses ? Stream.of(uses.action()) : Stream.of();
    }

    private static CheckedFile checked(FileDrift file) {
        return new CheckedFile(file.path(), Verdict.valueOf(file.verdict().name()), why(file), diff(file));
    }

    /** No diff for a file that would be created, deleted or refused: it would show the whole file. */
    private static String diff(FileDrift file) {
        boolean whole = file.before().isEmpty()
                || file.after().isEmpty()
                || file.verdict() == dev.slipway.files.Verdict.FOREIGN;
        return whole ? "" : file.diff();
    }

    private static String why(FileDrift file) {
        return file.causes().stream()
                .filter(cause -> cause != Cause.HAND)
                .map(cause -> words(cause, file))
                .collect(Collectors.joining(", and "));
    }

    private static String words(Cause cause, FileDrift file) {
        return switch (cause) {
            case CONFIG -> "the Java code or Slipway has changed";
            case PINS -> "its pins are older than those of the Java code";
            case OTHER_CONFIG -> "made from " + file.otherConfig().orElse("another config");
            case HAND, ADOPTED, UNNEEDED, UNRECORDED -> cause.words();
        };
    }
}
