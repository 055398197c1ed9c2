package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which programs a guessed command makes, by the files of many languages. */
class CommandProgramsTest extends GuessedCommand {
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
    void severalProgramsOfOneFileAreGuessedTogether() throws NoProposal {
        Proposal proposal = proposal(new SampleRepository(directory)
                .file("CMakeLists.txt", "add_executable(one a.c)\nadd_executable(two b.c)\n"));
        assertThat(command(proposal)).contains("bins: [one, two]");
        assertThat(proposal.remarks())
                .anyMatch(remark -> remark.kind() == Remark.Kind.GUESS
                        && remark.key().equals("command.bins")
                        && remark.why()
                                .startsWith("all programs that were found, because none has the name of the project"));
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
}
