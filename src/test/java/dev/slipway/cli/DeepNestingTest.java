package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However deep something is nested, it is a finding or silence. */
class DeepNestingTest {
    private static final int DEEP = 10_000;
    private static final String CONFIG = "repository: a/b\nrust: {}\ntargets: linux-amd64\n";

    @TempDir
    Path temporary;

    private static String nest(String open, String inside, String close) {
        return open.repeat(DEEP) + inside + close.repeat(DEEP);
    }

    private static String workflow(String step) {
        return "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    timeout-minutes: 5\n    steps:\n      - "
                + step + "\n";
    }

    private static String script(String text) {
        return workflow("run: |\n          " + text.replace("\n", "\n          "));
    }

    private static String blocks() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static Stream<String> yaml() {
        return Stream.of("[".repeat(1 << 19), "{a: ".repeat(DEEP), "- ".repeat(DEEP), "? ".repeat(DEEP), blocks());
    }

    private static Stream<String> expressions() {
        return Stream.of(
                nest("(", "1", ")"),
                "!".repeat(DEEP) + "true",
                "github" + ".a".repeat(DEEP),
                "github" + "[0]".repeat(DEEP / 2),
                nest("fromJSON(", "'1'", ")").substring(0, 20_990),
                "1" + " && 1".repeat(4000),
                "1" + " == 1".repeat(4000),
                "fromJSON('" + "[".repeat(DEEP) + "]".repeat(DEEP) + "')");
    }

    private static Stream<String> scripts() {
        return Stream.of(
                nest("$(", "a", ")"),
                nest("if a; then ", "b", "; fi"),
                nest("{ ", "a", "; }"),
                nest("( ", "a", ")"),
                nest("while a; do ", "b", "; done"),
                nest("f() { ", "a", "; }"),
                nest("`", "a", "`"),
                nest("\"$(", "a", ")\""),
                nest("${a:-", "b", "}"),
                nest("case a in a) ", "b", ";; esac"),
                "! ".repeat(DEEP) + "a",
                "a " + "&& a ".repeat(DEEP),
                "a " + "| a ".repeat(DEEP),
                nest("$((", "1", "))"),
                "echo " + nest("{a,", "b", "}"),
                "function f ".repeat(DEEP) + "{ a; }",
                "eval ".repeat(DEEP) + "a",
                "sudo ".repeat(DEEP) + "a",
                "[[ " + "! ".repeat(DEEP) + "-n a ]]",
                "[[ " + nest("( ", "-n a", " )") + " ]]",
                "[ a" + " -o a".repeat(DEEP) + " ]",
                "bash -c '" + nest("$(", "a", ")") + "'",
                "a=" + nest("$(", "$GITHUB_REF", ")") + "\ngh release create \"$a\"");
    }

    private static Stream<Arguments> files() {
        Stream<List<String>> files = Stream.of(
                        yaml().map(text -> List.of("slipway.yml", text)),
                        yaml().map(text -> List.of("slipway.yml", CONFIG + "jobs:\n " + text)),
                        yaml().map(text -> List.of(".github/workflows/a.yml", text)),
                        yaml().map(text -> List.of(".github/workflows/actions.lock", text)),
                        expressions()
                                .map(text -> List.of(
                                        ".github/workflows/a.yml",
                                        workflow("{ if: \"${{ " + text + " }}\", run: \"a ${{ " + text + " }}\" }"))),
                        expressions()
                                .map(text -> List.of(
                                        "slipway.yml",
                                        CONFIG + "jobs: { a: { runs-on: \"${{ " + text
                                                + " }}\", steps: [{ run: x }] } }\n")),
                        scripts().map(text -> List.of(".github/workflows/a.yml", script(text))),
                        Stream.of(
                                List.of("Dockerfile", "FROM a\nRUN a " + "\\\n".repeat(DEEP) + " b\n"),
                                List.of("Dockerfile", "FROM a\nRUN " + nest("$(", "a", ")") + "\n"),
                                List.of("Dockerfile", "FROM " + nest("${a:-", "b", "}") + "\n"),
                                List.of("Dockerfile", "FROM a\nCOPY " + nest("[", "\"a\"", "]") + "\n"),
                                List.of(".dockerignore", "**/".repeat(DEEP) + "\n"),
                                List.of(
                                        "Cargo.toml",
                                        "[package]\nname = \"a\"\nversion = \"1.0.0\"\nx = " + nest("[", "1", "]")),
                                List.of("Cargo.toml", "x = " + "{a=".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                                List.of("Cargo.toml", "a" + ".a".repeat(DEEP) + " = 1\n[package]\nname = \"a\"\n"),
                                List.of("Cargo.toml", "[" + "a.".repeat(DEEP) + "a]\n"),
                                List.of("package.json", nest("[", "1", "]")),
                                List.of("package.json", nest("{\"a\":", "1", "}")),
                                List.of("pom.xml", "<project>" + nest("<a>", "1", "</a>") + "</project>"),
                                List.of("pom.xml", nest("<project>", "1", "</project>")),
                                List.of(
                                        "pom.xml",
                                        "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\">" + bombs()
                                                + "]><project>&z;</project>"),
                                List.of(
                                        "pom.xml",
                                        "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><project><artifactId>&a;</artifactId></project>"),
                                List.of("go.mod", "module a\n" + "require (\n".repeat(DEEP)),
                                List.of("Makefile", "all:\n\t" + nest("$(", "a", ")") + "\n" + "a = $(a)\n")))
                .flatMap(it -> it);
        return files.map(file -> Arguments.of(file.get(0), file.get(1)));
    }

    private static String bombs() {
        StringBuilder text = new StringBuilder();
        for (char c = 'b'; c <= 'z'; c++) {
            text.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNoBugOfSlipway(String name, String text) throws IOException {
        Folder folder = new Folder(temporary)
                .write("Cargo.toml", "[package]\nname = \"a\"\nversion = \"1.0.0\"\n")
                .write("slipway.yml", CONFIG)
                .write(name, text);
        for (List<String> command : commands(name)) {
            Ran ran = folder.run(command.toArray(String[]::new));
            assertThat(ran.err()).as("%s %s %.60s", command, name, text).doesNotContain("a bug in slipway");
            assertThat(ran.exit()).as("%s %s %.60s", command, name, text).isIn(0, 1, 2);
        }
    }

    /** Those that read a file of this name in ways of their own. */
    private static List<List<String>> commands(String name) {
        List<String> init = List.of("init", "--dry-run", "--force");
        if (name.equals("slipway.yml")) {
            return List.of(List.of("check"));
        }
        return name.contains("ocker") || name.contains("workflows")
                ? List.of(List.of("lint"), List.of("doctor"))
                : List.of(init);
    }
}
