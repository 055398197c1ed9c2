package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code init} writes if it finds no toolchain: a skeleton with a comment that calls it one. */
class AboutCommandTest {
    @TempDir
    Path directory;

    private Proposal proposal(SampleRepository repository) throws NoProposal {
        repository.committed().origin("https://github.com/me/tool");
        return Proposal.of(repository.read(), Optional.empty(), LocalDate.of(2026, 11, 28));
    }

    private static String command(Proposal proposal) {
        String text = proposal.config().replaceAll("(?s).*\n(?=command:)", "");
        return text.replaceAll("(?s)\n(?! ).*", "").replaceAll("\n *", " ");
    }

    private static String open(Proposal proposal) {
        return proposal.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.OPEN)
                .map(remark -> remark.key() + ": " + remark.why() + "\n")
                .reduce("", String::concat);
    }

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

    @Test
    void programsOfHaskellAreInTheFoldersThatTheProjectNames() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("stack.yaml", "resolver: lts\npackages:\n  - ./core\n  - cli\n")
                .file("core/core.cabal", "name: core\nlibrary\n")
                .file("cli/cli.cabal", "name: cli\nexecutable wrench\n  main-is: Main.hs\n"));
        assertThat(command(proposal)).contains("bins: [wrench]");
    }

    @Test
    void cabalNamesThePackagesInItsProject() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("cabal.project", "packages: core\n          ./cli/cli.cabal\n-- tests\nwith-compiler: ghc\n")
                .file("core/core.cabal", "name: core\n")
                .file("cli/cli.cabal", "executable wrench\nexecutable tool\n")
                .file("core/package.yaml", "executables:\n  wrench:\n    main: Main.hs\n"));
        assertThat(command(proposal)).contains("cabal install {name}").doesNotContain("bins");
        assertThat(open(proposal)).contains("found several programs: wrench, tool; using 'tool'");
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
    void hpackNamesAllProgramsOfAPackage() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("stack.yaml", "resolver: lts\n")
                .file("package.yaml", """
                        executables:
                          tool:
                            main: Main.hs
                            dependencies: &all { base: "< 5" }
                          tool-serve:
                            main: Serve.hs
                            dependencies: { <<: *all, wai: "< 4" }
                        """));
        assertThat(open(proposal)).contains("found several programs: tool, tool-serve; using 'tool'");
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
    void programsOfDartAreCompiledFromTheirScripts() throws NoProposal {
        Proposal one = proposal(new SampleRepository(directory)
                .file("pubspec.yaml", "name: pliers\nexecutables:\n  wrench: main\n  tool: main\n")
                .file("bin/main.dart", "void main() {}\n"));
        assertThat(command(one)).contains("dart compile exe bin/main.dart --output build/{name}", "build/{name}");
        assertThat(open(one)).contains("found several programs: wrench, tool; using 'tool'");
    }

    @Test
    void programsOfDartWithScriptsOfTheirOwnAreListed() throws NoProposal {
        Proposal two = proposal(new SampleRepository(directory)
                .file("pubspec.yaml", "name: pliers\nexecutables: { tool: , wrench: other, gone: lost }\n")
                .file("bin/tool.dart", "void main() {}\n")
                .file("bin/other.dart", "void main() {}\n"));
        assertThat(command(two)).contains("dart compile exe bin/{name}.dart --output build/{name}");
        assertThat(two.config()).contains("the script of 'wrench' is bin/other.dart");
    }

    @Test
    void whatCMakeBuildsForTheWebIsNoProgram() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file(
                        "CMakeLists.txt",
                        "if(EMSCRIPTEN)\n  add_executable(tool_js a.cc)\nendif()\nmy_executable(wrench)\n"));
        assertThat(command(proposal)).doesNotContain("tool_js");
    }

    @Test
    void aManifestOfALibraryIsNotTheBuildOfAProgram() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Package.swift", "let package = Package(products: [.library(name: \"wrench\")])\n")
                .file("Makefile", "wrench: wrench.c\n"));
        assertThat(command(proposal)).contains("build: make").doesNotContain("swift");
    }

    @ParameterizedTest(name = "{0}, {2}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "meson.build | 'subdir(''src'')' | src/meson.build | 'executable(''wrench'', c)' | output: \"build/src/{name}\" bins: [wrench]",
                "CMakeLists.txt | 'add_subdirectory(tests)⏎add_subdirectory(app)' | app/CMakeLists.txt | add_executable(wrench a.c) | output: \"build/app/{name}\" bins: [wrench]",
                "stack.yaml | '' | tool.cabal | 'executable wrench' | bins: [wrench]",
                "stack.yaml | '' | package.yaml | 'executables:⏎  wrench:⏎    main: Main.hs' | bins: [wrench]",
                "dune-project | '' | bin/wrench/dune | '(executable⏎ (name main)⏎ (public_name wrench))' | bins: [wrench]",
                "Tool.sln | 'Project(\"{0}\") = \"Cli\", \"src\\Cli\\Cli.csproj\"' | src/Cli/Cli.csproj | '<OutputType>Exe</OutputType><AssemblyName>wrench</AssemblyName>' | dotnet publish src/Cli/Cli.csproj --configuration",
                "src/Tool.slnx | '<Project Path=\"Cli/Cli.csproj\" />' | src/Cli/Cli.csproj | <OutputType>Exe</OutputType> | dotnet publish src/Cli/Cli.csproj --configuration",
                "src/Tool.sln | '\"Cli\\Cli.csproj\"' | src/Cli/Cli.csproj | <OutputType>Exe</OutputType> | dotnet test src/Tool.sln",
                "Tool.slnx | '<Project Path=\"src/Cli/Cli.csproj\" />' | src/Cli/Cli.csproj | '<OutputType>Exe</OutputType><PackAsTool>true</PackAsTool>' | bins: [Cli]",
                "cli.tests/cli.tests.csproj | <OutputType>Exe</OutputType> | cli/wrench.csproj | <OutputType>Exe</OutputType> | dotnet publish cli/wrench.csproj --configuration",
                "package.json | '{ \"private\": true, \"workspaces\": [\"packages/*\"] }' | packages/cli/package.json | '{ \"bin\": { \"wrench\": \"./cli.js\" } }' | ./packages/cli/cli.js",
            })
    void theProgramMayBeNamedInAnotherFile(String file, String text, String other, String inner, String expected)
            throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file(file, text.replace('⏎', '\n'))
                .file("packages/cli/cli.js", "")
                .file(other, inner.replace('⏎', '\n')));
        assertThat(command(proposal)).contains(expected);
        assertThat(Examples.findings(proposal.config())).isEmpty();
        assertThat(open(proposal)).doesNotContain("command.bins");
    }

    @ParameterizedTest
    @CsvSource({
        "meson.build, project('wrench'), subdir('%s'), executable('%s')",
        "CMakeLists.txt, project(wrench), add_subdirectory(%s), add_executable(%s)"
    })
    void theFolderIsThatOfTheProgramWithTheNameOfTheProject(String file, String project, String folder, String program)
            throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file(file, project + "\n" + folder.formatted("gear") + "\n" + folder.formatted("main") + "\n")
                .file("gear/" + file, program.formatted("gear") + "\n")
                .file("main/" + file, program.formatted("wrench") + "\n"));
        assertThat(command(proposal)).contains("output: \"build/main/{name}\"");
        assertThat(proposal.config()).contains("a guess based on main/" + file);
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
    void ofASolutionTheProjectThatMakesAProgramIsPublished() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file(
                        "Tool.sln",
                        "\"Tool.Lib\\Tool.Lib.csproj\" \"Tool.Gui\\Tool.Gui.csproj\" \"Tool.Cli\\Tool.Cli.csproj\"")
                .file("Tool.Lib/Tool.Lib.csproj", "<Project/>")
                .file("Tool.Gui/Tool.Gui.csproj", "<OutputType>WinExe</OutputType>")
                .file("Tool.Cli/Tool.Cli.csproj", "<OutputType>Exe</OutputType>"));
        assertThat(command(proposal)).contains("dotnet publish Tool.Cli/Tool.Cli.csproj ");
        assertThat(open(proposal)).contains("other programs of the solution are not built: Tool.Gui/Tool.Gui.csproj");
    }

    @Test
    void ofASolutionTheProgramWithItsNameComesFirst() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Tool.slnx", "\"Tool.Schema/Tool.Schema.csproj\" \"Tool.App/Tool.App.csproj\"")
                .file("Tool.Schema/Tool.Schema.csproj", "<OutputType>Exe</OutputType>")
                .file("Tool.App/Tool.App.csproj", "<OutputType>Exe</OutputType><AssemblyName>tool</AssemblyName>"));
        assertThat(command(proposal)).contains("dotnet publish Tool.App/Tool.App.csproj ");
    }

    @Test
    void ofASolutionTheProgramAfterWhichTheReleaseNamesItsFilesIsBuilt() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Tool.sln", "\"Tool.Gui/Tool.Gui.csproj\" \"Tool.Term/Tool.Term.csproj\"")
                .file("Tool.Gui/Tool.Gui.csproj", "<OutputType>WinExe</OutputType><AssemblyName>Tool</AssemblyName>")
                .file("Tool.Term/Tool.Term.csproj", "<OutputType>Exe</OutputType>")
                .file(".github/workflows/release.yml", """
                        on: { push: { tags: ['v*'] } }
                        jobs:
                          build:
                            runs-on: ubuntu-latest
                            steps:
                              - uses: actions/checkout@v6
                              - run: dotnet publish Tool.Term -r linux-x64 -o out
                              - run: (cd out && zip -r ../Tool.Term.linux-x64.zip .)
                              - run: gh release create $GITHUB_REF_NAME Tool.Term.linux-x64.zip
                        """));
        assertThat(command(proposal)).contains("dotnet publish Tool.Term/Tool.Term.csproj ");
        assertThat(open(proposal))
                .contains("other programs of the solution are not built: Tool.Gui/Tool.Gui.csproj")
                .doesNotContain("also found");
    }

    @Test
    void whatARunnerLacksIsSaidInTheConfigToo() throws NoProposal {
        Proposal proposal =
                proposal(new SampleRepository(directory).file("shard.yml", "targets: { tool: { main: a.cr } }\n"));
        assertThat(proposal.config()).contains("Note: runners have no Crystal: install it in 'command.setup'.");
        assertThat(open(proposal)).contains("command.setup: runners have no Crystal");
    }

    @Test
    void severalProgramsOfOneFileAreGuessedTogether() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("CMakeLists.txt", "add_executable(one a.c)\nadd_executable(two b.c)\n"));
        assertThat(command(proposal)).contains("bins: [one, two]");
        assertThat(proposal.remarks())
                .anyMatch(remark -> remark.kind() == Remark.Kind.GUESS
                        && remark.key().equals("command.bins")
                        && remark.why()
                                .startsWith("all programs that were found, for none has the name of the project"));
    }

    @Test
    void ofSeveralProgramsInSeveralFoldersNoneIsTaken() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("CMakeLists.txt", "add_executable(one a.c)\nadd_subdirectory(two)\n")
                .file("two/CMakeLists.txt", "add_executable(two b.c)\n")
                .file("Makefile", "all:\n"));
        assertThat(command(proposal)).doesNotContain("bins");
        assertThat(open(proposal))
                .contains("found several programs: one, two; using 'tool'", "also found: Make (Makefile)");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "setup.cfg | '[options.entry_points]⏎console_scripts =⏎    wrench = a.b:main⏎    saw = a.saw:main⏎' | bins: [wrench] | scripts of the project are not built: saw (a.saw:main)",
                "pyproject.toml | '[project.scripts]⏎wrench = \"a.b:main\"⏎saw = \"a.saw:main\"⏎' | bins: [wrench] | scripts of the project are not built: saw (a.saw:main)",
                "setup.py | 'setup(entry_points=dict(console_scripts=[\"wrench=a.b:main\", \"saw=a.saw:main\"]))' | bins: [wrench] | scripts of the project are not built: saw (a.saw:main)",
                "package.json | '{ \"name\": \"@me/wrench\", \"bin\": { \"saw\": \"s.js\", \"wrench\": \"w.js\" } }' | out/wrench ./w.js | other programs of the package are not built: saw",
            })
    void ofSeveralScriptsTheOneThatIsBuiltAndTheOthersAreSaid(String file, String text, String built, String others)
            throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory).file(file, text.replace('⏎', '\n')));
        assertThat(command(proposal)).contains(built);
        assertThat(open(proposal)).contains(others);
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

    @Test
    void ofSeveralProgramsOneThatExistsIsBuilt() throws NoProposal {
        Proposal other = proposal(new SampleRepository(directory)
                .file("wrench.cabal", "name: Wrench\nexecutable wrench-dev\nexecutable wrench\n"));
        assertThat(other.config()).contains("name: Wrench\n", "bins: [wrench]");
        assertThat(open(other)).contains("found several programs: wrench-dev, wrench; using 'wrench'");
    }

    @Test
    void ofSeveralSolutionsThatOfAllIsTaken() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("Tool.Installer.sln", "\"Tool.Installer/Tool.Installer.csproj\"")
                .file("Tool.sln", "\"Tool/Tool.csproj\"")
                .file("Tool.Installer/Tool.Installer.csproj", "<OutputType>Exe</OutputType>")
                .file("Tool/Tool.csproj", "<OutputType>WinExe</OutputType>"));
        assertThat(command(proposal)).contains("dotnet publish Tool/Tool.csproj ");
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
