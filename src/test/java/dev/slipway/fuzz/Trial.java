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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives an input to the part of Slipway that reads it, and says what must not have happened. */
final class Trial {
    /** Before any runner that an example names was switched off. */
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n\t]]");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\[[a-z]");
    private static final Pattern TRACE = Pattern.compile("(?m)^\tat ");

    private static final String SECRET = "nobody-may-read-this";

    private static final List<String> WITHOUT_CONFIG = List.of("init --dry-run", "doctor");
    private static final List<String> WITH_CONFIG =
            List.of("check", "plan v1.2.3", "lint", "generate", "generate --force", "check");

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
                case LARGE -> input.file().equals("slipway.yml") ? config(generator, input.text()) : lint(input);
                case REPOSITORY, MANIFEST, TREE, LAYOUT -> commands(input);
            };
        } catch (IOException | InterruptedException | RuntimeException | Error thrown) {
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
            Optional<Fault> refused = found.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR && !isOfTheDay(finding, source))
                    .findFirst()
                    .map(finding -> new Fault(REFUSED + finding.rule(), finding.toString()));
            if (refused.isEmpty() && by == generator) {
                accepted.add(files);
            }
            return refused;
        } catch (InvalidSource invalid) {
            return placed(invalid.findings(), Map.of(source.name(), source));
        }
    }

    /** A config can be right on one day and name a retired runner on another. */
    private static boolean isOfTheDay(Finding finding, SourceText config) {
        return finding.file().equals(config.name()) && finding.rule().equals("runner");
    }

    private Optional<Fault> template(Input input) {
        return config(new Generator(new Overrides(Map.of(input.file(), input.text()))), input.seed())
                .filter(fault ->
                        !fault.kind().startsWith(REFUSED)); // what a project's own template prints is its own fault
    }

    private Optional<Fault> lint(Input input) {
        SourceText text = new SourceText(input.file(), input.text());
        SourceText beside = new SourceText(".github/workflows/seed.yml", input.seed());
        List<SourceText> files = input.kind() == Kind.DOCKERFILE ? List.of(text, beside) : List.of(text);
        List<Finding> findings = linter.check(files);
        return findings.stream()
                .filter(finding -> finding.rule().equals("internal"))
                .findFirst()
                .map(finding -> new Fault("internal: " + finding.message(), finding.toString()))
                .or(() -> placed(findings, Map.of(text.name(), text, beside.name(), beside)));
    }

    private static Optional<Fault> placed(List<Finding> findings, Map<String, SourceText> texts) {
        if (findings.isEmpty() && texts.containsKey("slipway.yml")) {
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

    private Optional<Fault> commands(Input input) throws IOException, InterruptedException {
        Path place = Files.createTempDirectory(scratch, "repository");
        try {
            Path folder = Files.createDirectory(place.resolve("inside"));
            Path secret = Files.createDirectory(place.resolve("outside")).resolve("secret");
            Files.writeString(secret, SECRET);
            Map<String, String> files = Seeds.files(input.seed());
            if (input.kind() != Kind.LAYOUT) {
                files.put(input.file(), input.text());
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            if (input.kind() == Kind.LAYOUT) {
                Layout.apply(input.text(), folder);
            }
            for (String line : Seeds.REPOSITORIES.containsKey(input.seed()) ? WITHOUT_CONFIG : WITH_CONFIG) {
                Optional<Fault> fault = command(folder, line);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            return Files.readString(secret).equals(SECRET) && isAlone(secret)
                    ? Optional.empty()
                    : Optional.of(new Fault("writes outside of the repository", input.text()));
        } finally {
            remove(place);
        }
    }

    private static boolean isAlone(Path file) throws IOException {
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            return siblings.count() == 1;
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
        if (text.contains(SECRET)) {
            return Optional.of(new Fault("slipway " + line + " prints what is outside of the repository", text));
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

    /** A file, a link or a folder with everything in it; nothing if there is none. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var below = Files.walk(folder)) {
            for (Path each : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
