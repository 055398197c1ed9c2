package dev.slipway.facts;

import java.time.LocalDate;

/**
 * An announced day, or a month of which nobody said which day.
 *
 * @param text {@code 2026-11-02} or {@code 2027-08}
 * @param last the day itself, or the last of the month
 */
public record Day(String text, LocalDate last) {
    static Day of(String text) {
        // the JDK's reader of dates takes any format, and loading it a fiftieth of a check
        String[] parts = text.split("-", -1);
        LocalDate first = LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 1);
        int last = parts.length == 2 ? first.lengthOfMonth() : Integer.parseInt(parts[2]);
        return new Day(text, first.withDayOfMonth(last));
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
