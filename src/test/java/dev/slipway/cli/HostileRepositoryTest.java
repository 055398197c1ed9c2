package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger's pull request puts in the place of a file, for each command that reads it. */
@EnabledOnOs(OS.LINUX)
class HostileRepositoryTest {
    private static final String RELEASE = ".github/workflows/release-and-publish.yml";
    private static final String WORKFLOW = """
            on: push
            permissions: {}
            jobs:
              call: { uses: ./.github/workflows/called.yml }
            """;

    @TempDir
    Path temporary;

    /** What is in the place of a file. */
    private enum Attack {
        ENVIRONMENT,
        SECRET,
        ENDLESS,
        NOTHING,
        CIRCLE,
        PIPE,
        HUGE,
        FOLDER;

        void on(Path place) throws IOException, InterruptedException {
            Files.createDirectories(place.getParent());
            Files.deleteIfExists(place);
            switch (this) {
                case ENVIRONMENT -> link(place, "/proc/self/environ");
                case SECRET -> link(place, place.getRoot().resolve("etc/passwd").toString());
                case ENDLESS -> link(place, "/dev/zero");
                case NOTHING -> link(place, "nowhere");
                case CIRCLE -> link(place, place.getFileName().toString());
                case PIPE ->
                    assertThat(new ProcessBuilder("mkfifo", place.toString())
                                    .start()
                                    .waitFor())
                            .isZero();
                case HUGE -> {
                    try (RandomAccessFile file = new RandomAccessFile(place.toFile(), "rw")) {
                        file.setLength(3L << 30);
                    }
                }
                case FOLDER -> Files.createDirectory(place);
            }
        }

        private static void link(Path place, String target) throws IOException {
            Files.createSymbolicLink(place, Path.of(target));
        }
    }

    private static Stream<Arguments> readers() {
        return Stream.of(
                        List.of("slipway.beta.yml", "check"),
                        List.of(".slipway/manifest.json", "check"),
                        List.of(".slipway/manifest.json", "generate", "--force"),
                        List.of(RELEASE, "check"),
                        List.of(RELEASE, "generate", "--force"),
                        List.of(".slipway/templates/workflow.yml.ftl", "check"),
                        List.of("docs/intro.md", "check"),
                        List.of(".github/workflows/actions.lock", "check"),
                        List.of(".github/workflows/mine.yml", "lint"),
                        List.of(".github/workflows/mine.yml", "lint", ".github/workflows/mine.yml"),
                        List.of(".github/workflows/actions.lock", "lint"),
                        List.of(".github/workflows/called.yml", "lint"),
                        List.of("Dockerfile", "lint"),
                        List.of(".dockerignore", "lint"),
                        List.of("Cargo.toml", "doctor"),
                        List.of("Cargo.lock", "doctor"),
                        List.of("rust-toolchain.toml", "doctor"),
                        List.of("pom.xml", "doctor"),
                        List.of("go.mod", "doctor"),
                        List.of("LICENSE", "doctor"),
                        List.of(".github/workflows/mine.yml", "doctor"))
                .flatMap(words -> Stream.of(Attack.PIPE, Attack.ENVIRONMENT, Attack.HUGE)
                        .limit(words.contains("doctor") && !words.contains("Cargo.toml") ? 1 : 3)
                        .map(attack -> Arguments.of(words.get(0), words.subList(1, words.size()), attack)));
    }

    private Folder repository() throws IOException {
        Path root =
                Files.createDirectories(temporary.resolve("repository/.git")).getParent();
        return new Folder(root)
                .write(
                        "slipway.yml",
                        Folder.CONFIG.replaceFirst("docker:.*\n", "")
                                + "docs: { release: docs/releasing.md, intro: docs/intro.md }\n")
                .write("docs/intro.md", "Hello.\n")
                .write("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n")
                .write(".github/workflows/called.yml", "on: workflow_call\npermissions: {}\njobs: {}\n");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void isNamedAndNeverRead(String path, List<String> command, Attack attack) throws Exception {
        Folder folder = repository();
        if (path.equals(RELEASE) || path.startsWith(".slipway/manifest")) {
            folder.run("generate");
        }
        folder.write(".github/workflows/other.yml", WORKFLOW);
        Path place = folder.root().resolve(path);
        attack.on(place);
        Ran ran = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> folder.run(command.toArray(String[]::new)), "it hangs");
        assertThat(ran.exit()).isIn(1, 2);
        assertThat(ran.out() + ran.err()).contains(path).doesNotContain("PATH=", "\0", "a bug");
        assertThat(Files.isSymbolicLink(place)).isEqualTo(attack == Attack.ENVIRONMENT);
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void isNoConfig(Attack attack) throws Exception {
        Folder folder = repository();
        attack.on(folder.root().resolve("slipway.yml"));
        for (String command : List.of("check", "generate", "plan", "graph")) {
            Ran ran = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> folder.run(command), "it hangs");
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("error: ")
                    .contains("'slipway.yml'")
                    .hasLineCount(1);
        }
    }

    @Test
    void aFolderOfWorkflowsMayNotLeave() throws IOException {
        Folder folder = repository();
        Path github = folder.root().resolve(".github");
        Files.move(github, temporary.resolve("outside"));
        Files.createSymbolicLink(github, temporary.resolve("outside"));
        for (String command : List.of("lint", "doctor", "check", "generate")) {
            Ran ran = folder.run(command);
            assertThat(ran.exit()).isIn(1, 2);
            assertThat(ran.out() + ran.err()).contains("symbolic link '.github'");
        }
        assertThat(temporary.resolve("outside/workflows")).isDirectoryContaining("glob:**/called.yml");
        assertThat(Files.exists(temporary.resolve("outside/workflows/ci.yml"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void linksToFilesOfTheRepositoryWork() throws IOException {
        Folder folder = repository();
        Files.createDirectory(folder.root().resolve("real"));
        for (String path : List.of("slipway.yml", "Cargo.toml", ".github/workflows/called.yml")) {
            Path place = folder.root().resolve(path);
            Path real = Files.move(place, folder.root().resolve("real").resolve(place.getFileName()));
            Files.createSymbolicLink(place, place.getParent().relativize(real));
        }
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.run("check").exit()).isZero();
        assertThat(folder.run("doctor").out()).doesNotContain("is treated as missing");
        assertThat(folder.run("lint").out()).contains("called.yml");
    }

    @Test
    void whatAPersonNamesIsReadWhereverItIs() throws IOException {
        Folder folder = repository();
        Path config = Files.writeString(
                temporary.resolve("other.yml"), Folder.CONFIG.replaceAll("otto-rs/otto", "other/other"));
        Files.delete(folder.root().resolve("slipway.yml"));
        assertThat(folder.run("plan", "--config", "../other.yml").exit()).isZero();
        assertThat(folder.run("plan", "--config", config.toString()).exit()).isZero();
        Path workflow = Files.writeString(temporary.resolve("x.yml"), WORKFLOW);
        assertThat(folder.run("lint", workflow.toString()).out()).contains("no findings in 1 file");
    }
}
