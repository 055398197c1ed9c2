package dev.slipway.report;

import dev.slipway.files.Cause;
import dev.slipway.files.Drift;
import dev.slipway.files.FileDrift;
import dev.slipway.files.KeptPin;
import dev.slipway.files.ManifestState;
import dev.slipway.files.Verdict;
import dev.slipway.source.English;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A drift for a terminal. */
record DriftText(Drift drift, String version, Style style) {
    static final String DAMAGED = "changed after slipway wrote it, for example by a merge";

    private static final int SHORT = 12;
    private static final int COMMIT = 40;

    String text() {
        StringBuilder text = new StringBuilder();
        int width = drift.changed().stream()
                .mapToInt(file -> file.verdict().words().length())
                .max()
                .orElse(0);
        drift.changed().forEach(file -> text.append(style.line(verdict(file, width), width + 2)));
        if (drift.manifest() == ManifestState.DAMAGED) {
            text.append(style.line(style.bad("damaged") + "  " + drift.record() + ": " + DAMAGED));
        }
        drift.changed().forEach(file -> text.append(diff(file)));
        text.append(pins());
        if (drift.clean()) {
            return text.append(current()).append('\n').toString();
        }
        text.append('\n');
        drift.writtenBy()
                .filter(writer -> !writer.equals(version))
                .ifPresent(writer -> text.append(
                        style.line("the files were written by slipway " + writer + "; this is slipway " + version)));
        advice(drift, UnaryOperator.identity()).forEach(line -> text.append(style.line(line)));
        return text.toString();
    }

    private String verdict(FileDrift file, int width) {
        Verdict verdict = file.verdict();
        String word = verdict.words();
        String painted = verdict.needsDecision() ? style.bad(word) : style.doubtful(word);
        String why = file.why().isEmpty() || file.why().equals(word) ? "" : ": " + file.why();
        return painted + " ".repeat(width - word.length()) + "  " + file.path() + why;
    }

    /** A file that is not there would be shown whole, which says no more than that it is missing. */
    private String diff(FileDrift file) {
        boolean whole = file.before().isEmpty() || file.after().isEmpty();
        return whole || file.diff().isEmpty() ? "" : "\n" + DiffText.of(file.diff(), style);
    }

    private String pins() {
        List<KeptPin> pins = drift.keptPins();
        if (pins.isEmpty()) {
            return "";
        }
        StringBuilder text =
                new StringBuilder(drift.clean() ? "" : "\n").append("kept as in the committed workflows:\n");
        for (KeptPin pin : pins) {
            String version = pin.comment().isEmpty() ? "" : " (" + Printable.line(pin.comment()) + ")";
            text.append(style.line("  " + pin.path() + ":" + pin.line() + ": " + pin.action() + "@"
                    + shortened(pin.keptRef()) + version + style.faint(", not " + shortened(pin.wantedRef()))));
        }
        return text.toString();
    }

    private static String shortened(String ref) {
        return Printable.line(ref.length() == COMMIT ? ref.substring(0, SHORT) : ref);
    }

    private String current() {
        int files = drift.files().size();
        return English.count(files, "file is current", "files are current");
    }

    /**
     * What to do about a drift, a line each.
     *
     * @param path how a path is written
     */
    static List<String> advice(Drift drift, UnaryOperator<String> path) {
        List<String> lines = new ArrayList<>();
        List<FileDrift> ours = drift.changed().stream()
                .filter(file -> !file.verdict().needsDecision() && !editedOrphan(file))
                .toList();
        if (!ours.isEmpty() || drift.manifest() == ManifestState.DAMAGED) {
            lines.add("run `slipway generate` to bring the files up to date");
        }
        drift.changed().stream()
                .filter(DriftText::editedOrphan)
                .forEach(file -> lines.add(path.apply(file.path()) + ": " + advice(file)));
        add(lines, drift, path, Verdict.EDITED);
        add(lines, drift, path, Verdict.FOREIGN);
        return lines;
    }

    private static void add(List<String> lines, Drift drift, UnaryOperator<String> path, Verdict verdict) {
        List<FileDrift> files = drift.changed().stream()
                .filter(file -> file.verdict() == verdict)
                .toList();
        if (!files.isEmpty()) {
            lines.add(
                    English.and(files.stream().map(FileDrift::path).map(path).toList()) + ": " + advice(files.get(0)));
        }
    }

    /** One that `generate` leaves alone. */
    private static boolean editedOrphan(FileDrift file) {
        return file.verdict() == Verdict.ORPHAN && file.causes().contains(Cause.HAND);
    }

    /** What to do about a file. */
    static String advice(FileDrift file) {
        return switch (file.verdict()) {
            case CURRENT -> "nothing to do";
            case STALE, MISSING -> "run `slipway generate`";
            case ORPHAN ->
                "no longer needed; "
                        + (file.causes().contains(Cause.HAND)
                                ? "delete it, or run `slipway generate --force`"
                                : "run `slipway generate` to delete it");
            case EDITED ->
                "move what you need into the config, then run `slipway generate --force`; the old file is kept as .orig";
            case FOREIGN ->
                file.otherConfig().isPresent()
                        ? DriftReport.OTHERS
                        : "run `slipway generate --force` to replace it (the old file is kept as .orig), or `--adopt` "
                                + "to keep it until the next `slipway generate`";
        };
    }
}
