package dev.slipway;

import dev.slipway.files.FileSet;
import dev.slipway.files.GeneratedFile;
import dev.slipway.plan.Page;
import dev.slipway.source.Finding;
import dev.slipway.source.Locator;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * The text of the user's own that the page about the release begins with. It is added to the page that {@link Generator}
 * made, which therefore reads no file, and whatever template made the page.
 */
public final class Intro {
    private static final String END = "-->\n";

    private Intro() {}

    /** The file that holds it, if the config names one. */
    public static Optional<String> path(Generation generation) {
        return generation.plan().page().flatMap(Page::intro);
    }

    /** What is wrong with that file, at the place in the config that names it. */
    public static List<Finding> fault(Generation generation, String message) {
        Problem problem = Problem.at(
                Page.INTRO, message, "name a Markdown file of the repository, of at most 64 KiB, or remove 'intro'");
        return new Locator(generation.document()).locate("config", Severity.ERROR, List.of(problem));
    }

    /** The same files, with the text on the page: below the header, which says that the page is generated. */
    public static Attempt above(Attempt attempt, SourceText text) {
        Generation generation = attempt.generation();
        String path = generation.plan().page().map(Page::path).orElse("");
        FileSet files = new FileSet(generation.files().files().stream()
                .map(file -> file.path().equals(path) ? new GeneratedFile(path, above(file.text(), text.text())) : file)
                .toList());
        return new Attempt(
                new Generation(
                        generation.document(),
                        generation.plan(),
                        generation.blueprint(),
                        generation.overrides(),
                        files),
                attempt.mistakes());
    }

    private static String above(String page, String text) {
        String own = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceFirst("^(?:[ \t]*\n)++", "")
                .stripTrailing();
        int end = page.startsWith("<!--") ? page.indexOf(END) : -1;
        int header = end < 0 ? 0 : end + END.length();
        return own.isEmpty()
                ? page
                : page.substring(0, header) + (header == 0 ? "" : "\n") + own + "\n\n"
                        + page.substring(header).stripLeading();
    }
}
