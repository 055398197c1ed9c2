package dev.slipway.facts;

import dev.slipway.facts.Verdict.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A label of GitHub's hosted runners.
 *
 * @param os {@code linux}, {@code macos} or {@code windows}
 * @param architecture {@code amd64} or {@code arm64}
 * @param images the label whose machine a moving label such as {@code ubuntu-latest} is, the newest last; while it
 *     moves, jobs get either
 * @param available since when it starts jobs, if that was announced
 * @param deprecated since when one should leave it
 * @param brownouts days before that on which its jobs fail on purpose
 * @param retired since when it starts no job
 * @param successors the labels that take its place
 * @param source the announcement
 * @see <a href="https://docs.github.com/actions/reference/runners/github-hosted-runners">GitHub-hosted runners</a>
 */
public record Runner(
        String label,
        String os,
        String architecture,
        List<String> images,
        Optional<Day> available,
        Optional<Day> deprecated,
        List<Day> brownouts,
        Optional<Day> retired,
        List<String> successors,
        String source) {
    /** How long before its end a label that nobody called deprecated is worth a word. */
    private static final int MONTHS_AHEAD = 6;

    public Runner {
        images = List.copyOf(images);
        brownouts = List.copyOf(brownouts);
        successors = List.copyOf(successors);
    }

    /** How it stands on a day. */
    public Verdict verdict(LocalDate today) {
        if (retired.isPresent() && retired.get().reached(today)) {
            return new Verdict(
                    Kind.RETIRED, label + " was retired " + retired.get().when() + reference());
        }
        if (available.isPresent() && !available.get().reached(today)) {
            return new Verdict(
                    Kind.UPCOMING,
                    label + " will be available " + available.get().when() + reference());
        }
        if (deprecated.isPresent() && deprecated.get().reached(today)) {
            String end =
                    retired.map(day -> " and will be retired " + day.when()).orElse("") + failing(today);
            return new Verdict(
                    Kind.DEPRECATED,
                    label + " has been deprecated since " + deprecated.get().text() + end + reference());
        }
        if (retired.isPresent() && retired.get().reached(today.plusMonths(MONTHS_AHEAD))) {
            return new Verdict(
                    Kind.DEPRECATED, label + " will be retired " + retired.get().when() + reference());
        }
        return new Verdict(Kind.AVAILABLE, "");
    }

    /** The days to come on which jobs fail on purpose. */
    private String failing(LocalDate today) {
        List<String> days = brownouts.stream()
                .filter(day -> !day.last().isBefore(today))
                .map(Day::text)
                .toList();
        return days.isEmpty() ? "" : ", with planned failures on " + String.join(", ", days);
    }

    /** The page of the announcement. */
    public String url() {
        return "https://github.com/" + source.replace("#", "/issues/");
    }

    private String reference() {
        return " (" + source + ")"
                + switch (successors.size()) {
                    case 0 -> "";
                    case 1 -> "; " + successors.get(0) + " is its successor";
                    default -> "; " + String.join(" and ", successors) + " are its successors";
                };
    }
}
