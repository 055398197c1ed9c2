package dev.slipway.facts;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An announced day, or a month of which nobody said which day.
 *
 * @param text {@code 2026-11-02} or {@code 2027-08}
 * @param last the day itself, or the last of the month
 */
public record Day(String text, LocalDate last) {
    static Day of(String text) {
        return new Day(text, text.length() == 7 ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text));
    }

    /** Whether it has come: on the day itself it has. */
    boolean reached(LocalDate today) {
        return !today.isBefore(last);
    }

    /** {@code on 2026-11-02}, {@code in 2027-08}. */
    String when() {
        return (text.length() == 7 ? "in " : "on ") + text;
    }
}
