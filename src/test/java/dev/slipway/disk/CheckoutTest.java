package dev.slipway.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right there")
class CheckoutTest {
    private Path outside;
    private Path root;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws IOException {
        outside = folder;
        root = Files.createDirectories(folder.resolve("repository/.git")).getParent();
        write("sub/file", "text");
        Files.writeString(folder.resolve("secret"), "secret");
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        return Files.writeString(root.resolve(name), text);
    }

    private void link(String name, String target) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.createSymbolicLink(root.resolve(name), Path.of(target));
    }

    private Optional<String> read(String name) throws IOException {
        return text(Checkout.in(root).bytes(name, Limit.PAGE));
    }

    private Optional<String> named(String name) throws IOException {
        return text(Checkout.named(root, Path.of(name), name, Limit.PAGE));
    }

    private static Optional<String> text(Optional<byte[]> bytes) {
        return bytes.map(some -> new String(some, UTF_8));
    }

    @Test
    void linksThatStayInsideAreFollowed() throws IOException {
        link("to-file", "sub/file");
        link("to-folder", "sub");
        link("by-a-way-round", "sub/../to-folder/../repository/sub/file");
        link("absolute", root.resolve("sub/file").toString());
        link("sub/up-and-in-again", "../../repository/to-file");
        for (String name : new String[] {"to-file", "to-folder/file", "absolute", "sub/up-and-in-again"}) {
            assertThat(read(name)).as(name).contains("text");
        }
        assertThat(Checkout.in(root).list("to-folder")).containsExactly("file", "up-and-in-again");
        // what is missing below such a link is missing, and no fault of the link
        assertThat(read("to-folder/none")).isEmpty();
        assertThat(Checkout.in(root).isTaken("to-folder/none")).isFalse();
        assertThat(read("sub/file/below")).isEmpty();
    }

    @Test
    void aRepositoryMayBeNamedByALink() throws IOException {
        Path alias = Files.createSymbolicLink(outside.resolve("alias"), root);
        link("absolute", alias.resolve("sub/file").toString());
        assertThat(text(Checkout.in(alias).bytes("absolute", Limit.PAGE))).contains("text");
        assertThat(text(Checkout.named(alias, alias.resolve("absolute"), "a", Limit.PAGE)))
                .contains("text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../secret | is a symbolic link that leads out of the repository",
                "/etc/passwd | is a symbolic link that leads out of the repository",
                "/proc/self/environ | is a symbolic link that leads out of the repository",
                "/dev/zero | is a symbolic link that leads out of the repository",
                "sub/../../secret | is a symbolic link that leads out of the repository",
                ".. | is a symbolic link that leads out of the repository",
                "nowhere | is a symbolic link that leads to nothing",
                "sub/nowhere | is a symbolic link that leads to nothing",
                "other | is a symbolic link that leads in a circle",
                ".git/config | leads into the folder '.git'",
                "sub | is a directory, not a file",
            })
    void otherLinksAreRefused(String target, String reason) throws IOException {
        write(".git/config", "token");
        link("link", target);
        link("other", "link");
        assertThatThrownBy(() -> read("link"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("'link' " + reason);
        assertThatThrownBy(() -> named("link"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("'link' " + reason);
        assertThat(Checkout.in(root).has("link")).isFalse();
    }

    @Test
    void aFolderThatLeavesTakesNothingWithIt() throws IOException {
        Files.createDirectories(outside.resolve("x/workflows"));
        Files.writeString(outside.resolve("x/workflows/a.yml"), "secret");
        link(".github", "../x");
        String message = "'.github/workflows/a.yml' leads through the symbolic link '.github' out of the repository; "
                + "replace the link with a copy";
        assertThatThrownBy(() -> read(".github/workflows/a.yml")).hasMessage(message);
        assertThatThrownBy(() -> Checkout.in(root).list(".github/workflows")).isInstanceOf(Unreadable.class);
        assertThat(Checkout.in(root).hasFolder(".github/workflows")).isFalse();
    }

    /** Even a question could wait for a dead server, or tell one who asks. */
    @Test
    void nobodyLooksWhetherThereIsSomethingOutside() throws IOException {
        link("link", outside.resolve("none").toString());
        assertThatThrownBy(() -> read("link")).hasMessageContaining("out of the repository");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsNotOpened() throws Exception {
        new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start().waitFor();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> read("pipe")).hasMessageContaining("is a pipe, a socket or a device"));
        assertThat(Checkout.in(root).isTaken("pipe")).isTrue();
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(root.resolve("huge").toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertThatThrownBy(() -> read("huge"))
                .hasMessage("'huge' is larger than 64 KiB; link to the longer text instead");
    }

    @Test
    void reachingTheLimitIsAllowedAndOneByteMoreIsNot() throws IOException {
        write("full", "x".repeat(64 << 10));
        assertThat(read("full").orElseThrow()).hasSize(64 << 10);
        write("more", "x".repeat((64 << 10) + 1));
        assertThatThrownBy(() -> read("more")).hasMessageContaining("larger than 64 KiB");
    }

    /** A file of {@code /proc} has no size, so only reading tells. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aSizeIsNotBelieved() throws IOException {
        Path endless = Path.of("/proc/self/smaps");
        assertThat(Files.size(endless)).isZero();
        assertThatThrownBy(() -> Checkout.named(root, endless, "smaps", Limit.PAGE))
                .hasMessageContaining("larger than 64 KiB");
    }

    @Test
    void whatAPersonNamesMayBeAnywhere() throws IOException {
        assertThat(named("../secret")).contains("secret");
        assertThat(named(outside.resolve("secret").toString())).contains("secret");
        assertThat(named(root.resolve("sub/file").toString())).contains("text");
        assertThat(named("../none")).isEmpty();
        assertThat(named("../other/../repository/sub/file")).contains("text");
        assertThat(named(root + "/../other/../repository/sub/file")).contains("text");
    }

    @Test
    void theLinkOfAnotherRepositoryStaysInIt() throws IOException {
        Path other = Files.createDirectories(outside.resolve("other/.git")).getParent();
        Files.createSymbolicLink(other.resolve("link"), outside.resolve("secret"));
        Files.createSymbolicLink(outside.resolve("loose"), Path.of("/etc/passwd"));
        assertThatThrownBy(() -> named("../other/link")).hasMessageStartingWith("'../other/link' leads");
        assertThatThrownBy(() -> named("../loose")).hasMessageContaining("out of the repository");
    }

    @Test
    void aDirectoryOfARepositoryMayLinkToTheRest() throws IOException {
        link("part/config", "../sub/file");
        assertThat(text(Checkout.in(root.resolve("part")).bytes("config", Limit.PAGE)))
                .contains("text");
        Files.delete(root.resolve(".git"));
        assertThatThrownBy(() -> Checkout.in(root.resolve("part")).bytes("config", Limit.PAGE))
                .hasMessageContaining("out of the repository");
    }
}
