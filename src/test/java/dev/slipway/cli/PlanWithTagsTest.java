package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the plan shows if the tags of earlier releases are known, and if they are not. */
class PlanWithTagsTest {
    private static final String MAJOR = PlanCommandTest.OTTO.replace(
            "docker: {", "docker: { tags: [latest, '{version}', '{major}.{minor}', '{major}'],");

    @TempDir
    Path root;

    private Ran plan(String config, String... args) throws IOException {
        return new Folder(root).plan(config, args);
    }

    private void tags(String... names) {
        SampleRepository repository = new SampleRepository(root).committed();
        for (String name : names) {
            repository.git("tag", name);
        }
    }

    @Test
    void whereANewerVersionIsReleasedItSaysWhatStays() throws IOException {
        tags("v1.2.3", "v0.9.0", "v2.0.0-rc.1", "other");
        assertThat(plan(MAJOR, "v1.1.0").out())
                .contains("  public once all files are uploaded; not the latest: v1.2.3 is newer\n", """
                            ghcr.io/otto-rs/otto:1.1.0
                            ghcr.io/otto-rs/otto:1.1    moves here
                          not moved back from a newer version: latest, 1
                        """);
        assertThat(plan(MAJOR, "v1.2.2", "--format", "markdown").out())
                .contains("; not the latest: v1.2.3 is newer.\n", """
                        - `ghcr.io/otto-rs/otto:1.2.2`

                        Not moved back from a newer version: `latest`, `1.2`, `1`.
                        """);
        assertThat(plan(MAJOR, "v1.1.0", "--format", "json").out()).contains("\"latest\": false,", """
                    "tags": [
                      "1.1.0",
                      "1.1"
                    ],
                    "moved": [
                      "1.1"
                    ],
                    "movesIfNewest": [],
                    "notMoved": [
                      "latest",
                      "1"
                    ],
                """);
        assertThat(plan(PlanCommandTest.OTTO + "packages: { homebrew: otto-rs/homebrew-tap }", "v1.1.0")
                        .out())
                .contains("    Push the formula: changes nothing, because v1.2.3 is newer\n");
    }

    @Test
    void withTheTagsKnownNothingIsLeftOpen() throws IOException {
        tags();
        assertThat(plan(MAJOR, "v1.1.0").out())
                .contains("; the latest\n", ":latest  moves here\n", ":1       moves here\n")
                .doesNotContain("if no newer", "not moved");
        tags("v1.2.3");
        assertThat(plan(MAJOR, "v1.2.3", "--format", "json").out())
                .contains("\"latest\": true,", "\"movesIfNewest\": [],", "\"notMoved\": [],");
        assertThat(plan(MAJOR + "release: { latest: every }", "v1.1.0").out())
                .contains("; the latest\n", ":latest  moves here\n", ":1       moves here\n");
    }

    @Test
    void withoutTheTagsItIsACondition() throws IOException {
        String open = """
                    "tags": [
                      "latest",
                      "1.1.0",
                      "1.1",
                      "1"
                    ],
                    "moved": [],
                    "movesIfNewest": [
                      "latest",
                      "1.1",
                      "1"
                    ],
                    "notMoved": [],
                """;
        assertThat(plan(MAJOR, "v1.1.0", "--format", "json").out())
                .contains(open)
                .doesNotContain("\"latest\": ");
        assertThat(plan(MAJOR, "v1.1.0", "--format", "markdown").out())
                .contains("- `ghcr.io/otto-rs/otto:1` if no newer version is released\n");
        tags("v1.2.3");
        String head = Files.readString(root.resolve(".git/refs/tags/v1.2.3"));
        Files.writeString(root.resolve(".git/shallow"), head); // as CI checks out
        assertThat(plan(MAJOR, "v1.1.0", "--format", "json").out()).contains(open);
    }
}
