package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the latest release on GitHub is for the commands that ask. */
class OnlineTest {
    private final List<String> asked = new ArrayList<>();
    private final StringWriter err = new StringWriter();
    private final Console console = new Console(new PrintWriter(err), new PrintWriter(err), () -> false);

    private Against against(String answer, String... words) {
        return against(answer, InputStream.nullInputStream(), words);
    }

    private Against against(String answer, InputStream in, String... words) {
        Against against = new Against(new GlobalOptions(), in, repository -> {
            asked.add(repository);
            return new SourceText("GitHub", answer);
        });
        CommandSpec spec = CommandSpec.create();
        against.addTo(spec);
        new CommandLine(spec).parseArgs(words);
        return against;
    }

    @Test
    void nobodyIsAskedUnlessItIsWanted() {
        assertThat(against("").isOnline()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void gitHubIsAskedOnce() {
        Against against = against("{\"tag_name\":\"v1\",\"assets\":[{\"name\":\"a\"}]}", "--online");
        assertThat(against.latest("me/kelp", console).release().orElseThrow().tag())
                .contains("v1");
        assertThat(against.latest("me/kelp", console).release()).isPresent();
        assertThat(asked).containsExactly("me/kelp");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anAnswerThatMakesNoSenseStopsNothing() {
        Against against = against("{\"tag_name\":\"v1\",\"assets\":[]}", "--online");
        assertThat(against.latest("me/kelp", console).release()).isEmpty();
        assertThat(against.latest("me/kelp", console).why())
                .isEqualTo("unexpected answer from GitHub: the release has no files");
        assertThat(err.toString().lines())
                .containsExactly("warning: nothing is compared with the latest release: unexpected answer from "
                        + "GitHub: the release has no files");
    }

    @Test
    void aListIsReadFromStandardInput() throws IOException {
        InputStream in = new ByteArrayInputStream("kelp-linux-amd64\nno name\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> against("", in, "--against", "-").release())
                .isInstanceOfSatisfying(
                        InvalidSource.class,
                        invalid -> assertThat(invalid.findings().get(0).toString())
                                .startsWith("standard input:2:1: error: 'no name' is neither"));
        InputStream good = new ByteArrayInputStream("kelp-linux-amd64\n".getBytes(StandardCharsets.UTF_8));
        assertThat(against("", good, "--against", "-").release().orElseThrow().names())
                .containsExactly("kelp-linux-amd64");
    }

    @Test
    void oneReleaseIsNamedAndNotTwo() {
        assertThatThrownBy(() -> against("", "--against", "a.txt", "--online").release())
                .isInstanceOf(IOException.class)
                .hasMessage("use --against or --online, not both");
        assertThatThrownBy(() -> against("", "--against-tag", "v1").release())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("--against-tag needs --against");
    }
}
