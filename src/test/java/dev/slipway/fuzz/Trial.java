package dev.slipway.fuzz;

import dev.slipway.Generation;
import dev.slipway.Generator;
import dev.slipway.Overrides;
import dev.slipway.Validator;
import dev.slipway.cli.Main;
import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.render.Renderer;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives an input to the part of Slipway that reads it, and says what must not have happened. */
final class Trial {
    /** Before any runner that an example names was switched off. */
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n\t]]");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\[[a-z]");
    private static final Pattern TRACE = Pattern.compile("(?m)^\tat ");

    private static final String REFUSED = "accepts what is refused later: ";

    private final Path scratch;
    private final Generator generator = new Generator(Renderer.standard());
    private final Linter linter = new Linter(LintOptions.UNDATED);
    private final List<Map<String, String>> accepted = new ArrayList<>();

    Trial(Path scratch) {
        this.scratch = scratch;
    }

    /** The files of the configs that were generated from since this was last asked. */
    List<Map<String, String>> accepted() {
        List<Map<String, String>> all = List.copyOf(accepted);
        accepted.clear();
        return all;
    }

    Optional<Fault> of(Input input) {
        try {
            return switch (input.kind()) {
                case CONFIG -> config(generator, input.text());
                case TEMPLATE -> template(input);
                case WORKFLOW, DOCKERFILE -> lint(input);
                case REPOSITORY -> commands(input, List.of("init --dry-run", "doctor"));
                case TREE ->
                    commands(input, List.of("check", "plan v1.2.3", "lint", "generate", "generate --force", "check"));
            };
        } catch (IOException | RuntimeException | Error thrown) {
            return Optional.of(Fault.thrown(thrown));
        }
    }

    private Optional<Fault> config(Generator by, String text) {
        SourceText source = new SourceText("slipway.yml", text);
        try {
            Generation generation = by.generate(source);
            List<Finding> found = new Validator(DAY).check(generation);
            Map<String, String> files = new TreeMap<>();
            Validator.texts(generation).forEach(file -> files.put(file.name(), file.text()));
            accepted.add(files);
            return found.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst()
                    .map(finding -> new Fault(REFUSED + finding.rule(), finding.toString()));
        } catch (InvalidSource invalid) {
            return placed(invalid.findings(), Map.of(source.name(), source));
        }
    }

    private Optional<Fault> template(Input input) {
        return config(new Generator(new Overrides(Map.of(input.file(), input.text()))), input.seed())
                .filter(fault ->
                        !fault.kind().startsWith(REFUSED)); // what a project's own template prints is its own fault
    }

    private Optional<Fault> lint(Input input) {
        SourceText text = new SourceText(input.file(), input.text());
        SourceText beside = new SourceText(".github/workflows/seed.yml", input.seed());
        List<SourceText> files = input.kind() == Kind.WORKFLOW ? List.of(text) : List.of(text, beside);
        List<Finding> findings = linter.check(files);
        return findings.stream()
                .filter(finding -> finding.rule().equals("internal"))
                .findFirst()
                .map(finding -> new Fault("internal: " + finding.message(), finding.toString()))
                .or(() -> placed(findings, Map.of(text.name(), text, beside.name(), beside)));
    }

    private static Optional<Fault> placed(List<Finding> findings, Map<String, SourceText> texts) {
        if (findings.isEmpty() && texts.size() == 1) {
            return Optional.of(new Fault("refuses without a finding", ""));
        }
        return findings.stream()
                .filter(finding -> !isPlaced(finding, Optional.ofNullable(texts.get(finding.file()))))
                .findFirst()
                .map(finding -> new Fault("finds without a place: " + finding.rule(), finding.toString()));
    }

    private static boolean isPlaced(Finding finding, Optional<SourceText> text) {
        int line = finding.position().line();
        int column = finding.position().column();
        return text.map(it -> line >= 1
                        && line <= it.lines().size() + 1
                        && column >= 1
                        && column <= it.line(line).length() + 2)
                .orElse(line >= 1 && column >= 1);
    }

    private Optional<Fault> commands(Input input, List<String> lines) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "repository");
        try {
            Map<String, String> files = new TreeMap<>(
                    input.kind() == Kind.TREE
                            ? Seeds.tree(Path.of(input.seed()))
                            : Seeds.REPOSITORIES.get(input.seed()));
            files.put(input.file(), input.text());
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path place = folder.resolve(file.getKey());
                Files.createDirectories(place.getParent());
                Files.write(place, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (String line : lines) {
                Optional<Fault> fault = command(folder, line);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Optional.empty();
        } finally {
            remove(folder);
        }
    }

    private static Optional<Fault> command(Path folder, String line) {
        List<String> words = new ArrayList<>(List.of("-C", folder.toString()));
        words.addAll(List.of(line.split(" ")));
        StringWriter printed = new StringWriter();
        int exit = Main.run(words, new PrintWriter(printed), new PrintWriter(printed));
        String text = printed.toString();
        if (exit == 3 || TRACE.matcher(text).find()) {
            return Optional.of(new Fault("slipway " + line + " ends with " + exit + ": " + bug(text), text));
        }
        Matcher obeyed = INVISIBLE.matcher(text);
        if (obeyed.find() || COMMAND.matcher(text).find()) {
            return Optional.of(new Fault("slipway " + line + " prints what is obeyed", text));
        }
        return Optional.empty();
    }

    /** Which exception it was, and the first of our methods in its trace. */
    private static String bug(String text) {
        return text.lines()
                .filter(it -> it.startsWith("\tat dev.slipway."))
                .findFirst()
                .map(it -> it.strip().replaceFirst("\\(.*", ""))
                .orElse("");
    }

    private static void remove(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            for (Path each : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
