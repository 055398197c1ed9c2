package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lock.ActionsLock;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/rules.md to what the linter does: every rule is there, and every output is real. */
class RulesPageTest {
    private static final Pattern SECTION = Pattern.compile("(?m)^## ([a-z-]+)\n(?s:(.*?))(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(?s:(.*?))```");

    private record Section(String rule, String text) {
        List<SourceText> files() {
            List<SourceText> files = new ArrayList<>();
            for (Matcher block = BLOCK.matcher(text); block.find(); ) {
                switch (block.group(1)) {
                    case "yaml" -> files.add(new SourceText("bad.yml", block.group(2)));
                    case "dockerfile" -> files.add(new SourceText("Dockerfile", block.group(2)));
                    case "yml" -> files.add(new SourceText(ActionsLock.PATH, block.group(2)));
                    case "gitignore" -> files.add(new SourceText(".dockerignore", block.group(2)));
                    default -> {}
                }
            }
            return files;
        }

        String output() {
            Matcher block = BLOCK.matcher(text);
            return block.results()
                    .filter(found -> found.group(1).equals("text"))
                    .map(found -> found.group(2))
                    .findFirst()
                    .orElse("");
        }
    }

    private static List<Section> sections() {
        return SECTION.matcher(Folder.read(Path.of("docs/rules.md")))
                .results()
                .map(found -> new Section(found.group(1), found.group(2)))
                .toList();
    }

    @Test
    void explainsEveryRule() {
        List<String> rules = new ArrayList<>(List.of("syntax"));
        Rules.descriptions().forEach(rule -> rules.add(rule.id()));
        assertThat(sections()).extracting(Section::rule).isEqualTo(rules);
    }

    @Test
    void printsWhatTheLinterFinds() {
        assertThat(sections())
                .allSatisfy(section -> assertThat(Folder.findings(section.rule(), section.files()))
                        .isEqualTo(section.output())
                        .isNotEmpty());
    }

    @Test
    void saysWhatHoldsAndHowMuchItMatters() {
        assertThat(Rules.descriptions()).allSatisfy(rule -> {
            String severity = rule.severity().name().toLowerCase(Locale.ROOT);
            String text = sections().stream()
                    .filter(section -> section.rule().equals(rule.id()))
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertThat(plain(text)).contains(plain(rule.summary()) + " (" + severity + ")");
        });
    }

    /** Without line breaks and case, and without the marks of code, which are backticks on the page and quotes in a terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[`']", "").toLowerCase(Locale.ROOT);
    }
}
