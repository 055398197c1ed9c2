package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the pictures in the documentation to what Slipway draws. {@code -Dgolden=write} writes them and fails. */
class PicturesTest {
    @ParameterizedTest
    @ValueSource(strings = {"otto", "packaged"})
    void theJobsOfAnExampleAreDrawnAsTheyAre(String example) throws IOException {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        Main.run(List.of("-C", "generated/" + example, "graph", "--format", "svg"), printer, printer);

        Path picture = Path.of("docs/pictures/jobs-of-" + example + ".svg");
        String there = Files.exists(picture) ? Files.readString(picture) : "";
        if (GoldenTest.writes(System.getProperty("golden", ""), System.getenv())) {
            Files.writeString(picture, out.toString());
        }
        assertThat(there).isEqualTo(out.toString());
    }
}
