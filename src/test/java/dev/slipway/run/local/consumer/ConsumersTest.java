package dev.slipway.run.local.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Manifests, bills of materials, and files of no known kind. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class ConsumersTest extends ReleaseFolder {
    @Test
    void aManifestOfWingetIsComparedWithTheArchives() throws IOException {
        needs("zip");
        for (String name : List.of("otto-v1.3.0-windows-amd64", "otto-v1.3.0-windows-arm64")) {
            Path inside = folder.resolve("in").resolve(name);
            Files.createDirectories(inside);
            Files.writeString(inside.resolve("otto.exe"), "a program");
            Files.writeString(inside.resolve("ottod.exe"), "a program");
            run("cd in; zip -q -r ../files/$1.zip $1", name);
        }
        String name = "OttoMakers.Otto.installer.yaml";
        String text = fillIn(PACKAGES.resolve("winget").resolve(name));
        Files.writeString(pushed.resolve(name), text);
        allPassed(of(name));
        Files.writeString(pushed.resolve(name), text.replace("\\ottod.exe", "\\otter.exe"));
        assertThat(of(name).get(1).detail())
                .isEqualTo("'otto-v1.3.0-windows-amd64/otter.exe' is not in otto-v1.3.0-windows-amd64.zip");
        Files.writeString(pushed.resolve(name), text.replaceFirst("(InstallerSha256: '?)[0-9a-f]", "$1x"));
        assertThat(of(name).get(1).detail())
                .isEqualTo("the checksum of 'otto-v1.3.0-windows-amd64.zip' does not match");
        Files.writeString(pushed.resolve(name), text + "\t- :\n");
        assertThat(of(name))
                .singleElement()
                .satisfies(tried -> assertThat(tried.result()).isEqualTo(Result.FAILURE));
    }

    @Test
    void aBillOfMaterialsNamesNothingThatItDoesNotDescribe() throws IOException {
        String bill = """
                {"spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "packages": [{"SPDXID": "SPDXRef-Package-0"}],
                 "relationships": [{"spdxElementId": "SPDXRef-DOCUMENT", "relatedSpdxElement": "SPDXRef-Package-0"}]}
                """;
        Files.writeString(files.resolve("otto.spdx.json"), bill);
        assertThat(only()).isEqualTo(Tried.passed("otto.spdx.json", "read", "SPDX-2.3 with 1 part"));
        Files.writeString(
                files.resolve("otto.spdx.json"), bill.replace("Element\": \"SPDXRef-P", "Element\": \"SPDXRef-Q"));
        assertThat(only().detail()).contains("'SPDXRef-Qackage-0' is referenced but not described");
        Files.writeString(files.resolve("otto.spdx.json"), bill.replace("]}", "]"));
        assertThat(only().result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void whatNobodyHereCanUseIsSaid() throws IOException {
        Files.writeString(files.resolve("otto.txt"), "text");
        assertThat(only()).isEqualTo(Tried.skipped("otto.txt", "use", "no check for files of this kind"));
    }
}
