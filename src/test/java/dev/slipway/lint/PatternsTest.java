package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternsTest {
    private static boolean matches(String pattern, String name) {
        return Upload.named(pattern).test(name);
    }

    @Test
    void artifactPatternsAreThoseOfMinimatch() {
        assertThat(matches("{a{b}", "{a{b}")).isTrue();
        assertThat(matches("!bin-*", "docs")).isTrue();
        assertThat(matches("#all", "#all")).isFalse();
        assertThat(matches("@(bin|docs)-*", "bin-linux")).isTrue();
        assertThat(matches("@(bin|docs)-*", "cov-linux")).isFalse();
        assertThat(matches("bin-{1..3}", "bin-4")).isFalse();
    }

    @Test
    void anArtifactPatternThatOnlyARunKnowsMayMatchAnything() {
        assertThat(matches("${{ inputs.prefix }}-*", "bin-linux")).isTrue();
        assertThat(matches("{a,b}".repeat(20), "bin-linux")).isTrue();
    }

    @Test
    void aNoteSaysWhichRuleDidNotCheckAFileBecauseItIsTooLarge() {
        String copies = "FROM a:1\n" + ("COPY " + "a".repeat(200) + " /x\n").repeat(2000);
        SourceText ignore = new SourceText(".dockerignore", ("*a".repeat(250) + "b\n").repeat(800));
        assertThat(new Linter(LintOptions.UNDATED).check(List.of(new SourceText("Dockerfile", copies), ignore)))
                .filteredOn(finding -> finding.rule().equals("docker-context"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE))
                .satisfies(finding -> assertThat(finding.message()).contains("did not check this file"));
    }

    private static boolean ignores(String lines, String path) {
        return IgnoreFile.of(new SourceText(".dockerignore", lines)).ignores(path);
    }

    @Test
    void ignoreFilesAreReadAsDockerReadsThem() {
        assertThat(ignores("target\n", "target/slipway.jar")).isTrue();
        assertThat(ignores("**/*.[jw]ar\n", "a/b/c.war")).isTrue();
        assertThat(ignores("*.[^j]ar\n", "c.jar")).isFalse();
        assertThat(ignores("\\*\n", "a")).isFalse();
        assertThat(ignores("a**b\n", "axb"))
                .as("two stars before a name are folders")
                .isFalse();
        assertThat(ignores("a**b\n", "ax/b")).isTrue();
        assertThat(ignores("docs/**\n!docs/index.md\n", "docs/index.md")).isFalse();
    }
}
