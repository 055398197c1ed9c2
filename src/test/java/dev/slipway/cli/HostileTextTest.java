package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a stranger wrote into a repository is obeyed by a terminal or by GitHub where it is printed. */
class HostileTextTest {
    /** A text as TOML, YAML and JSON write it between double quotes; what only YAML can hold comes as itself. */
    private static final String MIXED = "x\\u001b[31m\\u001b]0;title\\u0007\\u009b31m\\u202e\\u2028\\r\\n::error::p\\n"
            + " ::warning file=a::p\\n##[error]p\\r::notice::p";

    private static final Pattern OWN_ANNOTATION =
            Pattern.compile("::(?:error|warning|notice) file=[^\\p{Cntrl}]*,title=[^\\p{Cntrl}]*::[^\\p{Cntrl}]*");

    private static final Pattern COMMAND = Pattern.compile("^\\s*::|##\\[[a-z]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n\t]]");

    private static final Pattern OWN_COLOUR = Pattern.compile("\u001B\\[(?:0|1|2|31|32|33|36)m");

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {MIXED, "::error::p ##[error]p \\u001b[31m"})
    void whatIsPrintedIsReadAndNotObeyed(String hostile) throws IOException {
        Folder folder = repository(hostile);
        Folder.generated(folder.root());
        folder.write("slipway.yml", valid(hostile));
        folder.write("base/slipway.yml", Folder.CONFIG.replace("debian:bookworm-slim", "debian:trixie-slim"));
        List<List<String>> commands = new ArrayList<>();
        for (String line : List.of(
                "lint",
                "lint --color always",
                "lint --format json",
                "lint --format sarif",
                "lint --format github",
                "check",
                "check --color always",
                "check --format github",
                "check --format json",
                "plan",
                "plan v1.2.3",
                "plan --format json",
                "plan --format markdown",
                "graph",
                "graph --format mermaid",
                "graph --format dot",
                "doctor",
                "doctor --format json",
                "generate --dry-run",
                "init --dry-run --config new.yml",
                "init --dry-run --config new.yml --from-workflow .github/workflows/release.yml",
                "check --config invalid.yml",
                "check --config invalid.yml --format github",
                "check --config invalid-jobs.yml",
                "check --config broken.yml",
                "check --config broken.yml --format github")) {
            commands.add(List.of(line.split(" ")));
        }
        String raw = hostile.replace("\\u001b", "\u001B").replace("\\r", "\r").replace("\\n", "\n");
        commands.add(List.of("plan", raw));
        commands.add(List.of("plan", "--diff", raw));
        commands.add(List.of("check", "--config", raw + ".yml"));
        commands.add(List.of("lint", raw + ".yml"));
        commands.add(List.of("check", "--format", raw));
        commands.add(List.of(raw));
        for (List<String> command : commands) {
            Ran ran = folder.run(command.toArray(String[]::new));
            assertThat(ran.exit()).describedAs("%s: %s", command, ran.err()).isNotEqualTo(3);
            boolean coloured = command.contains("always");
            boolean obeyed = command.contains("github");
            assertSafe(command + " out", ran.out(), coloured, obeyed);
            assertSafe(command + " err", ran.err(), coloured, false);
        }
    }

    private static void assertSafe(String what, String printed, boolean coloured, boolean annotations) {
        String text = coloured ? OWN_COLOUR.matcher(printed).replaceAll("") : printed;
        assertThat(INVISIBLE.matcher(text).results().map(found ->
                        (int) found.group().charAt(0)))
                .describedAs("%s: invisible characters in %s", what, printed)
                .isEmpty();
        for (String line : text.split("\n", -1)) {
            if (!annotations || !OWN_ANNOTATION.matcher(line).matches()) {
                assertThat(COMMAND.matcher(line).find())
                        .describedAs("%s prints the command %s", what, line)
                        .isFalse();
            }
        }
    }

    private static String valid(String hostile) {
        return Folder.CONFIG + """
                description: plain
                jobs:
                  extra:
                    name: "HOSTILE"
                    runs-on: "HOSTILE"
                    environment: "HOSTILE"
                    container: { image: "HOSTILE" }
                    permissions: {}
                    timeout-minutes: 5
                    steps:
                      - name: "HOSTILE"
                        run: "HOSTILE"
                        env: { A: "HOSTILE" }
                """.replace("HOSTILE", hostile);
    }

    private Folder repository(String hostile) throws IOException {
        Folder folder = new Folder(root);
        folder.write("Cargo.toml", """
                        [package]
                        name = "tool"
                        version = "HOSTILE"
                        description = "HOSTILE"
                        license = "HOSTILE"
                        license-file = "HOSTILE"
                        homepage = "HOSTILE"
                        repository = "https://github.com/a/HOSTILE"
                        rust-version = "HOSTILE"
                        default-run = "HOSTILE"
                        [[bin]]
                        name = "HOSTILE"
                        path = "HOSTILE"
                        [dependencies]
                        "HOSTILE" = "HOSTILE"
                        native-tls = { version = "HOSTILE", path = "HOSTILE" }
                        """.replace("HOSTILE", hostile));
        folder.write("rust-toolchain.toml", "[toolchain]\nchannel = \"" + hostile + "\"\n");
        folder.write("src/main.rs", "fn main() {}\n");
        folder.write(".git/config", """
                        [core]
                        repositoryformatversion = 0
                        bare = false
                        [remote "origin"]
                        url = https://github.com/a/b
                        """);
        folder.write(".git/HEAD", "ref: refs/heads/main\n");
        Files.createDirectories(root.resolve(".git/objects"));
        Files.createDirectories(root.resolve(".git/refs"));
        folder.write("Dockerfile.other", "FROM x\n");
        folder.write(".github/workflows/release.yml", """
                        name: "HOSTILE"
                        on: { push: { tags: ["HOSTILE", "v*"] } }
                        env: { A: "HOSTILE" }
                        jobs:
                          build:
                            name: "HOSTILE"
                            runs-on: "HOSTILE"
                            strategy: { matrix: { include: [{ target: "HOSTILE", os: "HOSTILE" }] } }
                            container: "HOSTILE"
                            environment: "HOSTILE"
                            if: "HOSTILE"
                            steps:
                              - name: "HOSTILE"
                                uses: "actions/checkout@HOSTILE"
                                with: { "HOSTILE": "HOSTILE" }
                              - name: "HOSTILE"
                                id: "HOSTILE"
                                shell: "HOSTILE"
                                working-directory: "HOSTILE"
                                run: "cargo build --release --features HOSTILE\\nHOSTILE"
                              - uses: "softprops/action-gh-release@v2"
                                with: { files: "HOSTILE", name: "HOSTILE" }
                        """.replace("HOSTILE", hostile));
        folder.write(
                ".github/workflows/keys.yml",
                "on: push\n\"" + hostile + "\": \"" + hostile + "\"\njobs: {\"" + hostile + "\": {needs: \"" + hostile
                        + "\"}}\n");
        folder.write(".github/workflows/broken.yml", "on: push\n::error::p\n##[error]p\n");
        folder.write("broken.yml", "name: otto\n::error::p\n##[error]p: [\n");
        folder.write(
                "invalid-jobs.yml",
                Folder.CONFIG + "jobs: { a: { \"" + hostile + "\": 1, runs-on: [], steps: [{ \"" + hostile
                        + "\": 2 }] } }\n");
        folder.write("invalid.yml", """
                        name: "HOSTILE"
                        repository: "HOSTILE"
                        description: "HOSTILE"
                        license: "HOSTILE"
                        rust: { toolchain: "HOSTILE", features: ["HOSTILE"], "HOSTILE": 1 }
                        targets: ["HOSTILE"]
                        linux: { container: "HOSTILE", packages: ["HOSTILE"] }
                        docker: { base: "HOSTILE", user: "HOSTILE" }
                        archive: { include: ["HOSTILE"] }
                        docs: { release: "HOSTILE" }
                        "HOSTILE": 1
                        """.replace("HOSTILE", hostile));
        return folder;
    }
}
