package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that a release gives to tools whose usual command is only guessed. */
class GivenOptionsTest extends HandWrittenRelease {
    private Proposal built(String file, String checkout, String command) throws Exception {
        return proposal(workflow(
                        repository().file(file, file.endsWith(".swift") ? ".executable(name: \"kelp\")" : ""),
                        """
                build:
                  runs-on: ubuntu-latest
                  steps:
                    - { uses: actions/checkout@v4%s }
                    - run: '%s'
                    - run: gh release create "$GITHUB_REF_NAME" kelp
                """.formatted(checkout, command))
                .committed()
                .origin("https://github.com/me/kelp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CMakeLists.txt | cmake -G Ninja -S . -B out -DTIDE=ON -D REEF=1 -DCMAKE_BUILD_TYPE=Release | cmake -DTIDE=ON -D REEF=1
            meson.build    | meson setup out -Dtide=true --buildtype=release                           | meson -Dtide=true
            configure.ac   | ./configure --prefix=/usr --without-reef --enable-static                  | configure --without-reef --enable-static
            stack.yaml     | stack build --flag kelp:tide --ghc-options=-O2                            | stack --flag kelp:tide --ghc-options=-O2
            build.zig      | zig build -Doptimize=ReleaseFast -Dtarget=x86_64-linux -Dtide             | zig -Dtide
            kelp.csproj    | dotnet publish -r linux-x64 -p:PublishSingleFile=true -p:Tide=1 /p:Reef=2 | dotnet -p:Tide=1 /p:Reef=2
            kelp.nimble    | nimble build -y -d:release -d:ssl                                         | nimble -d:ssl
            Package.swift  | swift build -c release -Xswiftc -static-executable                        | swift -Xswiftc -static-executable
            """)
    void anOptionThatTheGuessedCommandLacksIsListed(String file, String command, String said) throws Exception {
        assertThat(lost(built(file, "", command)))
                .contains("command.build " + said + " builds of the release get it today")
                .doesNotContain("optimize", "BUILD_TYPE", "SingleFile");
    }

    @ParameterizedTest
    @CsvSource({"cmake --build out -DTIDE=ON", "cmake --install out --prefix=/usr", "dotnet restore -p:Tide=1"})
    void whatBuildsNothingHasNoOptionsToTakeOver(String command) throws Exception {
        assertThat(lost(built("CMakeLists.txt", "", command))).doesNotContain("command.build");
    }

    @Test
    void aBuildThatChecksOutTheWholeHistoryKeepsIt() throws Exception {
        Proposal proposal = built("CMakeLists.txt", ", with: { fetch-depth: 0 }", "cmake -S . -B out");
        assertThat(proposal.config()).contains("history: true");
        assertThat(said(proposal, Remark.Kind.TAKEN))
                .contains("command.history true from .github/workflows/release.yml:6 fetch-depth");
    }
}
