package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example on {@code docs/output.md} is what the command prints. */
class OutputPageTest {
    private static final String BUMPED = "1111111111111111111111111111111111111111";

    @TempDir
    Path root;

    private static List<String> example(String section) throws IOException {
        String page = Files.readString(Path.of("docs/output.md"));
        String rest = page.substring(page.indexOf("\n## " + section + "\n"));
        int start = rest.indexOf("```json\n") + "```json\n".length();
        return rest.substring(start, rest.indexOf("```\n", start)).lines().toList();
    }

    @Test
    void theExampleOfCheck() throws IOException {
        Folder folder = Folder.generated(root);
        folder.write("Dockerfile", folder.read("Dockerfile") + "EXPOSE 80\n");
        String workflow = ".github/workflows/release-and-publish.yml";
        folder.write(
                workflow,
                folder.read(workflow).replaceFirst("(docker/login-action)@\\w+ # \\S+", "$1@" + BUMPED + " # v9.9.9"));

        List<String> printed =
                folder.run("check", "--format", "json").out().lines().toList();

        assertThat(printed.stream().map(OutputPageTest::lasting).toList())
                .isEqualTo(
                        example("check").stream().map(OutputPageTest::lasting).toList());
    }

    /** Without what changes with every release of Slipway or of an action, and with every line of a template. */
    private static String lasting(String line) {
        return line.replaceFirst("\"(wantedRef|writtenBy)\": \".*\"", "\"$1\"")
                .replaceFirst("\"line\": \\d+", "\"line\"")
                .replaceFirst("@@ -\\d+,4 \\+\\d+,3 @@", "@@");
    }

    @Test
    void theExampleOfLint() throws IOException {
        Folder folder = new Folder(root).write(".github/workflows/ci.yml", """
                on: push
                permissions: {}
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    timeout-minutes: 5
                    stepz:
                      - run: make
                """);

        assertThat(folder.run("lint", "--format", "json").out().lines().toList())
                .isEqualTo(example("lint"));
    }

    @Test
    void theExampleOfPlan() throws IOException {
        Folder folder = new Folder(root).write("slipway.yml", Folder.CONFIG);

        assertThat(folder.run("plan", "v0.6.4", "--format", "json")
                        .out()
                        .lines()
                        .toList())
                .isEqualTo(example("plan"));
    }

    @Test
    void theExampleOfDoctor() throws IOException {
        Folder folder = new Folder(root)
                .write("Cargo.toml", "[package]\nname = \"tide\"\n")
                .write("src/main.rs", "fn main() {}\n")
                .write("slipway.yml", "repository: example/tide\nrust: { package: tidy, bins: [tide] }\n");
        assertThat(folder.run("doctor", "--date", "2026-11-23", "--format", "json")
                        .out()
                        .lines()
                        .toList())
                .isEqualTo(example("doctor"));
    }
}
