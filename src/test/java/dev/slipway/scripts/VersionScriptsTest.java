package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the scripts of a release under a real bash, as a runner does. */
class VersionScriptsTest {
    private static final String CHANGELOG = """
            # Changelog

            All notable changes. See 9.9.9 for nothing.

            ## [Unreleased]

            - soon

            ## [1.2.3](https://example.org/compare/1.2.2...1.2.3) - 2026-01-02

            ### Fixed

            - a fault

            ```sh
            # 1.2.2 is no heading here
            otto run
            ```

            ## v1.2.2 (2025-12-01)

            - older

            ## 1.2.1

            ## Version 1.2.0:

            - oldest
            """;

    @TempDir
    private Path folder;

    private record Ran(int exit, String text) {}

    private Ran run(String script, Map<String, String> env) {
        try {
            Path file = Files.writeString(folder.resolve("script.sh"), script + "\n");
            ProcessBuilder builder =
                    new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString());
            builder.directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(env);
            builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("output"))) {
            outputs.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", ""));
        }
        return outputs;
    }

    private Ran notes(String changelog, String version) throws IOException {
        Files.writeString(folder.resolve("CHANGELOG.md"), changelog);
        String prerelease = Boolean.toString(version.contains("-"));
        Ran ran = run(
                dev.slipway.toolchain.Scripts.read("changelog"), Map.of("VERSION", version, "PRERELEASE", prerelease));
        Path notes = folder.resolve("notes/notes.md");
        return ran.exit() == 0 ? new Ran(0, Files.readString(notes)) : ran;
    }

    @Test
    void theNotesAreTheSectionOfTheVersionWithoutItsHeading() throws IOException {
        assertThat(notes(CHANGELOG, "1.2.3")).isEqualTo(new Ran(0, """
                ### Fixed

                - a fault

                ```sh
                # 1.2.2 is no heading here
                otto run
                ```
                """));
    }

    @Test
    void aVersionIsFoundBehindAVAndBehindAWord() throws IOException {
        assertThat(notes(CHANGELOG, "1.2.2").text()).isEqualTo("- older\n");
        assertThat(notes(CHANGELOG, "1.2.0").text()).isEqualTo("- oldest\n");
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        assertThat(notes(CHANGELOG.replace("\n", "\r\n"), "1.2.2")).isEqualTo(new Ran(0, "- older\n"));
    }

    @Test
    void headingsMayBeUnderlined() throws IOException {
        String changelog = """
                2.0.0 (2026-01-02)
                ==================
                Bug fixes:

                * one

                1.0.0
                =====
                first
                """;
        assertThat(notes(changelog, "2.0.0").text()).isEqualTo("Bug fixes:\n\n* one\n");
        assertThat(notes(changelog, "1.0.0").text()).isEqualTo("first\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9", "1.2.1", "1.2", "2.3", "11.2.3"})
    void aVersionWithoutASectionIsRefused(String version) throws IOException {
        assertThat(notes(CHANGELOG, version))
                .isEqualTo(new Ran(1, "::error file=CHANGELOG.md::no section about " + version + "\n"));
    }

    @Test
    void aPrereleaseTakesWhatIsUnreleased() throws IOException {
        assertThat(notes(CHANGELOG, "1.3.0-rc.1").text()).isEqualTo("- soon\n");
        assertThat(notes(CHANGELOG + "\n## 1.3.0-rc.1\n\n- own\n", "1.3.0-rc.1").text())
                .isEqualTo("- own\n");
    }

    @ParameterizedTest
    @CsvSource({
        "main,1.2.3,v1.2.3,1.2.3,false",
        "main,v1.2.3,v1.2.3,1.2.3,false",
        "v1.2.4-rc.1,'',v1.2.4-rc.1,1.2.4-rc.1,true",
        "main,1.0.0+a-b,v1.0.0+a-b,1.0.0+a-b,false",
    })
    void aTagIsPushedOrMadeOfWhatIsTyped(String ref, String wanted, String tag, String version, String prerelease)
            throws IOException {
        assertThat(version(ref, wanted)).isEqualTo(new Ran(0, ""));
        assertThat(outputs()).isEqualTo(Map.of("tag", tag, "version", version, "prerelease", prerelease));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "1.2", "1.2.3 ", "1.2.3; id", "$(id)", "1.2.3\ntag=v9.9.9"})
    void whatIsNoVersionIsRefused(String wanted) {
        assertThat(version("main", wanted).exit()).isEqualTo(1);
        assertThat(folder.resolve("output")).doesNotExist();
    }

    private Ran version(String ref, String wanted) {
        String script = String.join(
                "\n",
                dev.slipway.toolchain.Scripts.read("choose-tag"),
                dev.slipway.toolchain.Scripts.read("check-version"),
                dev.slipway.toolchain.Scripts.read("tell-version"));
        return run(script, Map.of("REF_NAME", ref, "WANTED", wanted, "TAG_PREFIX", "v"));
    }

    @Test
    void aTagThatIsThereIsNotMadeAgain() {
        run(
                "git init -q . && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m x && git tag v1.0.0",
                Map.of());
        assertThat(run(dev.slipway.toolchain.Scripts.read("new-tag"), Map.of("TAG", "v1.0.0"))
                        .text())
                .startsWith("::error::the tag v1.0.0 ");
        assertThat(run(dev.slipway.toolchain.Scripts.read("new-tag"), Map.of("TAG", "v1.0.1")))
                .isEqualTo(new Ran(0, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1.0.0 | 0 | ''",
                "v9.9.9 | 1 | ::error::there is no tag v9.9.9: whoever calls this workflow has to make it first",
                "1.0.0  | 1 | ::error::tag '1.0.0' does not begin with 'v'",
            })
    void aTagThatIsCalledForIsThereAlready(String tag, int exit, String text) throws IOException {
        file("gh", """
                #!/bin/bash
                [[ "$*" == 'api --silent repos/a/otto/git/ref/tags/v1.0.0' ]]
                """);
        assertThat(folder.resolve("gh").toFile().setExecutable(true)).isTrue();
        Ran ran = run(
                "export PATH=$PWD:$PATH\n" + dev.slipway.toolchain.Scripts.read("called-tag"),
                Map.of("TAG", tag, "TAG_PREFIX", "v", "GH_REPO", "a/otto"));
        assertThat(ran).isEqualTo(new Ran(exit, text.isEmpty() ? "" : text + "\n"));
        if (exit == 0) {
            assertThat(outputs()).isEqualTo(Map.of("ref", "refs/tags/v1.0.0"));
        }
    }

    @Test
    void theVersionOfMavenHasNoColours() throws IOException {
        file("mvn", """
                #!/bin/bash
                for word; do [[ $word == -Doutput=* ]] && printf 1.4.0 > "${word#*=}"; done
                printf '\\e[0m'
                """);
        Ran ran = run(
                "chmod +x mvn; PATH=$PWD:$PATH; exec 2> log\nfound=$(\n"
                        + dev.slipway.toolchain.Scripts.read("maven-version") + "\n)\necho \"$found\"",
                Map.of("RUNNER_TEMP", folder.toString()));
        assertThat(ran).isEqualTo(new Ran(0, "1.4.0\n"));
    }

    @Test
    void aWorkspaceIsListedByTheProgramThatIsShipped() throws IOException {
        assumeTrue(run("cargo --version && jq --version", Map.of()).exit() == 0, "needs cargo and jq");
        file("Cargo.toml", "[workspace]\nmembers = [\"cli\", \"core\", \"fixture\"]\nresolver = \"2\"\n");
        file("cli/Cargo.toml", """
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
        file("cli/main.rs", "fn main() {}\n");
        for (String name : List.of("core", "fixture")) {
            file(name + "/Cargo.toml", "[package]\nname = \"otto-" + name + "\"\nversion = \"0.1.0\"\n");
            file(name + "/src/lib.rs", "");
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
        assertThat(run(dev.slipway.toolchain.Scripts.read("cargo-version"), env))
                .isEqualTo(new Ran(0, "1.4.0\n"));
        assertThat(run(dev.slipway.toolchain.Scripts.read("cargo-version"), Map.of("PACKAGE", "otto-core")))
                .isEqualTo(new Ran(0, "0.1.0\n"));

        run("git init -q . && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m x", Map.of());
        String list = "cargo metadata --offline --format-version 1 > metadata.json\n"
                + dev.slipway.toolchain.Scripts.read("cargo-components");
        assertThat(run(list, env)).isEqualTo(new Ran(0, ""));

        assertThat(run(dev.slipway.toolchain.Scripts.read("sbom-spdx"), env)).isEqualTo(new Ran(0, ""));
        assertThat(run(
                                "jq -c '[.packages[] | [.name, .licenseDeclared]], [.relationships[].relatedSpdxElement]'"
                                        + " dist/otto.json",
                                Map.of())
                        .text())
                .isEqualTo("""
                        [["otto-cli","MIT OR Apache-2.0"],["otto-core","NOASSERTION"]]
                        ["SPDXRef-Package-0","SPDXRef-Package-1"]
                        """);

        assertThat(run(dev.slipway.toolchain.Scripts.read("sbom-cyclonedx"), env))
                .isEqualTo(new Ran(0, ""));
        assertThat(run("jq -c '.metadata.component, .components, .dependencies' dist/otto.json", Map.of())
                        .text())
                .isEqualTo("""
                        {"type":"application","bom-ref":"otto-cli@1.4.0","name":"otto-cli","version":"1.4.0","licenses":[{"expression":"MIT OR Apache-2.0"}]}
                        [{"type":"library","bom-ref":"otto-core@0.1.0","name":"otto-core","version":"0.1.0"}]
                        [{"ref":"otto-cli@1.4.0","dependsOn":["otto-core@0.1.0"]},{"ref":"otto-core@0.1.0","dependsOn":[]}]
                        """);
    }

    @Test
    void aGoProgramIsMadeOfTheModulesThatItImportsOnAnySystem() throws IOException {
        assumeTrue(run("go version && jq --version", Map.of()).exit() == 0, "needs go and jq");
        file("go.mod", """
                module example.org/Otto
                go 1.20
                require (
                    example.org/Always v1.1.0
                    example.org/deep v0.2.0
                    example.org/never v1.0.0
                    example.org/windows v1.0.0
                )
                """);
        file("main.go", "package main\nimport _ \"example.org/Always/inner\"\nfunc main() {}\n");
        file("main_windows.go", "package main\nimport _ \"example.org/windows\"\n");
        file("main_test.go", "package main\nimport _ \"example.org/never\"\n");
        file("x/Always/inner/a.go", "package inner\nimport _ \"example.org/deep\"\n");
        for (String name : List.of("Always", "deep", "never", "windows")) {
            file("x/" + name + "/go.mod", "module example.org/" + name + "\ngo 1.20\n");
            file("x/" + name + "/a.go", "package x\n");
            Path mod = folder.resolve("go.mod");
            Files.writeString(mod, Files.readString(mod) + "replace example.org/" + name + " => ./x/" + name + "\n");
        }
        String list = "export HOME=$PWD/home\nfor GOOS in linux windows; do export GOOS\n"
                + "go list -deps -json=ImportPath,Imports,Module .\ndone > packages.json\n";
        Ran ran = run(
                list + dev.slipway.toolchain.Scripts.read("go-components")
                        + "\njq -c '.root, .components[]' components.json",
                Map.of("VERSION", "1.4.0"));
        assertThat(ran).isEqualTo(new Ran(0, """
                "example.org/Otto@1.4.0"
                {"id":"example.org/Always@v1.1.0","name":"example.org/Always","version":"v1.1.0","license":"","purl":"pkg:golang/example.org/always@v1.1.0","needs":["example.org/deep@v0.2.0"]}
                {"id":"example.org/Otto@1.4.0","name":"example.org/Otto","version":"1.4.0","license":"","purl":"","needs":["example.org/Always@v1.1.0","example.org/windows@v1.0.0"]}
                {"id":"example.org/deep@v0.2.0","name":"example.org/deep","version":"v0.2.0","license":"","purl":"pkg:golang/example.org/deep@v0.2.0","needs":[]}
                {"id":"example.org/windows@v1.0.0","name":"example.org/windows","version":"v1.0.0","license":"","purl":"pkg:golang/example.org/windows@v1.0.0","needs":[]}
                """));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
