package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository with its project in a folder: the skeleton builds there, and names come from what releases it. */
class FolderBuildsTest extends HandWrittenRelease {
    private static Proposal shown(SampleRepository repository) throws Exception {
        return proposal(repository.committed().origin("https://github.com/me/kelp"));
    }

    private SampleRepository kelp() {
        return new SampleRepository(directory).file("README.md", "# Kelp\n").file("LICENSE", "MIT License\n");
    }

    private static String command(Proposal proposal) {
        String text = proposal.config().replaceAll("(?s).*\n(?=command:)", "");
        return text.replaceAll("(?s)\n(?! ).*", "").replaceAll("\n *", " ");
    }

    @Test
    void aGoModuleInAFolderIsBuiltThereUnderTheNameOfTheProject() throws Exception {
        Proposal proposal = shown(kelp().file("src/go.mod", "module github.com/me/kelp/src\n\ngo 1.24\n")
                .file("src/main.go", "package main\n\nfunc main() {}\n"));
        assertThat(command(proposal))
                .isEqualTo("command: build: [cd src, \"go build -trimpath -o bin/{name} .\"] output: \"src/bin/{name}\""
                        + " test: [cd src, go test ./...]");
    }

    @Test
    void theProgramsOfAGoModuleInAFolderKeepTheirNames() throws Exception {
        Proposal proposal = shown(kelp().file("go/go.mod", "module github.com/me/kelp/go\n\ngo 1.24\n")
                .file("go/cmd/kelp/main.go", "package main\n\nfunc main() {}\n")
                .file("go/cmd/kelpd/main.go", "package main\n\nfunc main() {}\n"));
        assertThat(command(proposal)).contains("go build -trimpath -o bin/ ./cmd/kelp ./cmd/kelpd");
    }

    @Test
    void anyOtherProjectInAFolderIsBuiltThere() throws Exception {
        Proposal proposal = shown(kelp().file("native/CMakeLists.txt", "project(kelp)\nadd_executable(kelp main.c)\n")
                .file("docs/CMakeLists.txt", "add_custom_target(pages)\n")
                .file("tests/CMakeLists.txt", "project(check)\nadd_executable(check main.c)\n"));
        assertThat(command(proposal))
                .startsWith("command: build: [cd native, cmake -S . -B build")
                .contains("output: \"native/build/{name}\"");
        assertThat(said(proposal, Remark.Kind.GUESS)).contains("because of native/CMakeLists.txt");
    }

    @Test
    void aMakefileInAFolderIsTheLastChoice() throws Exception {
        Proposal proposal = shown(kelp().file("src/Makefile", "kelp: main.c\n\tcc -o kelp main.c\ntest:\n\t./kelp\n")
                .file("docs/Makefile", "html:\n\tsphinx-build\n")
                .file("tests/Makefile", "all:\n"));
        assertThat(command(proposal))
                .isEqualTo("command: { build: [cd src, make], output: \"src/{name}\", test: [cd src, make test] }");
        assertThat(said(proposal, Remark.Kind.OPEN)).contains("found no program name; using 'kelp'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ uses: goreleaser/goreleaser-action@v6, with: { args: release, workdir: ./src } }",
                "{ run: goreleaser release, working-directory: src }",
                "{ run: cd src && goreleaser release --clean }"
            })
    void aConfigOfGoReleaserIsReadWhereAWorkflowStartsIt(String step) throws Exception {
        SampleRepository repository = kelp().file("src/go.mod", "module github.com/me/kelp/src\n\ngo 1.24\n")
                .file("src/main.go", "package main\n\nfunc main() {}\n")
                .file("src/.goreleaser.yaml", """
                        version: 2
                        builds:
                          - binary: kelp
                            goos: [linux]
                            goarch: [amd64]
                            ldflags: -s
                        archives:
                          - formats: [tar.gz]
                            name_template: kelp-for-{{ .Os }}-{{ .Arch }}
                        """);
        Proposal proposal = shown(workflow(repository, """
                    release:
                      runs-on: ubuntu-latest
                      steps:
                        - uses: actions/checkout@v6
                        - %s
                    """.formatted(step)));
        assertThat(names(proposal)).contains("kelp-for-linux-amd64.tar.gz");
        assertThat(lost(proposal)).contains("go.ldflags -s 'command' builds the programs");
    }
}
