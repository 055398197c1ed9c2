package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/slipway} as it is installed: beside the jar, called by a link from anywhere. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final String VERSION = "slipway " + System.getProperty("slipway.version") + "\n";

    @TempDir
    private Path directory;

    private Path link;
    private Path cache;

    @BeforeEach
    void install() throws IOException {
        Path installed = Files.createDirectories(directory.resolve("a tool/slipway"));
        Files.copy(Path.of("bin/slipway"), installed.resolve("slipway"));
        Files.copy(Path.of(System.getProperty("slipway.jar")), installed.resolve("slipway.jar"));
        assertThat(installed.resolve("slipway").toFile().setExecutable(true)).isTrue();
        link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a tool/slipway/slipway"));
        cache = directory.resolve("a cache");
    }

    @Test
    void runsByALinkAndPrintsNothingOfItsOwn() throws Exception {
        assertThat(run(Map.of(), "--version")).isEqualTo(new Ended(0, VERSION, ""));
        assertThat(run(Map.of(), "--version")).isEqualTo(new Ended(0, VERSION, ""));
    }

    @Test
    void makesAnArchiveOnceAndAgainForAnotherJar() throws Exception {
        run(Map.of(), "--version");
        assertThat(archives()).hasSize(1);
        FileTime first = Files.getLastModifiedTime(archives().get(0));

        run(Map.of(), "--version");
        assertThat(Files.getLastModifiedTime(archives().get(0))).isEqualTo(first);

        Path jar = link.toRealPath().resolveSibling("slipway.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(run(Map.of(), "--version")).isEqualTo(new Ended(0, VERSION, ""));
        assertThat(archives()).hasSize(1);
        assertThat(Files.getLastModifiedTime(archives().get(0))).isGreaterThan(first);
    }

    @Test
    void makesNoArchiveInContinuousIntegrationUnlessToldTo() throws Exception {
        assertThat(run(Map.of("CI", "true"), "--version").code()).isZero();
        assertThat(archives()).isEmpty();

        assertThat(run(Map.of("CI", "true", "SLIPWAY_ARCHIVE", "make"), "--version")
                        .code())
                .isZero();
        assertThat(archives()).hasSize(1);
    }

    /** In continuous integration no new one is made, so that what is left shows what was done. */
    @Test
    void usesNoDamagedArchiveAndSaysSoOnce() throws Exception {
        run(Map.of(), "--version");
        Path archive = archives().get(0);
        byte[] whole = Files.readAllBytes(archive);
        String recorded = Files.readString(record(archive));
        byte[] flipped = whole.clone();
        for (int i = 0; i < flipped.length; i += flipped.length / 2000) {
            flipped[i] ^= 16;
        }
        for (byte[] damaged : List.of(Arrays.copyOf(whole, whole.length / 3), flipped, new byte[0])) {
            replace(archive, damaged);
            Files.writeString(record(archive), recorded);
            Ended ended = run(Map.of("CI", "true"), "--version");
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).isEqualTo(VERSION);
            assertThat(ended.err()).contains("the archive of classes in").endsWith("is damaged; it is not used\n");
            assertThat(archives()).isEmpty();
            assertThat(run(Map.of("CI", "true"), "--version")).isEqualTo(new Ended(0, VERSION, ""));
        }
    }

    @Test
    void usesAnArchiveOfOnesOwnAlone() throws Exception {
        run(Map.of(), "--version");
        Path archive = archives().get(0);
        FileTime later = FileTime.from(Instant.now().plusSeconds(100));
        Files.setLastModifiedTime(archive, later);
        assertThat(run(Map.of("CI", "true"), "--version")).isEqualTo(new Ended(0, VERSION, ""));
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(later); // it has the right checksum

        byte[] whole = Files.readAllBytes(archive);
        String recorded = Files.readString(record(archive));
        Files.setPosixFilePermissions(archive.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(run(Map.of("CI", "true"), "--version").err()).endsWith("can be written by others; it is not used\n");
        assertThat(archives()).isEmpty();

        Files.setPosixFilePermissions(archive.getParent(), PosixFilePermissions.fromString("rwx------"));
        Files.write(archive, whole);
        Files.writeString(record(archive), recorded);
        assumeTrue((int) Files.getAttribute(archive, "unix:uid") == 0, "only root gives files away");
        Files.setAttribute(archive, "unix:uid", 12345);
        assertThat(run(Map.of("CI", "true"), "--version").err()).endsWith("can be written by others; it is not used\n");
        assertThat(archives()).isEmpty();
    }

    private static Path record(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".txt");
    }

    @Test
    void readsPathsThatTheLocaleCannotName() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/usr/lib/locale/C.utf8")), "no locale with UTF-8 that everybody has");
        // a shell makes the files, because this JVM may have a locale that cannot name them
        Files.writeString(directory.resolve("run"), "mkdir café && cd café && : >✓.yml && exec ../link lint ✓.yml\n");
        Ended ended = run(List.of("sh", "run"), Map.of("LC_ALL", "C", "SLIPWAY_ARCHIVE", "off"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("✓.yml:1:1: ");
    }

    private static void replace(Path archive, byte[] bytes) throws IOException {
        Files.deleteIfExists(archive);
        Files.write(archive, bytes);
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plusSeconds(100)));
    }

    @Test
    void runsWithoutAPlaceForTheArchive() throws Exception {
        Files.writeString(cache, "a file where the directory would be");
        assertThat(run(Map.of(), "--version")).isEqualTo(new Ended(0, VERSION, ""));
    }

    @Test
    void passesArgumentsAndTheExitCodeOn() throws Exception {
        Ended ended = run(Map.of(), "no such $command *");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).startsWith("error: unknown command 'no such $command *'");
    }

    @Test
    void saysWhichJavaIsNeeded() throws Exception {
        Path old = Files.createDirectories(directory.resolve("jdk-11/bin")).getParent();
        Path java = Files.createFile(old.resolve("bin/java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Someone\"\nJAVA_VERSION=\"11.0.2\"\n");

        Ended ended = run(Map.of("JAVA_HOME", old.toString()), "--version");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Java 17 or newer is needed", "11.0.2", "install a newer JDK");
    }

    @Test
    void saysThatJavaHomeIsWrong() throws Exception {
        Ended ended = run(Map.of("JAVA_HOME", "/nowhere"), "--version");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("slipway: JAVA_HOME is '/nowhere', and there is no bin/java in it\n");
    }

    @Test
    void runsANativeExecutableWithoutJavaUnlessTheJarIsNewer() throws Exception {
        Path jar = link.toRealPath().resolveSibling("slipway.jar");
        Path executable = jar.resolveSibling("slipway-native");
        Files.writeString(executable, "#!/bin/sh\nprintf 'native %s\\n' \"$@\"\nexit 7\n");
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Files.setLastModifiedTime(executable, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(run(Map.of("JAVA_HOME", "/nowhere"), "check", "a b"))
                .isEqualTo(new Ended(7, "native check\nnative a b\n", ""));
        assertThat(run(Map.of("SLIPWAY_NATIVE", "off"), "--version")).isEqualTo(new Ended(0, VERSION, ""));

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        assertThat(run(Map.of(), "--version")).isEqualTo(new Ended(0, VERSION, ""));
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(link.toString()));
        command.addAll(List.of(args));
        return run(command, environment);
    }

    private Ended run(List<String> command, Map<String, String> environment) throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeAll(List.of("CI", "SLIPWAY_ARCHIVE", "SLIPWAY_NATIVE", "JDK_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    private List<Path> archives() throws IOException {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }
}
