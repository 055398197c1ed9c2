package dev.slipway.run.local.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSearchTest {
    @TempDir
    Path temp;

    private Path folder(String... files) throws IOException {
        Path folder = temp.toRealPath().resolve("work");
        Files.createDirectories(folder);
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), file);
        }
        return folder;
    }

    private List<String> found(Path folder, String patterns, FileSearch.Options options) throws IOException {
        return FileSearch.of(patterns, folder, temp.toRealPath().resolve("home")).find(options).stream()
                .map(path -> folder.relativize(path).toString())
                .toList();
    }

    private List<String> found(Path folder, String patterns) throws IOException {
        return found(folder, patterns, new FileSearch.Options(true, true, false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dist                  | dist/a.zip dist/b.tar.gz dist/mac/app",
                "dist/                 | dist/a.zip dist/b.tar.gz dist/mac/app",
                "./dist/*              | dist/a.zip dist/b.tar.gz dist/mac/app",
                "dist/*.zip            | dist/a.zip",
                "dist/?.*              | dist/a.zip dist/b.tar.gz",
                "dist//[!a].*          | dist/b.tar.gz",
                "dist/*/               | dist/mac/app",
                "**/app                | dist/mac/app",
                "**/dist/**/a*         | dist/a.zip dist/mac/app",
                "dist/[[]x]            | ``",
                "[d[:digit:]]*/*.zip   | dist/a.zip",
                "lock                  | lock",
                "lock/                 | ``",
                "lock/**               | lock",
                "*/**/app              | dist/mac/app",
                "{lock,dist}           | ``",
                "nothing/**            | ``",
                "`#1`                  | ``",
                "`[#]1`                | #1",
                "`\\#1`                | #1",
            })
    void onePatternFindsFiles(String pattern, String files) throws IOException {
        Path folder = folder("dist/a.zip", "dist/b.tar.gz", "dist/mac/app", "lock", "#1");

        assertThat(String.join(" ", found(folder, pattern))).isEqualTo(files == null ? "" : files);
    }

    @Test
    void linesAddAndTakeAwayInTheirOrder() throws IOException {
        Path folder = folder("a/1", "a/2", "a/b/3");

        assertThat(found(folder, "a\n!a/b\n")).containsExactly("a/1", "a/2");
        assertThat(found(folder, "!a/b\na")).containsExactly("a/1", "a/2", "a/b/3");
        assertThat(found(folder, "# all but one\n\n  a  \n! a/[12] \r\n a/2")).containsExactly("a/2", "a/b/3");
        assertThat(found(folder, "!!a/1")).containsExactly("a/1");
        assertThat(found(folder, "a/**\n!a/*/")).containsExactly("a/1", "a/2");
        assertThat(found(folder, "!a")).isEmpty();
    }

    @Test
    void filesComeFolderByFolderAndByteByByte() throws IOException {
        Path folder = folder("b/2", "b/1/z", "a", "Z", "b.txt", "\u00fc", "\uffee", "\ud83d\ude00");

        assertThat(found(folder, "**"))
                .containsExactly("Z", "a", "b/1/z", "b/2", "b.txt", "\u00fc", "\uffee", "\ud83d\ude00");
        assertThat(found(folder, "b\na\nZ")).containsExactly("b/1/z", "b/2", "a", "Z");
    }

    @Test
    void aFolderIsFoundBeforeWhatIsInIt() throws IOException {
        Path folder = folder("a/b/c");

        assertThat(found(folder, "a", FileSearch.Options.DEFAULT)).containsExactly("a", "a/b", "a/b/c");
        assertThat(found(folder, "a", new FileSearch.Options(true, false, true, false)))
                .containsExactly("a");
    }

    @Test
    void hiddenNamesAreFoundUnlessTheyAreLeftOut() throws IOException {
        Path folder = folder(".env", "a/.git/config", "a/b");
        FileSearch.Options shown = new FileSearch.Options(true, true, false, true);

        assertThat(found(folder, "*")).containsExactly(".env", "a/.git/config", "a/b");
        assertThat(found(folder, "*", shown)).containsExactly("a/b");
        assertThat(found(folder, ".env", shown)).isEmpty();
        assertThat(found(folder, "a/.git/*", shown))
                .as("the folder that the search begins in is hidden itself")
                .isEmpty();
        assertThat(found(folder, "a/.git/config", shown))
                .as("only the name that the search begins with is looked at")
                .containsExactly("a/.git/config");
    }

    @Test
    void linksAreFollowedButNeverInCircles() throws IOException {
        Path folder = folder("a/b/c", "a/d");
        Files.createSymbolicLink(folder.resolve("a/b/up"), Path.of(".."));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("a/b"));
        Files.createSymbolicLink(folder.resolve("broken"), Path.of("nowhere"));

        assertThat(found(folder, "**")).containsExactly("a/b/c", "a/d", "link/c", "link/up/d");
        assertThat(found(folder, "**", new FileSearch.Options(false, true, false, false)))
                .containsExactly("a/b/c", "a/b/up", "a/d", "broken", "link");
    }

    @Test
    void aLinkToItselfIsAnError() throws IOException {
        Path folder = folder("a");
        Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));

        assertThatThrownBy(() -> found(folder, "*")).isInstanceOf(IOException.class);
    }

    @Test
    void theHomeIsWhatItIsSaidToBe() throws IOException {
        Path folder = folder("~x");
        Path home = Files.createDirectories(temp.toRealPath().resolve("home/.config"))
                .getParent();
        Files.writeString(home.resolve(".config/key"), "");

        assertThat(found(folder, "~/.config/*")).containsExactly("../home/.config/key");
        assertThat(found(folder, "~")).containsExactly("../home/.config/key");
        assertThat(found(folder, "~x")).containsExactly("~x");
    }

    @Test
    void theFolderIsNoPatternWhateverItsName() throws IOException {
        folder("[a]*/b");
        Path folder = temp.toRealPath().resolve("work/[a]*");

        assertThat(FileSearch.of("*", folder, folder).find(FileSearch.Options.DEFAULT))
                .containsExactly(folder.resolve("b"));
    }

    @Test
    void rootsAreWhatStandsBeforeWildcardsAndNoneIsBelowAnother() throws IOException {
        Path folder = folder();

        assertThat(FileSearch.of("a/*/b\na/c/d\nx/[y]/z?\n!q\nx/y", folder, folder)
                        .roots())
                .containsExactly(folder.resolve("a"), folder.resolve("x/y"));
    }

    @ParameterizedTest
    @CsvSource({"../a", "a/../b", "a/./b", "/./a", "!a/.."})
    void dotsInsideAreRefused(String pattern) {
        assertThatThrownBy(() -> FileSearch.of(pattern, temp, temp))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("write the path without them");
    }

    @Test
    void aMarkWithoutAPatternIsRefused() {
        assertThatThrownBy(() -> FileSearch.of("! ", temp, temp))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("has no path: write one after the !");
    }

    /** Each of these takes longer than the age of the world where every way is tried. */
    @Test
    void noPatternIsSlow() throws IOException {
        Path folder = folder("a".repeat(200), "b/".repeat(60) + "c");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(found(folder, "*a*a*a*a*a*a*b")).isEmpty();
            assertThat(found(folder, "c*a*a*a*a*a*a*")).isEmpty();
            assertThat(found(folder, "*a".repeat(60) + "*b")).isEmpty();
            assertThat(found(folder, "*a".repeat(60) + "*")).containsExactly("a".repeat(200));
            assertThat(found(folder, "**/b/".repeat(30) + "d")).isEmpty();
            assertThat(found(folder, "**/b/".repeat(30) + "c")).containsExactly("b/".repeat(60) + "c");
        });
    }
}
