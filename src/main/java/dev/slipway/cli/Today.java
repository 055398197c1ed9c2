package dev.slipway.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** The date for rules that depend on it. Only this class reads the clock. */
final class Today {
    private final OptionSpec option = OptionSpec.builder("--date")
            .paramLabel("<day>")
            .type(LocalDate.class)
            .converters(Today::parse)
            .description("apply rules as of this date, such as 2027-01-31 (default: today)")
            .build();

    OptionSpec option() {
        return option;
    }

    /** Whether the day was given. */
    boolean asked() {
        return option.getValue() != null;
    }

    /** The day of GitHub's machines, which is that of UTC: what the zone of this one is takes long to find out. */
    LocalDate value() {
        return Optional.<LocalDate>ofNullable(option.getValue()).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    }

    private static LocalDate parse(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException notADay) {
            throw new TypeConversionException("'" + word + "' is not a date: write it like 2027-01-31");
        }
    }
}
