package dev.slipway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FreshnessTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-01");
    private static final Freshness OLD = new Freshness("runner labels", DAY);
    private static final Freshness NEW = new Freshness("versions of actions", DAY.plusDays(60));

    @Test
    void factsAreOldAfterNinetyDays() {
        assertThat(Freshness.oldest(List.of(NEW, OLD), DAY.plusDays(90))).isEmpty();
        assertThat(Freshness.oldest(List.of(NEW, OLD), DAY.plusDays(91))).contains(OLD);
        assertThat(Freshness.oldest(List.of(NEW, OLD), DAY.plusYears(2))).contains(OLD);
    }

    @Test
    void aDayBeforeTheyWereCheckedIsNotOld() {
        assertThat(Freshness.oldest(List.of(OLD), DAY.minusYears(1))).isEmpty();
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/slipway/facts"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileOfFactsSaysWhenItWasChecked(String file) {
        LocalDate checked = LocalDate.parse(FactFile.read(file).checked());
        assertThat(checked).isAfter(LocalDate.parse("2026-11-01"));
    }
}
