package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lint.LintOptions;
import dev.slipway.lint.Linter;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/ci.md}, and what {@code docs/check.md} shows of it, to the files that other tools read. */
class CiPageTest {
    private static final String ACTION = "uses: slipway-dev/slipway@";

    private static String page() {
        return Examples.read(Path.of("docs/ci.md"));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void theWorkflowHasNoFindingsOnceTheCommitIsFilledIn() {
        String workflow = Fences.of("docs/ci.md").first("yaml");
        assertThat(workflow).contains(ACTION + "v" + Version.current() + "\n");
        String pinned = workflow.replaceAll(ACTION + "(v.*)", ACTION + "0123456789abcdef0123456789abcdef01234567 # $1");
        SourceText source = new SourceText(".github/workflows/check.yml", pinned);
        assertThat(new Linter(new LintOptions(LocalDate.of(2026, 11, 23))).check(List.of(source)))
                .isEmpty();
    }

    @Test
    void theReadmeAndThePageAboutCheckShowFiveLinesOfIt() {
        String lines = Fences.of("docs/check.md").first("yaml");
        assertThat(Fences.of("README.md").blocks())
                .extracting(Fences.Block::text)
                .contains(lines);
        assertThat(lines.lines()).hasSizeLessThanOrEqualTo(5);
        assertThat(Fences.of("docs/ci.md").first("yaml")).endsWith(lines);
    }

    @Test
    void theTablesHaveTheInputsAndOutputsOfTheAction() {
        String action = Examples.read(Path.of("action.yml"));
        String inputs = action.substring(action.indexOf("inputs:"), action.indexOf("outputs:"));
        String outputs = action.substring(action.indexOf("outputs:"), action.indexOf("runs:"));
        String section = page().substring(page().indexOf("| input |"), page().indexOf("`check` and `lint` annotate"));
        List<String> names = new ArrayList<>(all("(?m)^  ([a-z-]+):$", inputs));
        names.addAll(all("(?m)^  ([a-z-]+):$", outputs));
        assertThat(all("(?m)^\\| `([a-z-]+)` \\|", section)).hasSize(6).isEqualTo(names);
    }

    @Test
    void theHooksAreThoseOfTheManifest() {
        List<String> known = all("(?m)^- id: (\\S+)$", Examples.read(Path.of(".pre-commit-hooks.yaml")));
        assertThat(all("`(slipway-[a-z-]+)`", page())).isNotEmpty().allMatch(known::contains);
        assertThat(all("(?m)- id: (\\S+)$", page())).containsExactlyElementsOf(known.subList(0, 2));
    }

    @Test
    void theGoalsAndTheirParametersAreThoseOfTheDescriptor() {
        String descriptor = Examples.read(Path.of("src/main/resources/META-INF/maven/plugin.xml"));
        assertThat(all("mvn (?:dev\\.slipway:)?slipway:([a-z]+)", page()))
                .allMatch(goal -> descriptor.contains("<goal>" + goal + "</goal>"))
                .contains("check", "generate");
        List<String> parameters = all("\\| `slipway\\.([a-z]+)` \\|", page());
        assertThat(parameters)
                .isEqualTo(all("<name>([a-z]+)</name>", descriptor).subList(0, 4));
        assertThat(page()).contains("<version>" + Version.current() + "</version>");
    }
}
