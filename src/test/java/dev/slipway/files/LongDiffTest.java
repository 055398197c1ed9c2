package dev.slipway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.difflib.patch.PatchFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongDiffTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void makesTheNewTextOfTheOld() throws PatchFailedException {
        Random random = new Random(9);
        for (int round = 0; round < 20; round++) {
            List<String> before = numbers(3000, 1 + random.nextInt(6000), random);
            List<String> after = new ArrayList<>(before);
            for (int change = 0; change < 200; change++) {
                int at = random.nextInt(after.size());
                switch (random.nextInt(3)) {
                    case 0 -> after.remove(at);
                    case 1 -> after.add(at, "new " + change);
                    default -> after.set(at, after.get(random.nextInt(after.size())));
                }
            }
            assertThat(LongDiff.of(before, after).applyTo(before)).isEqualTo(after);
            assertThat(LongDiff.of(before, List.of()).applyTo(before)).isEmpty();
        }
    }

    @Test
    void showsOneChangedLineOfALongFileAlone() {
        String before = IntStream.range(0, 20_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String diff = UnifiedDiff.of("x", Optional.of(before), Optional.of(before.replace("\n777\n", "\nseven\n")));
        assertThat(diff.lines()).hasSize(11).contains("-777", "+seven");
    }

    @Test
    void endsForTextsThatHaveNothingInCommonAndForTextsInAnotherOrder() {
        String numbers = IntStream.range(0, 100_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String words = numbers.replace("\n", " bottles\n");
        String few = String.join("\n", numbers(100_000, 50, new Random(1)));
        String others = String.join("\n", numbers(100_000, 50, new Random(2)));
        assertTimeoutPreemptively(PATIENCE, () -> {
            assertThat(UnifiedDiff.of("x", Optional.of(numbers), Optional.of(words))
                            .lines())
                    .hasSizeGreaterThan(200_000);
            assertThat(UnifiedDiff.of("x", Optional.of(few), Optional.of(others)))
                    .isNotEmpty();
        });
    }

    private static List<String> numbers(int count, int most, Random random) {
        return random.ints(count, 0, most).mapToObj(Integer::toString).toList();
    }
}
