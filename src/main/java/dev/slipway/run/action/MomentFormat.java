package dev.slipway.run.action;

import static java.time.format.TextStyle.FULL;
import static java.time.format.TextStyle.SHORT;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the formats of moment.js, in English.
 *
 * @see <a href="https://momentjs.com/docs/#/displaying/format/">the formats</a>
 */
final class MomentFormat {
    /** What is no pattern letter stands for itself; so does what is between brackets or behind a backslash. */
    private static final Pattern TOKENS = Pattern.compile(
            "(\\[[^\\[]*])|\\\\?(?:[Hh]mm(?:ss)?|[MDdQy]o|DDDo|M{1,4}|D{1,4}"
                    + "|d{1,4}|w[wo|]?|W[Wo|]?|N{1,5}|Y{4,6}|YY|y{2,4}|g{4,5}|gg|G{4,5}|GG|hh|HH|kk|mm|ss|S{1,9}|zz|ZZ|.)");

    private static final Pattern SHORTHANDS = Pattern.compile("\\[[^\\[]*]|\\\\?(?:LTS|LT|L{1,4}|l{1,4})");
    private static final Map<String, String> LONG = Map.of(
            "LTS", "h:mm:ss A",
            "LT", "h:mm A",
            "L", "MM/DD/YYYY",
            "LL", "MMMM D, YYYY",
            "LLL", "MMMM D, YYYY h:mm A",
            "LLLL", "dddd, MMMM D, YYYY h:mm A",
            "l", "M/D/YYYY",
            "ll", "MMM D, YYYY",
            "lll", "MMM D, YYYY h:mm A",
            "llll", "ddd, MMM D, YYYY h:mm A");
    private static final WeekFields AMERICAN = WeekFields.of(DayOfWeek.SUNDAY, 1);
    private static final Map<String, String> FIXED_ZONES =
            Map.of("est", "America/Panama", "mst", "America/Phoenix", "hst", "Pacific/Honolulu");

    private MomentFormat() {}

    /** The zone of an IANA name in any case. */
    static Optional<ZoneId> zone(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(FIXED_ZONES.get(lower))
                .or(() -> ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.toLowerCase(Locale.ROOT).equals(lower))
                        .findFirst())
                .map(ZoneId::of);
    }

    /** The moment as the format says it; an empty format is ISO 8601 with seconds. */
    static String format(Instant moment, ZoneId zone, String format) {
        ZonedDateTime date = moment.atZone(zone);
        String iso = date.getOffset().getTotalSeconds() == 0 ? "YYYY-MM-DDTHH:mm:ss[Z]" : "YYYY-MM-DDTHH:mm:ssZ";
        String expanded = SHORTHANDS
                .matcher(format.isEmpty() ? iso : format)
                .replaceAll(found -> Matcher.quoteReplacement(LONG.getOrDefault(found.group(), found.group())));
        StringBuilder out = new StringBuilder();
        Matcher token = TOKENS.matcher(expanded);
        while (token.find()) {
            String found = token.group();
            if (token.group(1) != null) {
                out.append(found, 1, found.length() - 1);
            } else if (found.startsWith("\\")) {
                out.append(found.replace("\\", ""));
            } else {
                out.append(value(date, found));
            }
        }
        return out.toString();
    }

    private static String value(ZonedDateTime date, String token) {
        int year = date.getYear();
        int hour = date.getHour();
        return switch (token) {
            case "Mo", "Do", "DDDo", "do", "wo", "Wo", "Qo", "yo" ->
                ordinal(Integer.parseInt(value(date, token.substring(0, token.length() - 1))));
            case "M", "MM" -> padded(date.getMonthValue(), token);
            case "MMM" -> date.getMonth().getDisplayName(SHORT, Locale.ENGLISH);
            case "MMMM" -> date.getMonth().getDisplayName(FULL, Locale.ENGLISH);
            case "Q" -> "" + date.get(IsoFields.QUARTER_OF_YEAR);
            case "D", "DD" -> padded(date.getDayOfMonth(), token);
            case "DDD" -> "" + date.getDayOfYear();
            case "DDDD" -> "%03d".formatted(date.getDayOfYear());
            case "d", "e" -> "" + date.getDayOfWeek().getValue() % 7;
            case "E" -> "" + date.getDayOfWeek().getValue();
            case "dd" ->
                date.getDayOfWeek().getDisplayName(FULL, Locale.ENGLISH).substring(0, 2);
            case "ddd" -> date.getDayOfWeek().getDisplayName(SHORT, Locale.ENGLISH);
            case "dddd" -> date.getDayOfWeek().getDisplayName(FULL, Locale.ENGLISH);
            case "w", "ww" -> padded(date.get(AMERICAN.weekOfWeekBasedYear()), token);
            case "W", "WW" -> padded(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), token);
            case "YY" -> "%02d".formatted(year % 100);
            case "Y", "YYYY" -> "%04d".formatted(year);
            case "YYYYY" -> "%05d".formatted(year);
            case "YYYYYY" -> "+%06d".formatted(year);
            case "y", "yy", "yyy", "yyyy" -> "" + year;
            case "N", "NN", "NNN", "NNNNN" -> "AD";
            case "NNNN" -> "Anno Domini";
            case "gg" -> "%02d".formatted(date.get(AMERICAN.weekBasedYear()) % 100);
            case "gggg", "ggggg" -> padded(date.get(AMERICAN.weekBasedYear()), token);
            case "GG" -> "%02d".formatted(date.get(IsoFields.WEEK_BASED_YEAR) % 100);
            case "GGGG", "GGGGG" -> padded(date.get(IsoFields.WEEK_BASED_YEAR), token);
            case "a" -> hour < 12 ? "am" : "pm";
            case "A" -> hour < 12 ? "AM" : "PM";
            case "H", "HH" -> padded(hour, token);
            case "h", "hh" -> padded(date.get(ChronoField.CLOCK_HOUR_OF_AMPM), token);
            case "k", "kk" -> padded(date.get(ChronoField.CLOCK_HOUR_OF_DAY), token);
            case "hmm", "hmmss" -> value(date, "h") + value(date, "mm") + (token.length() > 3 ? value(date, "ss") : "");
            case "Hmm", "Hmmss" -> value(date, "H") + value(date, "mm") + (token.length() > 3 ? value(date, "ss") : "");
            case "m", "mm" -> padded(date.getMinute(), token);
            case "s", "ss" -> padded(date.getSecond(), token);
            case "S", "SS", "SSS", "SSSS", "SSSSS", "SSSSSS", "SSSSSSS", "SSSSSSSS", "SSSSSSSSS" ->
                "%03d000000".formatted(date.get(ChronoField.MILLI_OF_SECOND)).substring(0, token.length());
            case "z", "zz" -> abbreviation(date);
            case "Z" -> DateTimeFormatter.ofPattern("xxx").format(date);
            case "ZZ" -> DateTimeFormatter.ofPattern("xx").format(date);
            case "X" -> "" + date.toEpochSecond();
            case "x" -> "" + date.toInstant().toEpochMilli();
            default -> token;
        };
    }

    /** The letters of the zone, or its offset in digits if it has none. */
    private static String abbreviation(ZonedDateTime date) {
        String letters = DateTimeFormatter.ofPattern("z", Locale.US).format(date);
        return letters.matches("[A-Z]+")
                ? letters
                : DateTimeFormatter.ofPattern("x").format(date);
    }

    private static String padded(int number, String token) {
        return String.format(Locale.ROOT, "%0" + token.length() + "d", number);
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 % 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
