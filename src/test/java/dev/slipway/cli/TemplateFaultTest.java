package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that prints a template ends in the same way if the template has no end. */
class TemplateFaultTest {
    private static final String TEMPLATE = ".slipway/templates/workflow.yml.ftl";

    @TempDir
    Path root;

    @Test
    void eachCommandNamesTheTemplateAndThePlace() throws IOException {
        Folder folder = Folder.generated(root).write(TEMPLATE, "name: x\n<#list 1.. as i>\n</#list>\n");
        for (String command : List.of("generate", "check", "plan", "graph", "doctor", "rehearse")) {
            assertThat(folder.run(command)).describedAs(command).isEqualTo(new Ran(2, "", """
                            .slipway/templates/workflow.yml.ftl:2:1: error: the template takes more than 1000000 turns of loops and calls of macros [template]
                            <#list 1.. as i>
                            ^
                            help: end the loop or the recursion, or remove the file to have Slipway's own again
                            1 error
                            """));
        }
    }

    @Test
    void aTemplateThatEndsInsideAnExpressionHasAPlace() throws IOException {
        Ran ran = Folder.generated(root)
                .write(TEMPLATE, "name: [=upper('kite)]\n")
                .run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith(TEMPLATE + ":2:1: error: the template ends inside an expression [template]\n");
    }

    @Test
    void initWritesItsConfigAndNamesTheTemplate() throws IOException {
        Folder folder =
                new Folder(root).write(TEMPLATE, "").write("src/main.rs", "").write("Cargo.toml", """
                        [package]
                        name = "tool"
                        version = "1.0.0"
                        repository = "https://github.com/a/b"
                        """);
        Ran ran = folder.run("init");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith(TEMPLATE + ":1:1: error: the template prints nothing [template]\n");
        assertThat(root.resolve(".github")).doesNotExist();
    }

    @Test
    void aTemplateIsUtf8WithOrWithoutAMark() throws IOException {
        Folder folder = Folder.generated(root).write(TEMPLATE, "\uFEFF# gr\u00fc\u00dfe\n");
        assertThat(folder.run("check").exit()).isEqualTo(1);
        Files.write(root.resolve(TEMPLATE), new byte[] {'#', ' ', (byte) 0xFC, '\n'});
        Ran ran = folder.run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(TEMPLATE + "' is not UTF-8");
    }

    @Test
    void aScriptHoldsNoExpression() throws IOException {
        Ran ran = Folder.generated(root)
                .write(".slipway/templates/scripts/check-version.sh", "set -eu\necho '${{ github.actor }}'\n")
                .run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith(".slipway/templates/scripts/check-version.sh:2:7: error: "
                        + "a script cannot hold an expression '${{ \u2026 }}' [template]\n");
    }

    @Test
    void aScriptHasWholeLineEnds() throws IOException {
        Ran ran = Folder.generated(root)
                .write(".slipway/templates/scripts/check-version.sh", "set -eu\r\necho a\rb\n")
                .run("check");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith(".slipway/templates/scripts/check-version.sh:2:7: error: "
                        + "the script has a carriage return (U+000D) without a line feed [template]\n");
    }
}
