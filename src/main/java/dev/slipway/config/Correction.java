package dev.slipway.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What somebody probably meant by a text that a grammar does not take: the text after the first small change that makes it
 * one.
 *
 * @param cause what is wrong with the text, such as {@code has capital letters}
 * @param text the text to write
 */
record Correction(String cause, String text) {
    private static final int LONGEST = 300;
    private static final Pattern SCHEME = Pattern.compile("^([a-z+]{2,9}+://)?+([a-z]{1,20}+@)?+");
    private static final Pattern TAG = Pattern.compile("[:@][^/:@]*$");
    private static final Pattern SPACES = Pattern.compile("\\s++");

    private static final Map<String, String> SHORT_FORMS = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    /**
     * A change.
     *
     * @param cause what is wrong with a text that needs it
     * @param of the grammars that it makes sense for; empty for all
     */
    private record Change(String cause, List<Grammar> of, UnaryOperator<String> change) {}

    private static final List<Change> CHANGES = List.of(
            new Change("begins or ends with a space", List.of(), String::strip),
            new Change("has capital letters", List.of(), Correction::small),
            new Change(
                    "is an address",
                    List.of(ProjectGrammars.REPOSITORY, ProjectGrammars.ACTION, PackageGrammars.TAP),
                    Correction::path),
            new Change("has a tag", List.of(ImageGrammars.IMAGE_NAME), Correction::untagged),
            new Change(
                    "has capital letters and a tag", List.of(ImageGrammars.IMAGE_NAME), text -> small(untagged(text))),
            new Change("has a version", List.of(ProjectGrammars.ACTION), Correction::untagged),
            new Change("has no owner", List.of(ProjectGrammars.ACTION), text -> "actions/" + untagged(text)),
            new Change(
                    "is a short form, which GitHub does not have",
                    List.of(CiGrammars.CRON),
                    text -> SHORT_FORMS.getOrDefault(text, text)),
            new Change(
                    "has no 'homebrew-' in its name",
                    List.of(PackageGrammars.TAP),
                    text -> text.replaceFirst("/", "/homebrew-")),
            new Change(
                    "has '/' for a choice", List.of(ProjectGrammars.LICENSE), text -> text.replaceAll(" ?/ ?", " OR ")),
            new Change("has a '/'", List.of(BuildGrammars.TARGET), text -> text.replace('/', '-')),
            new Change("has backslashes", List.of(), text -> text.replace('\\', '/')),
            new Change("begins with './'", List.of(), text -> text.startsWith("./") ? text.substring(2) : text),
            new Change(
                    "does not begin with '/'",
                    List.of(ImageGrammars.IMAGE_FILE, ImageGrammars.IMAGE_FOLDER),
                    text -> "/" + text),
            new Change(
                    "has a space",
                    List.of(ProjectGrammars.NAME, CiGrammars.JOB, ImageGrammars.VARIANT, PackageGrammars.RPM_NAME),
                    text -> SPACES.matcher(text).replaceAll("-")));

    static Optional<Correction> of(Grammar grammar, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return CHANGES.stream()
                .filter(change -> change.of.isEmpty() || change.of.contains(grammar))
                .filter(change -> !change.cause.contains("capital letters") || !takesCapitals(grammar))
                .map(change -> new Correction(change.cause, change.change.apply(text)))
                .filter(correction -> !correction.text.equals(text)
                        && grammar.fault(correction.text).isEmpty())
                .findFirst();
    }

    /** Whether capital letters are no mistake, as in the name of a variable. */
    private static boolean takesCapitals(Grammar grammar) {
        return grammar.matches(grammar.example().toUpperCase(Locale.ROOT));
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String untagged(String text) {
        return TAG.matcher(text).replaceFirst("");
    }

    /** {@code owner/name} of an address such as {@code https://github.com/owner/name.git}. */
    private static String path(String text) {
        String[] parts = SCHEME.matcher(text).replaceFirst("").split("[:/]+", 4);
        return parts.length > 2 && parts[0].contains(".")
                ? parts[1] + "/" + parts[2].replaceFirst("\\.git$", "")
                : text;
    }
}
