package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.detect.SampleRepository;
import dev.slipway.scripts.Bash.Ran;
import dev.slipway.toolchain.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists what a program is made of, as the scripts of a release do, and writes its SBOM. */
@Tag("bash")
class ComponentsScriptsTest {
    @TempDir
    private Path folder;

    private Bash bash() {
        return new Bash(folder);
    }

    @Test
    void aWorkspaceIsListedByTheProgramThatIsShipped() throws IOException {
        assumeTrue(bash().run("cargo --version && jq --version", Map.of()).exit() == 0, "needs cargo and jq");
        bash().file("Cargo.toml", "[workspace]\nmembers = [\"cli\", \"core\", \"fixture\"]\nresolver = \"2\"\n");
        bash().file("cli/Cargo.toml", """
                [package]
                name = "otto-cli"
                version = "1.4.0"
                license = "MIT/Apache-2.0"
                [[bin]]
                name = "otto"
                path = "main.rs"
                [dependencies]
                otto-core = { path = "../core" }
                [dev-dependencies]
                otto-fixture = { path = "../fixture" }
                """);
        bash().file("cli/main.rs", "fn main() {}\n");
        for (String name : List.of("core", "fixture")) {
            bash().file(name + "/Cargo.toml", "[package]\nname = \"otto-" + name + "\"\nversion = \"0.1.0\"\n");
            bash().file(name + "/src/lib.rs", "");
        }
        Map<String, String> env = Map.of(
                "PROGRAM",
                "otto",
                "PROGRAMS",
                "other\notto",
                "SBOM",
                "otto.json",
                "NAMESPACE",
                "https://example.org/otto.json");
        assertThat(bash().template("cargo-version", env)).isEqualTo(new Ran(0, "1.4.0\n"));
        assertThat(bash().template("cargo-version", Map.of("PACKAGE", "otto-core")))
                .isEqualTo(new Ran(0, "0.1.0\n"));

        new SampleRepository(folder).committed();
        String list =
                "cargo metadata --offline --format-version 1 > metadata.json\n" + Scripts.read("cargo-components");
        assertThat(bash().run(list, env)).isEqualTo(new Ran(0, ""));

        assertThat(bash().template("sbom-spdx", env)).isEqualTo(new Ran(0, ""));
        assertThat(bash().run(
                                "jq -c '[.packages[] | [.name, .licenseDeclared]], [.relationships[].relatedSpdxElement]'"
                                        + " dist/otto.json",
                                Map.of())
                        .text())
                .isEqualTo("""
                        [["otto-cli","MIT OR Apache-2.0"],["otto-core","NOASSERTION"]]
                        ["SPDXRef-Package-0","SPDXRef-Package-1"]
                        """);

        assertThat(bash().template("sbom-cyclonedx", env)).isEqualTo(new Ran(0, ""));
        assertThat(bash().run("jq -c '.metadata.component, .components, .dependencies' dist/otto.json", Map.of())
                        .text())
                .isEqualTo("""
                        {"type":"application","bom-ref":"otto-cli@1.4.0","name":"otto-cli","version":"1.4.0","licenses":[{"expression":"MIT OR Apache-2.0"}]}
                        [{"type":"library","bom-ref":"otto-core@0.1.0","name":"otto-core","version":"0.1.0"}]
                        [{"ref":"otto-cli@1.4.0","dependsOn":["otto-core@0.1.0"]},{"ref":"otto-core@0.1.0","dependsOn":[]}]
                        """);
    }

    @Test
    void aGoProgramIsMadeOfTheModulesThatItImportsOnAnySystem() throws IOException {
        assumeTrue(bash().run("go version && jq --version", Map.of()).exit() == 0, "needs go and jq");
        bash().file("go.mod", """
                module example.org/Otto
                go 1.20
                require (
                    example.org/Always v1.1.0
                    example.org/deep v0.2.0
                    example.org/never v1.0.0
                    example.org/windows v1.0.0
                )
                """);
        bash().file("main.go", "package main\nimport _ \"example.org/Always/inner\"\nfunc main() {}\n");
        bash().file("main_windows.go", "package main\nimport _ \"example.org/windows\"\n");
        bash().file("main_test.go", "package main\nimport _ \"example.org/never\"\n");
        bash().file("x/Always/inner/a.go", "package inner\nimport _ \"example.org/deep\"\n");
        for (String name : List.of("Always", "deep", "never", "windows")) {
            bash().file("x/" + name + "/go.mod", "module example.org/" + name + "\ngo 1.20\n");
            bash().file("x/" + name + "/a.go", "package x\n");
            Path mod = folder.resolve("go.mod");
            Files.writeString(mod, Files.readString(mod) + "replace example.org/" + name + " => ./x/" + name + "\n");
        }
        String list = "export HOME=$PWD/home\nfor GOOS in linux windows; do export GOOS\n"
                + "go list -deps -json=ImportPath,Imports,Module .\ndone > packages.json\n";
        Ran ran = bash().run(
                        list + Scripts.read("go-components") + "\njq -c '.root, .components[]' components.json",
                        Map.of("VERSION", "1.4.0"));
        assertThat(ran).isEqualTo(new Ran(0, """
                "example.org/Otto@1.4.0"
                {"id":"example.org/Always@v1.1.0","name":"example.org/Always","version":"v1.1.0","license":"","purl":"pkg:golang/example.org/always@v1.1.0","needs":["example.org/deep@v0.2.0"]}
                {"id":"example.org/Otto@1.4.0","name":"example.org/Otto","version":"1.4.0","license":"","purl":"","needs":["example.org/Always@v1.1.0","example.org/windows@v1.0.0"]}
                {"id":"example.org/deep@v0.2.0","name":"example.org/deep","version":"v0.2.0","license":"","purl":"pkg:golang/example.org/deep@v0.2.0","needs":[]}
                {"id":"example.org/windows@v1.0.0","name":"example.org/windows","version":"v1.0.0","license":"","purl":"pkg:golang/example.org/windows@v1.0.0","needs":[]}
                """));
    }
}
