package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.Triples;
import dev.slipway.published.AssetName;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes how a job makes checksums. */
public final class ChecksumStep {
    private static final String PROGRAMS = "g?sha256sum|shasum|certutil|openssl|b3sum|sha256|Get-FileHash";

    /** What texts end with that contain checksums among other things: release notes, formulas, manifests. */
    private static final List<String> TEXTS = List.of(
            ".md",
            ".rb",
            ".json",
            ".yml",
            ".yaml",
            ".toml",
            ".html",
            ".nix",
            ".env",
            "null",
            "note",
            "notes",
            "notes.txt");

    private static final Pattern LINE = Pattern.compile("\\{\\?} [ *][^ ]++");

    private ChecksumStep() {}

    /** What its first command or action makes. */
    public static Optional<FoundSums> of(DryRow job) {
        Optional<FoundSums> made =
                job.commands().flatMap(command -> of(command).stream()).findFirst();
        boolean input = job.steps().stream()
                .anyMatch(step -> step.action().equals("taiki-e/upload-rust-binary-action")
                        && step.with().getOrDefault("checksum", "").contains("sha256"));
        return made.or(() -> written(job))
                .or(() -> piped(job))
                .or(() -> input ? Optional.of(new FoundSums("per-file", Optional.empty())) : Optional.empty());
    }

    /** A list that a pipeline of such a program writes at last, by {@code tee} or after {@code sort}. */
    private static Optional<FoundSums> piped(DryRow job) {
        boolean computes = job.commands()
                .anyMatch(command -> command.program().matches("g?sha256sum|shasum")
                        && command.output().isEmpty()
                        && command.arguments().stream()
                                .noneMatch(word -> word.matches("-c|--check|512|-a512|384|-a384")));
        Stream<String> written = job.files().entrySet().stream()
                .filter(file ->
                        file.getValue().text().filter(Symbols.UNKNOWN::equals).isPresent())
                .map(Map.Entry::getKey);
        Stream<String> sorted = job.commands()
                .filter(command -> command.program().equals("sort"))
                .map(Command::output);
        return Stream.concat(written, sorted)
                .filter(file -> computes)
                .flatMap(file -> of(new Command(List.of("sha256sum"), file, 1)).stream())
                .filter(found -> found.style().equals("combined"))
                .findFirst();
    }

    /** A file that a script puts together from what it computes: a hash that only a run knows, and a name. */
    private static Optional<FoundSums> written(DryRow job) {
        boolean computes = job.commands().anyMatch(command -> command.program().matches(PROGRAMS));
        return job.files().entrySet().stream()
                .filter(file -> computes
                        && file.getValue()
                                .text()
                                .filter(LINE.asMatchPredicate())
                                .isPresent())
                .map(file -> new Command(List.of("sha256sum"), file.getKey(), 1))
                .flatMap(command -> of(command).stream())
                .findFirst();
    }

    private static Optional<FoundSums> of(Command command) {
        boolean sums = command.program().matches(PROGRAMS)
                && (!command.program().equals("openssl") || command.words().contains("dgst"));
        String file = command.output().replaceFirst("^.*/", "");
        if (!sums || file.isEmpty() || TEXTS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith)) {
            return Optional.empty();
        }
        String plain = file.replace("{tag}", "1").replace("{version}", "1");
        boolean own = command.arguments().stream()
                .map(word -> word.replaceFirst("^.*/", ""))
                .anyMatch(word -> !word.isEmpty() && file.startsWith(word + "."));
        boolean all = !own
                && Triples.in(file).isEmpty()
                && AssetName.of(plain, "1").written().isUnknown()
                && !plain.contains("{")
                && plain.matches(
                        "(?i)(.*[-_.])?(?:(?:(?:sha256|sha|check)_?)?sums?|hash(?:es)?|digests?)(\\.txt|\\.sha256)?|sha256\\.txt");
        boolean sha256 = command.program().matches("g?sha256sum|sha256")
                || command.words().contains("256")
                || command.words().contains("-a256");
        return Optional.of(
                new FoundSums(all ? "combined" : "per-file", all && sha256 ? Optional.of(file) : Optional.empty()));
    }
}
