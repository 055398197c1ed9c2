package dev.slipway.detect.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HclBuildFileTest {
    @Test
    void literalsAreReadAndExpressionsAreOpen() {
        BuildFile file = HclBuildFile.read("""
                variable "TAG" { default = "edge" } # not yet
                function "up" { params = [a] result = "${a}" }
                group "default" { targets = ["kelp", "reed"] }
                target "kelp" {
                  tags = ["me/kelp:${TAG}", up("x"), /* no */ "me/kelp:a,b"]
                  labels = { "org.label" = "a { b", other = "c" }
                  validation { condition = TAG != "" }
                  platforms = TAG == "x" ? ["linux/amd64"] : null
                  args = { PLAIN = TAG, NONE = null, YES = true }
                }
                """);
        assertThat(file.variables()).containsEntry("TAG", "edge");
        assertThat(file.named(List.of())).containsExactly("kelp");
        assertThat(file.target("kelp"))
                .containsEntry("tags", List.of("me/kelp:${TAG}", "{?}", "me/kelp:a,b"))
                .containsEntry("labels", List.of("org.label=a { b", "other=c"))
                .containsEntry("platforms", List.of("{?}"))
                .containsEntry("args", List.of("NONE={?}", "PLAIN=${TAG}", "YES=true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"${", "a = {", "a \"b\" {", "[", "a = [", "\"", "}", "a = \"b\",", "/*", "\\"})
    void anyTextIsReadInLinearTime(String unit) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> HclBuildFile.read("target \"x\" { y = " + unit.repeat(200_000)));
    }
}
