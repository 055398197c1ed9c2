package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example on {@code docs/output.md} is what the command prints. */
class OutputPageTest {
    private static final String BUMPED = "1111111111111111111111111111111111111111";

    @TempDir
    Path root;

    private static String section(String name) throws IOException {
        String page = Files.readString(Path.of("docs/output.md"));
        int start = page.indexOf("\n## " + name + "\n");
        return page.substring(start, page.indexOf("\n## ", start + 1));
    }

    private static List<String> example(String section) throws IOException {
        String rest = section(section);
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

    /** Without what changes with every run, with every release of Slipway or of an action, and with every line of a template. */
    private static String lasting(String line) {
        return line.replaceFirst("\"(wantedRef|writtenBy|commit)\": \".*\"", "\"$1\"")
                .replaceFirst("\"milliseconds\": \\d+", "\"milliseconds\"")
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
    void theExampleOfPlanDiff() throws IOException {
        Folder folder = new Folder(root).write("old/slipway.yml", Folder.CONFIG);

        String json = folder.plan(
                        Folder.CONFIG.replace("[linux-amd64]", "[linux-amd64, macos-arm64]"),
                        "--diff",
                        "old",
                        "--format",
                        "json")
                .out();

        assertThat(section("plan"))
                .contains("\n```json\n" + json.replace("\"base\": \"old\"", "\"base\": \"main\"") + "```\n");
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
        folder.run("generate");
        assertThat(folder.run("doctor", "--date", "2026-11-23", "--format", "json")
                        .out()
                        .lines()
                        .toList())
                .isEqualTo(example("doctor"));
    }

    @Test
    void theExampleOfRehearse() throws IOException {
        Ran ran = rehearsed("nightly", """
                on: workflow_dispatch
                permissions: {}
                jobs:
                  nightly:
                    strategy: { matrix: { system: [linux] } }
                    runs-on: ubuntu-latest
                    permissions: { contents: write }
                    timeout-minutes: 10
                    steps:
                      - name: Build
                        id: build
                        run: |
                          echo tide > tide.txt
                          echo 'file=tide.txt' >> "$GITHUB_OUTPUT"
                      - name: Publish
                        run: gh release create nightly --prerelease "$FILE"
                        env:
                          FILE: ${{ steps.build.outputs.file }}
                          GH_TOKEN: ${{ github.token }}
                          GH_REPO: ${{ github.repository }}
                """);

        assertThat(ran.out().lines().map(OutputPageTest::lasting).toList())
                .as(ran.err())
                .isEqualTo(example("rehearse").stream()
                        .map(OutputPageTest::lasting)
                        .toList());
    }

    @Test
    void everyFieldOfARehearsalIsOnThePage() throws IOException {
        Ran ran = rehearsed("all", """
                on: [workflow_dispatch, workflow_call]
                permissions: {}
                jobs:
                  inner:
                    runs-on: ubuntu-latest
                    permissions: { contents: read }
                    timeout-minutes: 10
                    steps:
                      - uses: actions/checkout@v7
                      - uses: ./.github/actions/greet
                  outer:
                    if: github.event_name == 'workflow_dispatch'
                    uses: ./.github/workflows/other.yml
                """);
        String printed = ran.out().replaceAll("(?s)\"outputs\": \\{[^}]*}", "\"outputs\": {}");
        Matcher key = Pattern.compile("\"(\\w+)\":").matcher(printed);
        String section = section("rehearse");

        assertThat(ran.out()).contains("\"called\": [", "\"name\": \"Greet\"");
        assertThat(key.results().map(it -> it.group(1)).distinct())
                .allSatisfy(name -> assertThat(section).containsPattern("[`.]" + name + "`|\"" + name + "\":"));
    }

    /** Commits a workflow with an action and another workflow beside it, and rehearses it. */
    private Ran rehearsed(String name, String workflow) throws IOException {
        SampleRepository repository = new SampleRepository(root);
        Folder folder = new Folder(root)
                .write(
                        "slipway.yml",
                        "name: tide\nrepository: example/tide\ncommand: { build: make, output: \"out/{name}\" }\n"
                                + "targets: [linux-amd64]\n")
                .write(".github/workflows/" + name + ".yml", workflow)
                .write(".github/workflows/other.yml", """
                        on: workflow_call
                        permissions: {}
                        jobs:
                          other:
                            runs-on: ubuntu-latest
                            timeout-minutes: 10
                            steps:
                              - run: echo other
                        """)
                .write(".github/actions/greet/action.yml", """
                        name: Greet
                        runs:
                          using: composite
                          steps:
                            - name: Greet
                              run: echo hello
                              shell: bash
                        """);
        repository.committed();
        return folder.run(
                "rehearse",
                "--workflow",
                ".github/workflows/" + name + ".yml",
                "--event",
                "workflow_dispatch",
                "--format",
                "json");
    }
}
