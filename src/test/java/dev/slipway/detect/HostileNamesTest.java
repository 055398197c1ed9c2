package dev.slipway.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.git.TagStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and patterns of a repository are texts, never regular expressions. */
class HostileNamesTest {
    @TempDir
    Path directory;

    private boolean matches(String pattern) {
        return new RepositoryFiles(directory, Set.of()).matches(pattern);
    }

    @Test
    void aPatternOfAScriptFindsFilesAndNeverHangs() {
        new SampleRepository(directory).file("dist/tool-1.0.tar.gz", "").file("a".repeat(200), "");
        assertThat(matches("dist/tool-*.tar.gz")).isTrue();
        assertThat(matches("dist/tool-?.?.tar.gz")).isTrue();
        assertThat(matches("dist/*.zip")).isFalse();
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(matches("*a".repeat(40) + "*b")).isFalse());
    }

    @Test
    void aPackageMayBeCalledLikeTheEndOfAQuotation() {
        List<String> tags = List.of("v2.0.0", "x\\E(-1.0.0", "1.0.0");
        assertThat(TagStyle.of(tags, Optional.of("1.0.0"), List.of("x\\E(")))
                .map(TagStyle::example)
                .hasValue("x\\E(-1.0.0");
    }

    @Test
    void aPrefixWithTheNameOfWhatIsReleasedIsFamiliar() {
        for (String prefix : List.of("tool-", "tool-v", "cli/tool@", "my_tool/v")) {
            List<String> tags = List.of("other-9.0.0", prefix + "9.0.0");
            assertThat(TagStyle.of(tags, Optional.empty(), List.of("tool")))
                    .map(TagStyle::prefix)
                    .hasValue(prefix);
        }
        for (String prefix : List.of("tool", "mytool-", "tool-x", "tool-vv")) {
            assertThat(TagStyle.of(List.of(prefix + "9.0.0", "v9.0.0"), Optional.empty(), List.of("tool")))
                    .map(TagStyle::prefix)
                    .hasValue("v");
        }
    }
}
