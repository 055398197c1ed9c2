package dev.slipway.run.local.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Folders of a run that keeps artifacts, and the two actions in it. */
abstract class ArtifactFolders {
    static final String RUN = "7";

    @TempDir
    Path temp;

    Path work;

    Path home;

    Path other;

    Artifacts artifacts;

    @BeforeEach
    void folders() throws IOException {
        work = Files.createDirectory(temp.toRealPath().resolve("work"));
        home = Files.createDirectory(temp.toRealPath().resolve("home"));
        other = Files.createDirectory(temp.toRealPath().resolve("other"));
        artifacts = new Artifacts(temp.resolve("store"), new Artifacts.Run("https://github.com", "o/r", RUN));
    }

    void file(String name) throws IOException {
        Files.createDirectories(work.resolve(name).getParent());
        Files.writeString(work.resolve(name), "content of " + name);
    }

    static Map<String, String> inputs(String... pairs) {
        Map<String, String> inputs = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            inputs.put(pairs[i], pairs[i + 1]);
        }
        return inputs;
    }

    UploadArtifact.Result upload(String... pairs) throws IOException {
        return new UploadArtifact(artifacts).run(inputs(pairs), work, home, "build");
    }

    List<String> uploaded(String... pairs) throws IOException {
        return upload(pairs).artifact().orElseThrow().files();
    }

    DownloadArtifact.Result download(String... pairs) throws IOException {
        return new DownloadArtifact(artifacts).run(inputs(pairs), other, home);
    }

    List<String> there() throws IOException {
        try (Stream<Path> paths = Files.walk(other)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> other.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    void three() throws IOException {
        for (String name : List.of("dist-linux", "dist-mac", "notes")) {
            file(name + ".txt");
            file("both/all.txt");
            upload("name", name, "path", name + ".txt\nboth/all.txt");
        }
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
