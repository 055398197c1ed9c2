package dev.slipway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
        Optional<String> only = option("only");
        List<Kind> kinds = only.stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        Optional<Path> judged = option("judge").map(Path::of);
        if (judged.isPresent()) {
            Files.createDirectories(judged.get());
        }
        long seed = Long.getLong("fuzz.seed", 9);
        String again = "bench/fuzz --seed " + seed
                + only.map(names -> " --only " + names).orElse("")
                + option("seeds").map(folder -> " --seeds " + folder).orElse("");
        Run run = new Run(scratch, judged, again);
        run.many(
                new Inputs(
                        seed,
                        kinds.isEmpty() ? List.of(Kind.values()) : kinds,
                        option("seeds").map(Path::of)),
                Long.getLong("fuzz.from", 0),
                Long.getLong("fuzz.count", 600),
                Integer.getInteger("fuzz.threads", 1),
                Duration.ofSeconds(Long.getLong("fuzz.limit", 1_000_000)));
        String report = run.report();
        Optional<Path> file = option("report").map(Path::of);
        if (file.isPresent()) {
            Files.writeString(file.get(), report);
        }
        assertThat(run.clean()).as(report).isTrue();
    }

    private static Optional<String> option(String name) {
        return Optional.ofNullable(System.getProperty("fuzz." + name));
    }
}
