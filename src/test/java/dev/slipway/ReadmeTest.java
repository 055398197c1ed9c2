package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lint.Rules;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Holds README.md to what is true: what it shows is what there is. */
class ReadmeTest {
    private static final Fences README = Fences.of("README.md");

    @Test
    void showsTheConfigOfTheExampleThatItLinksWithARunnerOfToday() throws IOException {
        String otto = Files.readString(Path.of("generated/otto/slipway.yml"));
        assertThat(README.first("yaml"))
                .isEqualTo(otto.substring(0, otto.indexOf("\n#") + 1).replace("macos-14", "macos-15"));
    }

    @Test
    void showsAConfigThatWorksOnTheDayItIsRead() {
        Generation generation = Examples.generate(README.first("yaml"));
        assertThat(new Validator(LocalDate.of(2026, 11, 27)).check(generation)).isEmpty();
    }

    @Test
    void countsTheRules() {
        assertThat(README.page())
                .contains("[%d rules]".formatted(Rules.descriptions().size()));
    }

    @Test
    void countsTheLinesOfTheConfigAndThoseByHand() {
        String counted = Examples.read(Path.of("docs/reach/examples.yml"));
        int byHand = YamlReader.read(new SourceText("examples.yml", counted))
                .child("otto")
                .flatMap(otto -> otto.child("by-hand"))
                .orElseThrow()
                .fold(
                        workflows -> workflows.entries().values().stream()
                                .mapToInt(workflow -> Integer.parseInt(((Node.Scalar) workflow.value()).text()))
                                .sum(),
                        list -> 0,
                        text -> 0);
        assertThat(README.page())
                .contains("workflows had %d lines. These %d replace them:"
                        .formatted(byHand, README.first("yaml").lines().count()));
    }

    @Test
    void fitsOnAScreen() {
        assertThat(README.page().lines()).hasSizeLessThan(80);
    }
}
