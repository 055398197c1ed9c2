package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code init} writes if it finds no toolchain: a skeleton with a comment that calls it one. */
class AboutCommandTest extends GuessedCommand {
    @Test
    void aCratePackageInAFolderIsBuiltThere() throws Exception {
        SampleRepository repository = new SampleRepository(directory)
                .file("README.md", "# Kelp\n")
                .file("tests/Cargo.toml", "[package]\nname = \"check\"\n")
                .file("tests/src/main.rs", "fn main() {}\n")
                .file("crates/grow/Cargo.toml", "[package]\nname = \"kelp\"\n")
                .file("crates/grow/Cargo.lock", "version = 4\n")
                .file("crates/grow/src/main.rs", "fn main() {}\n");
        assertThat(command(proposal(repository)))
                .isEqualTo("command: build: cargo build --release --locked --manifest-path crates/grow/Cargo.toml"
                        + " output: \"crates/grow/target/release/{name}\""
                        + " test: cargo test --locked --manifest-path crates/grow/Cargo.toml");
    }

    @Test
    void buildsInFoldersNextToACratePackageAreNamed() throws Exception {
        SampleRepository repository = new SampleRepository(directory)
                .file("app/build.gradle.kts", "plugins { application }\n")
                .file("server/go.mod", "module example.com/server\n")
                .file("server/inner/pom.xml", "<project/>\n")
                .file("start/Cargo.toml", "[package]\nname = \"start\"\n")
                .file("start/src/main.rs", "fn main() {}\n");
        assertThat(open(proposal(repository)))
                .contains("command.build: also found: Gradle (app/build.gradle.kts), Go (server/go.mod)")
                .doesNotContain("Maven");
    }

    @Test
    void aManifestInAFolderThatIsTooLargeToBeReadIsNoPackage() throws Exception {
        SampleRepository repository = new SampleRepository(directory)
                .file("Makefile", "all:\n")
                .file("crates/grow/Cargo.toml", " ".repeat(1 << 21));
        assertThat(command(proposal(repository))).isEqualTo("command: { build: make }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kelp\", \"kelpd | bins: [kelp, kelpd]",
                "tool | build",
                "out/tool | output: \"out/{name}\"",
            })
    void theProgramsOfDistAreThoseOfItsCommand(String binaries, String keys) throws Exception {
        Proposal proposal = proposal(
                new SampleRepository(directory).file("Makefile", "all:\n").file("dist.toml", """
                        [package]
                        name = "tool"
                        version = "1.2.3"
                        binaries = ["%s"]
                        build-command = ["sh", "-c", "make all"]
                        """.formatted(binaries)));
        assertThat(command(proposal)).contains("build: sh -c 'make all'").contains(keys);
        assertThat(command(proposal).contains("bins")).isEqualTo(keys.contains("bins"));
        assertThat(open(proposal)).contains("command.build: also found: Make").doesNotContain("no program name");
    }

    @Test
    void aWorkspaceInAFolderBuildsIntoItsOwn() throws Exception {
        SampleRepository repository = new SampleRepository(directory)
                .file("rust/Cargo.toml", "[workspace]\nmembers = [\"cli\"]\n")
                .file(
                        "rust/cli/Cargo.toml",
                        "[package]\nname = \"kelp-cli\"\n[[bin]]\nname = \"kelp\"\npath = \"a.rs\"\n");
        assertThat(command(proposal(repository)))
                .contains("--manifest-path rust/cli/Cargo.toml", "rust/target/release/{name}", "bins: [kelp]");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Makefile | 'tool: tool.c⏎⏎test:⏎'                       | command: { build: make, test: make test }",
                "Makefile | 'TEST := 1⏎'                                  | command: { build: make }",
                "CMakeLists.txt | 'add_executable(wrench main.c)'         | bins: [wrench]",
                "CMakeLists.txt | 'add_executable(W.CLI)⏎set_target_properties(W.CLI PROPERTIES FOLDER a⏎ OUTPUT_NAME wrench)' | bins: [wrench]",
                "build.zig | 'addExecutable(.{ .name = exe, })'           | {name}\" test: zig",
                "meson.build | executable('tool')                         | output: \"build/{name}\"",
                "build.zig | '.name = \"x\"'                              | zig build -Doptimize=ReleaseSafe",
                "configure.ac | AC_INIT                                   | [autoreconf --install, ./configure, make]",
                "stack.yaml | 'resolver: lts'                             | stack build --copy-bins",
                "tool.cabal | 'executable wrench'                         | bins: [wrench]",
                "dune-project | '(lang dune 3.0)'                         | dune install",
                "tool.nimble | 'bin = @[\"tool\"]'                        | nimble build",
                "shard.yml | 'targets:⏎  wrench:⏎    main: a.cr⏎'         | bins: [wrench]",
                "Package.swift | '.executableTarget(name: \"wrench\")'    | bins: [wrench]",
                "Package.swift | '.executable(name: \"wrench\", targets: [\"Cli\"]), .executableTarget(name: "
                        + "\"Cli\")' | bins: [wrench]",
                "dub.sdl | 'name \"kelp\"⏎targetName \"wrench\"⏎targetType \"executable\"⏎targetPath \"./out\"' | output: \"out/{name}\"",
                "dub.json | '{ \"name\": \"wrench\", \"targetType\": \"executable\" }' | dub build --build=release",
                "build.mill | 'object tool extends ScalaModule'           | mill {name}.assembly",
                "build.sbt | 'name := \"wrench\"'                         | sbt assembly",
                "project.clj | '(defproject me/wrench \"1.0\" :target-path \"target/%s\")' | cat target/uberjar/*-standalone.jar",
                "project.clj | '(defproject wrench \"1.0\" :profiles {:uberjar {:uberjar-name \"w-%s.jar\"}})' | cat target/w-*.jar",
                "project.clj | '(defproject me/wrench \"1.0\")'            | bins: [wrench]",
                "src/Tool.csproj | <Project/>                             | bins: [Tool]",
                "Tool.csproj | <Project/>                                 | bins: [Tool]",
                "pyproject.toml | '[project.scripts]⏎wrench = \"a.b:main\"⏎' | pyinstaller --onefile --name wrench",
                "package.json | '{⏎\t\"bin\": { \"wrench\": \"cli.js\" } }'  | bun build --compile --outfile out/wrench ./cli.js",
                "package.json | '{ \"bin\": \"cli.js\", \"name\": \"@me/wrench\" }' | build: [npm install, ",
                "package.json | '{ \"bin\": \"out.js\", \"scripts\": { \"build\": \"tsc\" } }' | npm run build",
                "setup.cfg | '[options.entry_points]⏎console_scripts =⏎    wrench = a.b:main⏎' | bins: [wrench]",
                "setup.py | 'setup(entry_points={\"console_scripts\": [\"wrench=a.b:main\"]})' | from a.b import main",
                "setup.py | 'console_scripts = [\"wrench = a.b:main\"]⏎setup(entry_points={\"console_scripts\": console_scripts})' | from a.b import main",
                "CMakeLists.txt | 'project(wrench C)⏎add_executable(${PROJECT_NAME} main.c)⏎add_executable(wrench_test t.c)' | bins: [wrench]",
                "CMakeLists.txt | 'set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)⏎add_executable(wrench a.c)' | output: \"build/bin/{name}\"",
                "tool.nimble | 'binDir = \"out/\"⏎bin = @[\"tool\"]'       | output: \"out/{name}\"",
                "Tool.csproj | <TargetFrameworks>net8.0;net10.0</TargetFrameworks> | Tool.csproj --framework net10.0 --configuration",
            })
    void aBuildOfAnotherKindGetsACommandThatIsMarkedAsAGuess(String file, String text, String expected)
            throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory).file(file, text.replace('⏎', '\n')));
        assertThat(command(proposal)).contains(expected);
        assertThat(proposal.config()).contains("# This is a guess based on " + file + " and has not been tried.");
        assertThat(open(proposal)).contains("docker: no image, because the run-time requirements are unknown");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.kind() == Remark.Kind.GUESS)
                .extracting(Remark::key, Remark::proof)
                .anySatisfy(guess -> assertThat(guess.toList().get(0)).isEqualTo("command.build"))
                .allSatisfy(
                        guess -> assertThat(guess.toList().get(1).toString()).isNotEmpty());
        assertThat(Examples.findings(proposal.config())).isEmpty();
        assertThat(Examples.generate(proposal.config()).blueprint().release().jobs())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".macOS(.v13) | 'import AppKit' | true",
                ".macOS(.v13) | 'import Foundation' | false",
                ".macOS(.v13) | '#if canImport(AppKit)⏎import AppKit⏎#endif' | false",
                ".iOS(.v16)   | 'import AppKit' | false",
            })
    void aSwiftProgramThatNeedsAFrameworkOfAppleIsGuessedForMacos(String platform, String text, boolean alone)
            throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Package.swift", "platforms: [" + platform + "], .executableTarget(name: \"wrench\")\n")
                .file("Sources/wrench/main.swift", text.replace('⏎', '\n') + "\n"));
        assertThat(proposal.config().contains("targets: [macos-amd64, macos-arm64]"))
                .isEqualTo(alone);
        assertThat(proposal.config().contains("linux")).isEqualTo(!alone);
    }

    @Test
    void theOldestArmOfDotnetIsTheSeventh() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("tool.csproj", "<OutputType>Exe</OutputType>")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          ship:
                            runs-on: ubuntu-latest
                            steps:
                              - run: |
                                  dotnet publish -r linux-arm -o out && mv out/tool tool-linux-arm
                                  dotnet publish -r linux-x64 -o out && mv out/tool tool-linux-x64
                                  gh release create "$GITHUB_REF_NAME" tool-linux-arm tool-linux-x64
                        """));
        assertThat(HandWrittenRelease.said(proposal, Remark.Kind.LEFT))
                .contains("GitHub has no runner for 'linux-armv7'")
                .doesNotContain("armv6");
    }

    @Test
    void aManifestOfALibraryIsNotTheBuildOfAProgram() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Package.swift", "let package = Package(products: [.library(name: \"wrench\")])\n")
                .file("Makefile", "wrench: wrench.c\n"));
        assertThat(command(proposal)).contains("build: make").doesNotContain("swift");
    }

    @Test
    void aBuildOfClojureIsFoundByItsTwoFiles() throws NoProposal {
        Proposal proposal =
                proposal(new SampleRepository(directory).file("deps.edn", "{}").file("build.clj", "(ns build)"));
        assertThat(command(proposal)).contains("clojure -T:build uber");
        assertThat(Examples.findings(proposal.config())).isEmpty();
    }

    @Test
    void aBuildOfClojureMayBeInTheFolderOfTheProgram() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("deps.edn", "{}")
                .file("cli/deps.edn", "{}")
                .file("cli/build.clj", "(ns build)")
                .file("lib/deps.edn", "{}")
                .file("lib/build.clj", "(ns build)"));
        assertThat(command(proposal)).contains("(cd cli && clojure -T:build uber)", "cat cli/target/*-standalone.jar");
        assertThat(Examples.findings(proposal.config())).isEmpty();
    }

    @Test
    void whatARunnerLacksIsSaidInTheConfigToo() throws NoProposal {
        Proposal proposal =
                proposal(new SampleRepository(directory).file("shard.yml", "targets: { tool: { main: a.cr } }\n"));
        assertThat(proposal.config()).contains("Note: runners have no Crystal: install it in 'command.setup'.");
        assertThat(open(proposal)).contains("command.setup: runners have no Crystal");
    }

    @Test
    void aMakefileBesideAKnownToolchainChangesNothing() throws NoProposal {
        assertThat(proposal(new SampleRepository(directory)
                                .file("go.mod", "module github.com/me/tool\n\ngo 1.25\n")
                                .file("main.go", "package main\n")
                                .file("Makefile", "all:\n"))
                        .config())
                .contains("go: { version: 1.25 }")
                .doesNotContain("command");
    }

    @ParameterizedTest
    @CsvSource({"pyproject.toml,[project]", "package.json,{}", "package.json,{{", "README.md,words"})
    void whatMakesNoProgramIsRefused(String file, String text) {
        assertThatThrownBy(() -> proposal(new SampleRepository(directory).file(file, text)))
                .isInstanceOf(NoProposal.class)
                .hasMessageStartingWith("found no known build");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pyproject.toml | '[project]⏎name = \"spanner\"⏎[project.scripts]⏎wrench = \"a.b:main\"⏎'",
                "pyproject.toml | '[tool.poetry]⏎name = \"spanner\"⏎[tool.poetry.scripts]⏎wrench = \"a.b:main\"⏎'",
                "setup.cfg | '[metadata]⏎name = spanner⏎[options.entry_points]⏎console_scripts =⏎    wrench = a.b:main⏎'",
                "spanner.cabal | 'name:    spanner⏎executable wrench⏎'",
                "shard.yml | 'name: spanner⏎targets:⏎  wrench:⏎    main: a.cr⏎'",
            })
    void aPackageIsCalledAsItsManifestSaysAndNotAsTheRepository(String file, String text) throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory).file(file, text.replace('⏎', '\n')));
        assertThat(proposal.config()).contains("\nname: spanner\n", "bins: [wrench]");
    }

    @Test
    void strippingGoesIntoTheCommand() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Makefile", "tool: tool.c\n")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - run: make
                              - { name: Slim, run: strip tool }
                              - run: tar czf tool-linux-amd64.tar.gz tool
                              - run: gh release upload "$GITHUB_REF_NAME" tool-linux-amd64.tar.gz
                        """));
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("step"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.why())
                        .contains("removes symbols from the programs; do this in 'command.build'")
                        .doesNotContain("Cargo"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"license = \"ISC\", ''", "license.workspace = true, 'license = \"ISC\"'"})
    void aCrateThatNoWorkspaceAtTheTopHasIsBuiltByItsOwnManifestAndUnderItsOwnTerms(String own, String shared)
            throws Exception {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"lib\"]\nexclude = [\"cli\"]\n")
                .file("lib/Cargo.toml", "[package]\nname = \"kelp-core\"\nversion = \"1.2.3\"\n")
                .file("lib/src/lib.rs", "")
                .file("cli/Cargo.toml", "[workspace]\nmembers = [\"kelp\"]\n[workspace.package]\n" + shared + "\n")
                .file("cli/kelp/Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\n" + own + "\n")
                .file("cli/kelp/src/main.rs", "fn main() {}\n"));
        assertThat(proposal.config())
                .contains("cargo build --release --manifest-path cli/kelp/Cargo.toml")
                .contains("license: ISC");
    }
}
