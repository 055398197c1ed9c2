package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.files.GeneratedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cooks every recipe of {@code docs/cookbook.md}. */
class CookbookTest {
    private static final String PAGE = Examples.read(Path.of("docs/cookbook.md"));

    /**
     * A config of the page.
     *
     * @param lines what has to be in the files that come of it
     */
    record Recipe(String config, List<String> lines) {
        String whole() {
            boolean toolchain = Pattern.compile("(?m)^(rust|go|maven|gradle|command):")
                    .matcher(config)
                    .find();
            return "repository: otto-rs/otto\n" + config + (toolchain ? "" : "rust: {}\n");
        }
    }

    static Stream<Recipe> recipes() {
        return Pattern.compile("(?s)```yaml\n(.*?)```\n\n```text\n(.*?)```")
                .matcher(PAGE)
                .results()
                .map(result ->
                        new Recipe(result.group(1), result.group(2).lines().toList()));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeGivesWhatItPromises(Recipe recipe) {
        Generation generation = Examples.generate(recipe.whole());
        List<String> lines = generation.files().files().stream()
                .map(GeneratedFile::text)
                .flatMap(String::lines)
                .map(String::strip)
                .toList();
        assertThat(recipe.lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(lines).as(recipe.config()).anyMatch(other -> other.startsWith(line.strip())));
    }

    @Test
    void everyConfigSaysWhatComesOfIt() {
        assertThat(Pattern.compile("```yaml").matcher(PAGE).results())
                .hasSameSizeAs(recipes().toList());
        assertThat(recipes()).hasSizeGreaterThan(12);
    }

    @Test
    void theListOfTasksIsThatOfTheHeadings() {
        String list = Pattern.compile("(?m)^- \\[(.*)]\\(#(.*)\\)$")
                .matcher(PAGE)
                .results()
                .map(link -> link.group(1) + "#" + link.group(2))
                .collect(Collectors.joining("\n"));
        String headings = Pattern.compile("(?m)^## (.*)$")
                .matcher(PAGE)
                .results()
                .map((MatchResult heading) -> heading.group(1) + "#"
                        + heading.group(1)
                                .toLowerCase(java.util.Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .collect(Collectors.joining("\n"));
        assertThat(list).isEqualTo(headings);
    }
}
