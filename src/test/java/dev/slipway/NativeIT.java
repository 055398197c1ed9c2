package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.files.Configs;
import dev.slipway.run.example.ExampleProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The native executable says, writes and answers what the jar does, byte for byte. It is the one that the profile
 * {@code native} builds, or {@code -Dslipway.native} names; if there is none, the output of the build reports it.
 */
class NativeIT {
    private static final Path JAR = Path.of(System.getProperty("slipway.jar"));
    private static final String NAMED = System.getProperty("slipway.native", "");

    /** What a run leaves to a person or a program. */
    private record Answer(int exitCode, String out, String err) {}

    @BeforeAll
    static void thereIsAnExecutable() {
        if (NAMED.isEmpty()) {
            System.out.println("[WARNING] no native executable was tested: 'mvn -Pnative verify' with a GraalVM does");
        }
        assumeTrue(!NAMED.isEmpty(), "no native executable");
    }

    private static List<String> executable() {
        Path plain = Path.of(NAMED).toAbsolutePath();
        Path program = Files.exists(plain) ? plain : plain.resolveSibling(plain.getFileName() + ".exe");
        assertThat(program).as("the native executable").isExecutable();
        return List.of(program.toString());
    }

    private static List<String> jar() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", JAR.toString());
    }

    static Stream<Path> examples() {
        return Stream.concat(Stream.of(Path.of("")), Examples.folders().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aGoldenIsCurrent(Path folder) throws Exception {
        for (List<String> words : List.of(List.of("check"), List.of("check", "--format", "json"), List.of("graph"))) {
            assertThat(run(executable(), folder, words))
                    .as(String.join(" ", words) + " in " + folder)
                    .isEqualTo(run(jar(), folder, words));
        }
        assertThat(run(executable(), folder, List.of("check")).exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.slipway.Examples#folders")
    void aGoldenIsWrittenFromNothing(Path folder, @TempDir Path empty) throws Exception {
        GoldenFolder golden = new GoldenFolder(folder);
        for (String config : new Configs(folder).named()) {
            Files.copy(folder.resolve(config), empty.resolve(config));
        }
        Answer answer = run(executable(), empty, List.of("generate"));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        SortedMap<String, String> written = GoldenFolder.files(empty);
        assertThat(written).isEqualTo(golden.there());
    }

    /** Copies of our templates are templates of the project: FreeMarker prints them, which reads records by reflection. */
    @ParameterizedTest
    @ValueSource(strings = {"otto", "packaged"})
    void aTemplateOfTheProjectIsPrinted(String example, @TempDir Path project) throws Exception {
        Path golden = Path.of("generated", example);
        Files.copy(golden.resolve("slipway.yml"), project.resolve("slipway.yml"));
        Path templates = Files.createDirectories(project.resolve(".slipway/templates"));
        try (Stream<Path> ours = Files.list(Path.of("templates"))) {
            for (Path file :
                    ours.filter(file -> file.toString().endsWith(".ftl")).toList()) {
                if (!file.endsWith("plan.html.ftl")) {
                    Files.copy(file, templates.resolve(file.getFileName()));
                }
            }
        }
        assertThat(run(executable(), project, List.of("generate")).exitCode()).isZero();
        Answer check = run(executable(), project, List.of("check"));
        assertThat(check).isEqualTo(run(jar(), project, List.of("check")));
        assertThat(check.out()).contains("workflow.yml.ftl replaces Slipway's own template");
        SortedMap<String, String> written = GoldenFolder.files(project);
        written.keySet().removeIf(file -> file.startsWith(".slipway/templates/"));
        assertThat(written).isEqualTo(new GoldenFolder(golden).there());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "--help",
                "check --help",
                "help init",
                "man",
                "man plan",
                "no-such-command",
                "schema",
                "completion bash",
                "completion zsh",
                "completion fish",
                "completion powershell",
                "doctor --date 2026-11-28",
                "doctor --date 2026-11-28 --format json",
                "generate --dry-run",
                "graph --format svg",
                "graph --format mermaid",
                "graph --format dot",
                "migrate --dry-run",
                "lint",
                "lint --format sarif",
                "lint --format github src/test/resources/dev/slipway/lint/frequent-schedule/bad.yml",
                "plan v1.2.3",
                "plan v1.2.3 --format json",
                "plan v1.2.3 --format markdown",
                "plan v1.2.3 --format html",
                "-C src check"
            })
    void aCommandAnswersTheSame(String words) throws Exception {
        List<String> command = List.of(words.split(" "));
        Answer answer = run(executable(), Path.of(""), command);
        assertThat(answer).isEqualTo(run(jar(), Path.of(""), command));
        boolean wrong = words.equals("no-such-command");
        assertThat(answer.exitCode() == 2).as(answer.err()).isEqualTo(wrong);
    }

    /** The config of an example is lost; {@code init} writes one for its repository, and {@code doctor} looks at it. */
    @ParameterizedTest
    @ValueSource(strings = {"bat", "command-make", "go-tool", "gradle-tool", "maven-tool"})
    void aRepositoryGetsTheSameConfig(String example, @TempDir Path root) throws Exception {
        List<Map<String, String>> written = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (List<String> program : List.of(jar(), executable())) {
            Path folder = ExampleProject.of(example).in(root.resolve(written.size() + "/tool"));
            for (String config : new Configs(folder).named()) {
                Files.delete(folder.resolve(config));
            }
            run(List.of("git"), folder, List.of("remote", "add", "origin", "https://github.com/acme/tool"));
            answers.add(run(program, folder, List.of("init")));
            answers.add(run(program, folder, List.of("doctor", "--date", "2026-11-28", "--format", "json")));
            SortedMap<String, String> files = new TreeMap<>();
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    if (!file.startsWith(folder.resolve(".git"))) {
                        files.put(folder.relativize(file).toString(), Files.readString(file));
                    }
                }
            }
            written.add(files);
        }
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.exitCode()).as(answer.err()).isLessThan(2));
        assertThat(answers.subList(2, 4)).isEqualTo(answers.subList(0, 2));
        assertThat(written.get(1)).isEqualTo(written.get(0));
    }

    /** A rehearsal serves a registry, an API and packages to what it runs, and reads what these were sent. */
    @Test
    void aRehearsalIsAsPlanned(@TempDir Path project) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        Files.writeString(project.resolve("slipway.yml"), """
                name: tool
                repository: acme/tool
                command: { build: sh build.sh, output: 'out/{name}', static: true }
                targets: [linux-amd64]
                """);
        Files.writeString(project.resolve("build.sh"), """
                mkdir -p out
                printf '#!/bin/sh\\necho tool 1.0.0\\n' > out/tool
                chmod +x out/tool
                """);
        assertThat(run(executable(), project, List.of("generate")).exitCode()).isZero();
        for (String words : List.of("init -q -b main", "add -A", "-c user.name=a -c user.email=a@b commit -q -m a")) {
            assertThat(run(List.of("git"), project, List.of(words.split(" "))).exitCode())
                    .isZero();
        }
        Answer answer = run(executable(), project, List.of("rehearse", "--quiet", "v1.2.3"));
        assertThat(answer).isEqualTo(run(jar(), project, List.of("rehearse", "--quiet", "v1.2.3")));
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).contains("Release v1.2.3  latest").contains("As planned.");
    }

    /** What is wrong with a file is said in the same words, and at the same place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: [",
                "nme: x\nlicense: 5\ntargets: 3\n",
                "name: x\nname: y\n",
                "name: x\ncommand: { build: make }\n",
                "name: x\nmaven: { java: 19, native: target/x }\n",
                "&a [*a]"
            })
    void aConfigIsRefusedInTheSameWords(String config, @TempDir Path project) throws Exception {
        Files.writeString(project.resolve("slipway.yml"), config);
        Answer answer = run(executable(), project, List.of("generate"));
        assertThat(answer).isEqualTo(run(jar(), project, List.of("generate")));
        assertThat(answer.exitCode()).isEqualTo(2);
    }

    /** A locale without non-ASCII letters must not reach a path, a message or a file. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "tr_TR.UTF-8"})
    void theLocaleDoesNotMatter(String locale, @TempDir Path project) throws Exception {
        Files.copy(Path.of("generated/otto/slipway.yml"), project.resolve("slipway.yml"));
        String umlaut = "folder=$(printf '\\303\\244'); mkdir $folder; mv slipway.yml $folder; ";
        List<String> command = new ArrayList<>(List.of("env", "LC_ALL=" + locale, "sh", "-euc"));
        command.add(umlaut + "\"$@\" -C $folder generate; mv $folder/.??* $folder/* .; rmdir $folder");
        command.add("sh");
        command.addAll(executable());
        Answer answer = run(command, project, List.of());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(GoldenFolder.files(project)).isEqualTo(new GoldenFolder(Path.of("generated/otto")).there());
    }

    private static Answer run(List<String> program, Path folder, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(words);
        Path out = Files.createTempFile("slipway", ".out");
        Path err = Files.createTempFile("slipway", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("ends in two minutes")
                    .isTrue();
            return new Answer(
                    process.exitValue(),
                    new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1),
                    new String(Files.readAllBytes(err), StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
