package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownPageTest {
    record Row(String name, String tag, Optional<String> note, int count) {}

    record Data(String comment, String title, List<Row> rows, Map<String, String> links, String drawing) {}

    @Test
    void valuesOfAPageCannotBreakIt() {
        Renderer renderer = Renderer.withOverrides(name -> Optional.of("""
                [=comment(.node.comment)]

                # [=.node.title]

                | Name | Tag | Count |
                | --- | --- | --- |
                <#list .node.rows as row>
                | [=row.name] | [=code(row.tag)] | [=row.count] |
                </#list>

                <#list .node.rows as row>
                - [=row.note]
                </#list>

                <#list .node.links as name, url>
                - [=name]: <[=url]>
                </#list>

                [=fence("text", .node.drawing)]
                """));
        Data data = new Data(
                "Generated --> by",
                "The *image*",
                List.of(
                        new Row("a|b\n<b>", "x|`y`", Optional.of("said"), 1000),
                        new Row("snake_case", "v1", Optional.empty(), 2)),
                Map.of("docs", "https://example.com/a_b"),
                "a -> b\n```\n  c");
        assertThat(renderer.page("page.md.ftl", data)).isEqualTo("""
                <!--
                Generated - -> by
                -->

                # The \\*image\\*

                | Name | Tag | Count |
                | --- | --- | --- |
                | a\\|b \\<b\\> | `` x\\|`y` `` | 1000 |
                | snake_case | `v1` | 2 |

                - said

                - docs: <https://example.com/a_b>

                ````text
                a -> b
                ```
                  c
                ````
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "plain plain", "*b* \\*b\\*", "_x_ \\_x\\_", "a_b a_b", "[a](b) \\[a\\](b)", "&amp; \\&amp;", "a&b a&b",
                "#1 \\#1", "-x \\-x", "1. 1\\.", "~~a~~ \\~~a\\~~", "a\\b a\\\\b", "v1.2 v1.2", "!x !x"
            })
    void wordsAreNoMarkup(String text, String printed) {
        MarkdownPage page = new MarkdownPage((node, on) -> {}, 0);
        page.text(text);
        assertThat(page.toString()).isEqualTo(printed + "\n");
    }
}
