package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Version;
import dev.slipway.lint.Linter;
import dev.slipway.model.workflow.Run;
import dev.slipway.plan.Paths;
import dev.slipway.read.ActionReader;
import dev.slipway.read.CompositeAction;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the files by which other tools run Slipway to what Slipway is: its version, its commands, its releases. */
class OfferedFilesTest {
    private static final String ACTION = "action.yml";
    private static final String HOOKS = ".pre-commit-hooks.yaml";

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private static Node yaml(String file) throws IOException {
        return YamlReader.readMerging(new SourceText(file, text(file)));
    }

    private static CompositeAction action() throws IOException {
        return ActionReader.read(yaml(ACTION)).orElseThrow();
    }

    @Test
    void theActionRunsTheReleaseOfThisVersion() throws IOException {
        assertThat(text(ACTION)).contains("default: " + Version.current() + "\n");
    }

    /** The name of each archive, which the release workflow of this repository gives it. */
    @Test
    void theActionKnowsEachArchiveOfARelease() throws IOException {
        Ran plan = Ran.slipway("plan", "v9.8.7", "--format", "json");
        List<String> archives = Pattern.compile("\"slipway-v9\\.8\\.7-([^\"]+\\.(?:tar\\.gz|zip))\"")
                .matcher(plan.out())
                .results()
                .map(asset -> asset.group(1))
                .toList();
        assertThat(archives).contains("linux-amd64.tar.gz");
        for (String archive : archives) {
            assertThat(text(ACTION)).contains("archive=slipway-v$version-" + archive + " ;;");
        }
    }

    @Test
    void theActionTrustsTheWorkflowThatReleasesAlone() throws IOException {
        assertThat(text(ACTION)).contains("--signer-workflow slipway-dev/slipway/" + Paths.USUAL.release() + " ");
        assertThat(text(Paths.USUAL.release())).contains("tags: ['v*']", "actions/attest@");
    }

    @Test
    @Tag("bash")
    void theScriptsOfTheActionAreClean(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/shellcheck")), "no shellcheck on this machine");
        List<String> command = new ArrayList<>(List.of("shellcheck", "--shell=bash", "--severity=style"));
        for (Run step : action().steps().stream().map(Run.class::cast).toList()) {
            Path file = folder.resolve("step" + command.size() + ".sh");
            // what the step has in its environment
            String variables = String.join(
                    "\n",
                    step.common().env().keySet().stream()
                            .map(name -> ": \"${" + name + ":?}\"")
                            .toList());
            Files.writeString(
                    file,
                    "set -eo pipefail\n" + variables + "\n" + step.script().source() + "\n");
            command.add(file.toString());
        }
        assertThat(command).hasSize(5);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    /** The hooks of the manifest, each with its entry. */
    private static Map<String, Node> hooks() throws IOException {
        return yaml(HOOKS)
                .fold(
                        mapping -> Map.<String, Node>of(),
                        sequence -> sequence.items().stream()
                                .collect(Collectors.toMap(hook -> value(hook, "id"), hook -> hook)),
                        scalar -> Map.of());
    }

    private static String value(Node hook, String key) {
        return hook.child(key).map(OfferedFilesTest::text).orElse("");
    }

    @Test
    void eachHookIsACommandLineThatSlipwayTakes(@TempDir Path folder) throws IOException {
        Folder repository = Folder.generated(folder);
        assertThat(hooks())
                .containsOnlyKeys("slipway-check", "slipway-check-system", "slipway-lint", "slipway-lint-system");
        for (Node hook : hooks().values()) {
            String entry = value(hook, "entry");
            assertThat(Path.of("bin/slipway")).isExecutable();
            assertThat(entry).startsWith(value(hook, "language").equals("script") ? "bin/slipway " : "slipway ");
            List<String> words = new ArrayList<>(List.of(entry.split(" ")));
            words.remove(0);
            if (!value(hook, "pass_filenames").equals("false")) {
                words.addAll(List.of(".github/workflows/ci.yml", "Dockerfile"));
            }
            Ran ran = repository.run(words.toArray(String[]::new));
            assertThat(ran.exit()).as(entry + ran.err()).isZero();
        }
    }

    @Test
    void theHookForLintGetsTheFilesThatLintKnows() throws IOException {
        Pattern files = Pattern.compile(value(hooks().get("slipway-lint"), "files"));
        assertThat(value(hooks().get("slipway-lint-system"), "files")).isEqualTo(files.pattern());
        assertThat(Stream.of(
                        ".github/workflows/ci.yml",
                        ".github/workflows/ci.yaml",
                        "Dockerfile",
                        "docker/dockerfile.alpine",
                        "build/tool.Dockerfile",
                        ".dockerignore",
                        "Dockerfile.dockerignore"))
                .allMatch(Linter::knows)
                .allMatch(name -> files.matcher(name).find());
        assertThat(Stream.of(
                        "action.yml",
                        "compose.yaml",
                        ".github/dependabot.yml",
                        ".github/workflows/scripts/a.yml",
                        "docs/.github/workflows/ci.yml",
                        "MyDockerfile",
                        "dockerfiles/README.md"))
                .noneMatch(name -> files.matcher(name).find());
    }

    @Test
    void jbangRunsTheJarThatTheReleaseOfThisVersionHas() throws IOException {
        Node slipway = child(yaml("jbang-catalog.json"), "aliases", "slipway");
        assertThat(value(slipway, "script-ref"))
                .isEqualTo("https://github.com/slipway-dev/slipway/releases/download/v" + Version.current()
                        + "/slipway.jar");
        assertThat(Ran.slipway("plan", "v9.8.7", "--format", "json").out()).contains("\"slipway.jar\"");
        assertThat(value(slipway, "java")).isEqualTo("17+");
    }

    /** The pattern is one of Renovate's; what it uses means the same to Java. */
    @Test
    void renovateFindsTheVersionInAConfig() throws IOException {
        Node manager = child(yaml("default.json"), "customManagers", "0");
        Pattern files =
                Pattern.compile(text(child(manager, "managerFilePatterns", "0")).replaceAll("^/|/$", ""));
        assertThat(List.of("slipway.yml", "slipway.server.yml", "tools/slipway.yml"))
                .allMatch(name -> files.matcher(name).find());
        assertThat(List.of("myslipway.yml", "slipway.yml.orig", ".github/workflows/slipway/x.yml"))
                .noneMatch(name -> files.matcher(name).find());
        Pattern version = Pattern.compile(text(child(manager, "matchStrings", "0")));
        for (String config :
                List.of("slipway: 0.1\n", "name: a\nslipway: '0.1' # tried\nrust: {}\n", "slipway: \"0.1\"")) {
            Matcher found = version.matcher(config);
            assertThat(found.find()).as(config).isTrue();
            assertThat(found.group("currentValue")).isEqualTo("0.1");
        }
        assertThat(version.matcher("name: slipway\ndescription: |\n  slipway: 0.1\n")
                        .find())
                .isFalse();
        Pattern tag = Pattern.compile(value(manager, "extractVersionTemplate"));
        Matcher released = tag.matcher("v0.2.13");
        assertThat(released.find()).isTrue();
        assertThat(released.group("version")).isEqualTo("0.2");
        assertThat(tag.matcher("v0.2.0-rc.1").find()).isFalse();
    }

    private static Node child(Node node, String... names) {
        Node found = node;
        for (String name : names) {
            found = found.child(name).orElseThrow();
        }
        return found;
    }

    private static String text(Node node) {
        return node.fold(mapping -> "", sequence -> "", Node.Scalar::text);
    }
}
