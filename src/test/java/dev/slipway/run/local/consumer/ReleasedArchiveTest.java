package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.archive.Entry;
import dev.slipway.archive.Entry.Kind;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class ReleasedArchiveTest {
    private static final Map<String, String> ENV = Map.of("PATH", System.getenv("PATH"), "LC_ALL", "C.UTF-8");

    /** Over the 100 characters of a header, and over the 255 of a ustar. */
    private static final String LONG = "n".repeat(90);

    private static final String LONGER = String.join("/", LONG, LONG, LONG);

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        run("mkdir -p 'in/otto/" + LONGER + "' && cd in && printf program > otto/otto && chmod 755 otto/otto"
                + " && printf read > otto/README.md && chmod 644 otto/README.md && ln -s otto otto/o"
                + " && printf ü > otto/ü.txt && printf deep > 'otto/" + LONGER + "/file'"
                + " && chmod -R u=rwX,go=rX .");
    }

    private void run(String script) {
        List<String> said = new ArrayList<>();
        assertThat(LocalProcess.start(List.of("sh", "-c", script), ENV, folder, said::add, Duration.ofMinutes(1))
                        .problem())
                .as(String.join("\n", said))
                .isEmpty();
    }

    private static void needs(String program) {
        assumeTrue(
                LocalProcess.executable(program, System.getenv("PATH")).isPresent(),
                program + " is not on this machine");
    }

    private ReleasedArchive read(String name) throws IOException {
        return ReleasedArchive.read(folder.resolve(name), folder, ENV);
    }

    private static void isWhole(ReleasedArchive archive) {
        assertThat(archive.entry("otto")).contains(new Entry("otto", Kind.FOLDER, 0755, 0, ""));
        assertThat(archive.entry("otto/otto")).contains(new Entry("otto/otto", Kind.FILE, 0755, 7, ""));
        assertThat(archive.entry("otto/README.md")).contains(new Entry("otto/README.md", Kind.FILE, 0644, 4, ""));
        assertThat(archive.entry("otto/o")).map(Entry::kind).contains(Kind.SYMBOLIC_LINK);
        assertThat(archive.entry("otto/o")).map(Entry::link).contains("otto");
        assertThat(archive.entry("otto/ü.txt")).map(Entry::size).contains(2L);
        assertThat(archive.entry("otto/" + LONGER + "/file")).map(Entry::size).contains(4L);
        assertThat(archive.entries()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "pax"})
    void readsWhatTarWrites(String format) throws IOException {
        run("tar --version | grep -q GNU || exit 0; tar --format=" + format + " -czf a.tar.gz -C in otto");
        assumeTrue(Files.exists(folder.resolve("a.tar.gz")), "tar is not GNU's");
        isWhole(read("a.tar.gz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xz", "zstd", "bzip2"})
    void readsWhatOtherProgramsCompress(String program) throws IOException {
        needs(program);
        String name =
                "a.tar." + Map.of("xz", "xz", "zstd", "zst", "bzip2", "bz2").get(program);
        run("tar -cf - -C in ./otto | " + program + " -c > " + name);
        isWhole(read(name));
    }

    @Test
    void readsASevenZip() throws IOException {
        needs("bsdtar");
        run("bsdtar --format=7zip -cf a.7z -C in otto");
        assertThat(read("a.7z").entry("otto/otto")).contains(new Entry("otto/otto", Kind.FILE, 0755, 7, ""));
    }

    @Test
    void readsTheModesAndLinksOfAZip() throws IOException {
        needs("zip");
        run("cd in && zip -q -r -y ../a.zip otto");
        isWhole(read("a.zip"));
    }

    @Test
    void readsAZipWithoutModes() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
            zip.putNextEntry(new ZipEntry("otto.exe"));
            zip.write(new byte[5]);
        }
        assertThat(read("a.zip").entries()).containsExactly(new Entry("otto.exe", Kind.FILE, 0, 5, ""));
    }

    @Test
    void aHardLinkHasNoContentOfItsOwn() throws IOException {
        run("mkdir h && echo one > h/a && ln h/a h/b && echo two > h/c && tar -cf a.tar -C h a b c");
        assertThat(read("a.tar").entries())
                .extracting(Entry::name, Entry::kind, Entry::link)
                .containsExactly(tuple("a", Kind.FILE, ""), tuple("b", Kind.HARD_LINK, "a"), tuple("c", Kind.FILE, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.tar.gz", "a.tar.xz", "a.tar.zst", "a.zip"})
    void refusesWhatIsCutOff(String name) throws IOException {
        Files.write(folder.resolve("in/noise"), noise());
        if (name.endsWith(".zip")) {
            needs("zip");
            run("cd in && zip -q -r ../a.zip .");
        } else {
            String program = Map.of("a.tar.gz", "gzip", "a.tar.xz", "xz", "a.tar.zst", "zstd")
                    .get(name);
            needs(program);
            run("tar -cf - -C in . | " + program + " -c > " + name);
        }
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 2));
        assertThatIOException().isThrownBy(() -> read(name));
    }

    @Test
    void refusesAFileOfAZipThatIsNotAsItWas() throws IOException {
        Files.write(folder.resolve("in/noise"), noise());
        needs("zip");
        run("cd in && zip -q -0 ../a.zip noise");
        byte[] whole = Files.readAllBytes(folder.resolve("a.zip"));
        whole[5000]++;
        Files.write(folder.resolve("a.zip"), whole);
        assertThatIOException().isThrownBy(() -> read("a.zip"));
    }

    @Test
    void refusesWhatIsNoTar() throws IOException {
        Files.write(folder.resolve("a.tar"), noise());
        assertThatIOException().isThrownBy(() -> read("a.tar")).withMessageStartingWith("invalid tar file");
    }

    @Test
    void knowsAnArchiveByItsName() {
        assertThat(List.of("a.tar.gz", "a.TGZ", "a.tar.xz", "a.tar.zst", "a.zip", "a.7z"))
                .allMatch(ReleasedArchive::named);
        assertThat(List.of("a.tar.gz.sha256", "a.exe", "otto", "a.deb", "a.gz")).noneMatch(ReleasedArchive::named);
    }

    private static byte[] noise() {
        byte[] noise = new byte[20_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @Test
    void aTarWithNumbersThatMakeNoSenseIsDamaged() throws IOException {
        for (int at : List.of(100, 124)) {
            byte[] header = new byte[1536];
            header[0] = 'a';
            java.util.Arrays.fill(header, at, at + 8, (byte) 0xff);
            if (at == 124) {
                java.util.Arrays.fill(header, at, at + 12, (byte) 0xff);
                header[156] = 'x';
            }
            int sum = 8 * ' ';
            for (byte one : header) {
                sum += one & 0xff;
            }
            byte[] digits = String.format("%06o", sum).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            System.arraycopy(digits, 0, header, 148, 6);
            Path file = Files.write(folder.resolve("odd.tar"), header);
            if (at == 124) {
                assertThatThrownBy(() -> ReleasedArchive.read(file, folder, ENV))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("a header has a number below 0");
            } else {
                assertThat(ReleasedArchive.read(file, folder, ENV).entries()).hasSize(1);
            }
        }
    }
}
