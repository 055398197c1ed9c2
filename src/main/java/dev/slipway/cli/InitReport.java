package dev.slipway.cli;

import dev.slipway.init.Remark;
import dev.slipway.report.Printable;
import dev.slipway.report.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings of {@code init}, one line each. */
final class InitReport {
    private static final int VALUE = 32;
    private static final int LINE = 120;
    private static final String PLACE = "; from ";

    private final List<Remark> remarks;
    private final Style style;
    private final StringBuilder text = new StringBuilder();

    InitReport(List<Remark> remarks, Style style) {
        this.remarks = remarks;
        this.style = style;
    }

    String text() {
        section("found in the repository:", Remark.Kind.TAKEN);
        section("guesses:", Remark.Kind.GUESS);
        section("not covered by the config:", Remark.Kind.LEFT);
        section("decisions left to you:", Remark.Kind.OPEN);
        return text.toString();
    }

    private void section(String title, Remark.Kind kind) {
        List<Remark> some = joined(kind);
        if (some.isEmpty()) {
            return;
        }
        int key = some.stream().mapToInt(remark -> remark.key().length()).max().orElse(0);
        int value = some.stream()
                .mapToInt(remark -> remark.value().length())
                .filter(length -> length <= VALUE)
                .max()
                .orElse(0);
        text.append(style.strong(title)).append('\n');
        for (Remark remark : some) {
            String named = "  " + padded(Printable.oneLine(remark.key()), key) + "  ";
            String held = Printable.oneLine(remark.value());
            boolean column = held.length() <= value;
            String before = column ? named + (value == 0 ? "" : padded(held, value) + "  ") : named;
            reason(before, (column ? "" : held + "  ") + Printable.oneLine(remark.why()));
            if (!remark.proof().isEmpty()) {
                text.append(style.cell(" ".repeat(key + 4), "to check: " + Printable.oneLine(remark.proof())));
            }
        }
        text.append('\n');
    }

    /** The reason, and on another line the place where it was read if both are too long for one. */
    private void reason(String before, String why) {
        int place = why.lastIndexOf(PLACE);
        if (place < 0 || before.length() + why.length() <= LINE) {
            text.append(style.cell(before, why));
            return;
        }
        text.append(style.cell(before, why.substring(0, place)));
        text.append(style.cell(" ".repeat(before.length()), why.substring(place + 2)));
    }

    /** Facts from the same place share a line. */
    private List<Remark> joined(Remark.Kind kind) {
        List<Remark> some = new ArrayList<>();
        Set<Remark> said = new HashSet<>();
        for (Remark remark : remarks) {
            Remark last = some.isEmpty() ? remark : some.get(some.size() - 1);
            boolean same = !some.isEmpty()
                    && last.key().equals(remark.key())
                    && last.why().equals(remark.why());
            if (remark.kind() == kind && same && !remark.value().isEmpty()) {
                some.set(
                        some.size() - 1,
                        new Remark(kind, last.key(), last.value() + ", " + remark.value(), last.why(), last.proof()));
            } else if (remark.kind() == kind && said.add(remark)) {
                some.add(remark);
            }
        }
        return some;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
