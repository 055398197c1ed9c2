package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files of checksums, as the programs read them that compare them. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ChecksumTrialTest extends ReleaseFolder {
    @Test
    void checksumsAreComparedAsTheirProgramsDo() throws IOException {
        Files.writeString(files.resolve("notes.md"), "text\n");
        run("cd files; sha256sum notes.md > notes.md.sha256; sha512sum notes.md > notes.md.sha512;"
                + " b2sum notes.md > notes.md.b2; sha256sum -b notes.md > SHA256SUMS;"
                + " sha256sum notes.md | cut -d ' ' -f 1 > notes.md.sha256sum");
        for (String name :
                List.of("notes.md.sha256", "notes.md.sha512", "notes.md.b2", "SHA256SUMS", "notes.md.sha256sum")) {
            assertThat(of(name)).containsExactly(Tried.passed(name, "compare checksums", "1 file"));
        }
        Files.writeString(files.resolve("notes.md"), "other text\n");
        for (String name :
                List.of("notes.md.sha256", "notes.md.sha512", "notes.md.b2", "SHA256SUMS", "notes.md.sha256sum")) {
            assertThat(of(name)).extracting(Tried::result).containsExactly(Result.FAILURE);
        }
    }

    @Test
    void checksumsThatNobodyCanCompareAreFailures() throws IOException {
        Files.writeString(files.resolve("notes.md"), "text\n");
        Files.writeString(files.resolve("other.md"), "text\n");
        String sum = ChecksumTrial.digest(files.resolve("notes.md"), "SHA-256");
        Map<String, String> faults = Map.of(
                sum + " notes.md",
                "is not a checksum, two spaces and a name",
                sum + "  dist/notes.md",
                "the release has no such file",
                sum + "  gone.md",
                "the release has no such file",
                sum + "  other.md",
                "it has no checksum for 'notes.md', the file next to it",
                "",
                "it has no checksum");
        for (var fault : faults.entrySet()) {
            Files.writeString(files.resolve("notes.md.sha256"), fault.getKey() + "\n");
            assertThat(of("notes.md.sha256")).singleElement().satisfies(tried -> {
                assertThat(tried.result()).isEqualTo(Result.FAILURE);
                assertThat(tried.detail()).contains(fault.getValue());
            });
        }
    }

    @Test
    void aFileNamedAfterAnAlgorithmHasChecksumsByThatOne() throws IOException {
        Files.writeString(files.resolve("md5-1.0.txt"), "text\n");
        run("cd files; sha512sum md5-1.0.txt > md5-1.0.txt.sha256; sha256sum md5-1.0.txt > md5-1.0.txt.sha256sum");
        assertThat(of("md5-1.0.txt.sha256"))
                .containsExactly(Tried.failed(
                        "md5-1.0.txt.sha256",
                        "compare checksums",
                        "its name does not match the algorithm of its checksums, which have 512 bits"));
        assertThat(of("md5-1.0.txt.sha256sum")).extracting(Tried::result).containsExactly(Result.SUCCESS);
    }
}
