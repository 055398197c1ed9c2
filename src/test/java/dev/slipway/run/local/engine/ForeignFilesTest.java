package dev.slipway.run.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignFilesTest {
    private static final int AMD64 = 62;
    private static final int ARM64 = 183;

    @TempDir
    Path folder;

    @BeforeEach
    void makePrograms() throws IOException {
        program("amd64/tide", AMD64);
        program("arm64/tide", ARM64);
        program("wrong/tide", AMD64);
    }

    private void program(String name, int machine) throws IOException {
        byte[] header = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, header, 0, 7);
        header[18] = (byte) machine;
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), header);
    }

    private List<String> foreign(String copy, boolean placeholder) throws IOException {
        return CopiedFiles.foreign(build(copy), processor -> placeholder);
    }

    private ImageBuild build(String copy) throws IOException {
        Path recipe = Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM --platform=$BUILDPLATFORM debian AS prepare\nFROM scratch\nARG TARGETARCH\n" + copy + "\n");
        return new ImageBuild(
                Optional.of(folder),
                Map.of("binaries", folder.toString()),
                recipe,
                Map.of(),
                Map.of(),
                List.of(Platform.of("linux/amd64"), Platform.of("linux/arm64")),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY --from=binaries ${TARGETARCH}/tide /tide",
                "RUN --mount=type=bind,from=binaries,target=/b \\\n  cp /b/tide /tide",
                "FROM binaries",
                "FROM --platform=linux/amd64 binaries AS x",
                "COPY --from=${WHERE} tide /tide"
            })
    void aBuildContextIsUsedByItsName(String instruction) throws IOException {
        assertThat(CopiedFiles.unused(build(instruction))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY --from=programs tide /tide", "COPY binaries/tide /tide", "FROM binaries-debug"})
    void aBuildContextThatNothingNamesIsUnused(String instruction) throws IOException {
        assertThat(CopiedFiles.unused(build(instruction))).containsExactly("binaries");
    }

    @Test
    void eachPlatformHasItsOwnProgram() throws IOException {
        assertThat(foreign("COPY --from=binaries --chmod=755 ${TARGETARCH}/tide /tide", false))
                .isEmpty();
    }

    @Test
    void aFolderOfAnotherProcessorIsForeign() throws IOException {
        assertThat(foreign("COPY --from=binaries --chmod=755 amd64/tide /tide", true))
                .containsExactly("the image for linux/arm64 copies amd64/tide");
    }

    @Test
    void aProgramOfAnotherProcessorIsForeignUnlessItIsAPlaceholder() throws IOException {
        assertThat(foreign("COPY --chmod=755 wrong/tide /tide", false))
                .containsExactly("the image for linux/arm64 copies wrong/tide, which is for x86_64");
        assertThat(foreign("COPY --chmod=755 wrong/tide /tide", true)).isEmpty();
    }

    @Test
    void aProgramWithoutItsModeStartsNowhere() throws IOException {
        assertThat(foreign("COPY ${TARGETARCH}/tide /tide", false))
                .contains("the image copies amd64/tide, which is not executable");
    }

    @Test
    void sourcesAreImagesAndWhatIsCopiedFrom() {
        assertThat(CopiedFiles.sources("""
                        FROM --platform=$BUILDPLATFORM Debian AS base
                        COPY --from=One a b
                        RUN --mount=type=bind,from=two,target=$HOME --mount=from=three xfrom=four ls
                        """)).containsExactly("debian", "one", "two", "three");
        assertThat(CopiedFiles.sources("RUN " + "from=".repeat(100_000))).containsExactly("");
    }
}
