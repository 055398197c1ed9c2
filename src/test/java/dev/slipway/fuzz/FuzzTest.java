package dev.slipway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No input ends in an exception, in a finding without a place, or in output that a terminal obeys, and none takes long. A
 * few in each build; {@code bench/fuzz} tries as many as one likes.
 */
class FuzzTest {
    @TempDir
    Path scratch;

    @Test
    void noInputIsTooMuch() throws IOException, InterruptedException {
        List<Kind> kinds = Optional.ofNullable(System.getProperty("fuzz.only")).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(name -> Kind.valueOf(name.toUpperCase(java.util.Locale.ROOT)))
                .toList();
        Optional<Path> judged =
                Optional.ofNullable(System.getProperty("fuzz.judge")).map(Path::of);
        if (judged.isPresent()) {
            Files.createDirectories(judged.get());
        }
        Run run = new Run(scratch, judged);
        run.many(
                new Inputs(Long.getLong("fuzz.seed", 9), kinds.isEmpty() ? Arrays.asList(Kind.values()) : kinds),
                Long.getLong("fuzz.count", 600));
        String report = run.report();
        Optional<Path> file =
                Optional.ofNullable(System.getProperty("fuzz.report")).map(Path::of);
        if (file.isPresent()) {
            Files.writeString(file.get(), report);
        }
        assertThat(run.clean()).as(report).isTrue();
    }
}
