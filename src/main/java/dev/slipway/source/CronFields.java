package dev.slipway.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what is wrong with the five fields of a schedule, and how often it comes round. */
public final class CronFields {
    private static final List<String> NAMES = List.of("minute", "hour", "day of the month", "month", "day of the week");
    private static final int[] FIRST = {0, 0, 1, 1, 0};
    private static final int[] LAST = {59, 23, 31, 12, 7};
    private static final List<String> MONTHS =
            List.of("-", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern PART = Pattern.compile("(\\*|\\w+)(?:-(\\w+))?(?:/(\\d{1,3}))?");
    private static final int HOUR = 60;

    private CronFields() {}

    /** What is wrong with a schedule; nothing if it can be read. */
    public static Optional<String> fault(String cron) {
        List<String> fields = fields(cron);
        if (fields.size() != NAMES.size()) {
            return Optional.of("'" + cron.strip() + "' has " + English.count(fields.size(), "field") + ", not 5");
        }
        for (int i = 0; i < NAMES.size(); i++) {
            for (String part : fields.get(i).split(",", -1)) {
                if (values(part, i).isEmpty()) {
                    return Optional.of(
                            "'" + part + "' is not a valid " + NAMES.get(i) + " (" + FIRST[i] + " to " + LAST[i] + ")");
                }
            }
        }
        return Optional.empty();
    }

    /** What {@link #fault} lets pass, as a regular expression for editors; it cannot tell a range that runs backwards. */
    public static String pattern() {
        return IntStream.range(0, NAMES.size()).mapToObj(CronFields::pattern).collect(Collectors.joining(" +"));
    }

    private static String pattern(int field) {
        String number = switch (field) {
            case 0 -> "[0-5]?[0-9]";
            case 1 -> "[01]?[0-9]|2[0-3]";
            case 2 -> "0?[1-9]|[12][0-9]|3[01]";
            case 3 -> "0?[1-9]|1[0-2]|" + anyCase(MONTHS.subList(1, MONTHS.size()));
            default -> "0?[0-7]|" + anyCase(DAYS);
        };
        String part = "(\\*|(" + number + ")(-(" + number + "))?)(/(?!0+(?![0-9]))[0-9]{1,3})?";
        return part + "(," + part + ")*";
    }

    private static String anyCase(List<String> words) {
        return words.stream()
                .map(word -> word.chars()
                        .mapToObj(letter -> "[" + (char) letter + (char) (letter - 'A' + 'a') + "]")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static List<String> fields(String cron) {
        return cron.isBlank() ? List.of() : List.of(cron.strip().split("\\s+"));
    }

    /** The least number of minutes between two runs, if it is less than an hour; else an hour. */
    public static int shortestGap(String cron) {
        if (fault(cron).isPresent() || values(fields(cron).get(1), 1).size() < 2) {
            return HOUR;
        }
        List<Integer> minutes = Stream.of(fields(cron).get(0).split(","))
                .flatMap(part -> values(part, 0).stream())
                .sorted()
                .distinct()
                .toList();
        int shortest = minutes.get(0) + HOUR - minutes.get(minutes.size() - 1);
        for (int i = 1; i < minutes.size(); i++) {
            shortest = Math.min(shortest, minutes.get(i) - minutes.get(i - 1));
        }
        return shortest;
    }

    /** The values that a part such as {@code 1-10/2} stands for; none if it cannot be read. */
    private static List<Integer> values(String part, int field) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            return List.of();
        }
        boolean all = matcher.group(1).equals("*");
        int from = all ? FIRST[field] : number(matcher.group(1), field);
        int to = matcher.group(2) != null
                ? number(matcher.group(2), field)
                : all || matcher.group(3) != null ? LAST[field] : from;
        int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        if (from < FIRST[field] || to > LAST[field] || from > to || step < 1 || all && matcher.group(2) != null) {
            return List.of();
        }
        return IntStream.rangeClosed(from, to)
                .filter(value -> (value - from) % step == 0)
                .boxed()
                .toList();
    }

    private static int number(String text, int field) {
        if (text.matches("\\d{1,2}")) {
            return Integer.parseInt(text);
        }
        List<String> names = field == 3 ? MONTHS : field == 4 ? DAYS : List.of();
        return names.indexOf(text.toUpperCase(Locale.ROOT));
    }
}
