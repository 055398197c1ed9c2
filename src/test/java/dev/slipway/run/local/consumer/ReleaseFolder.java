package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The files of a release, packed from programs of this machine under other names. */
abstract class ReleaseFolder {
    private static final String PATH = System.getenv("PATH");
    static final Path PACKAGES = Path.of("generated/packaged/.slipway/packages");
    static final String MUSL = "otto-v1.3.0-linux-amd64-musl";

    @TempDir
    Path folder;

    Path files;
    Path pushed;

    @BeforeEach
    void makeFolders() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        pushed = Files.createDirectories(folder.resolve("pushed"));
        assumeTrue(Files.isExecutable(Path.of("/bin/cat")), "there is no /bin/cat here");
    }

    List<Tried> attempt(String... placeholders) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        boolean superuser = "root".equals(System.getProperty("user.name"));
        return new Consumers(work, PATH, Host.of("Linux", "amd64"), superuser, Set.of(placeholders))
                .attempt(files, pushed);
    }

    Tried only(String... placeholders) throws IOException {
        List<Tried> all = attempt(placeholders);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    void run(String script, String... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", "-ec", script, "sh"));
        words.addAll(List.of(arguments));
        List<String> said = new ArrayList<>();
        assertThat(LocalProcess.start(words, Map.of("PATH", PATH), folder, said::add, Duration.ofMinutes(1))
                        .problem())
                .as(String.join("\n", said))
                .isEmpty();
    }

    static void needs(String program) {
        assumeTrue(LocalProcess.executable(program, PATH).isPresent(), program + " is not on this machine");
    }

    /** A program that says which version it is. */
    static void program(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("/bin/cat"), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    static void programFor(int machine, Path file) throws IOException {
        program(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(18, (short) machine);
        Files.write(file, bytes);
    }

    /** An archive with both of Otto's programs, and what else the example packs. */
    Path archive(String name) throws IOException {
        Path inside = folder.resolve("in").resolve(name);
        program(inside.resolve("otto"));
        program(inside.resolve("ottod"));
        for (String file : List.of("complete/otto.bash", "complete/_otto", "complete/otto.fish", "man/otto.1")) {
            Files.createDirectories(inside.resolve(file).getParent());
            Files.writeString(inside.resolve(file), "# words\n");
        }
        return inside;
    }

    void pack(String name) {
        run("chmod -R u=rwX,go=rX in; tar -czf files/$1.tar.gz -C in $1", name);
    }

    void packAll() throws IOException {
        for (String name : List.of(
                MUSL,
                "otto-v1.3.0-linux-amd64",
                "otto-v1.3.0-linux-arm64",
                "otto-v1.3.0-macos-amd64",
                "otto-v1.3.0-macos-arm64")) {
            archive(name);
            pack(name);
        }
    }

    /** Fills in what a release does, as its scripts do. */
    String fillIn(Path template) throws IOException {
        String text = Files.readString(template).replace("@TAG@", "v1.3.0").replace("@VERSION@", "1.3.0");
        Matcher sums = Pattern.compile("@SHA256:([^@]+)@").matcher(text);
        StringBuilder filled = new StringBuilder();
        while (sums.find()) {
            Path file = files.resolve(sums.group(1));
            sums.appendReplacement(filled, Files.exists(file) ? ChecksumTrial.digest(file, "SHA-256") : "0".repeat(64));
        }
        return sums.appendTail(filled).toString();
    }

    List<Tried> of(String name, String... placeholders) throws IOException {
        return attempt(placeholders).stream()
                .filter(one -> one.file().equals(name))
                .toList();
    }

    static void allPassed(List<Tried> tried) {
        assertThat(tried)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.result()).as(one.toString()).isEqualTo(Result.SUCCESS));
    }
}
