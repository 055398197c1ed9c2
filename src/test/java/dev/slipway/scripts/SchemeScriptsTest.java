package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.TagScheme;
import dev.slipway.detect.SampleRepository;
import dev.slipway.plan.Line;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.TagRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs what judges and compares versions that are no semantic ones, beside the plan that says what it will do. */
@Tag("bash")
class SchemeScriptsTest {
    private static final List<String> WORDS = List.of(
            "r25.07",
            "r42",
            "r2025.7.1",
            "r1.2.3.4",
            "r1.2.3.4.5",
            "r007",
            "r25.",
            "r.25",
            "r25..7",
            "r25.07-rc.1",
            "r1.2.3+b",
            "rsummer",
            "r2025-07-summer_2",
            "r-x",
            "r_x",
            "r",
            "rä",
            "r1 2",
            "r$(id)",
            "r1234567890123456789",
            "r" + "9".repeat(99),
            "r" + "9".repeat(100));

    @TempDir
    Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    private static TagRule rule(TagScheme scheme) {
        return new TagRule(List.of("r*"), "r", scheme);
    }

    @ParameterizedTest
    @EnumSource(value = TagScheme.class, names = "SEMVER", mode = EnumSource.Mode.EXCLUDE)
    void theScriptAndThePlanTakeTheSameTags(TagScheme scheme) {
        String check = dev.slipway.toolchain.Scripts.read(rule(scheme).script("check-version"));
        String each = "check() {\n(\n" + check + "\n)\n}\nwhile IFS= read -r TAG; do\n"
                + "if check > /dev/null; then echo \"$TAG\"; fi\ndone <<'END'\n" + String.join("\n", WORDS) + "\nEND\n";

        Bash.Ran ran = new Bash(root).run(each, Map.of("TAG_PREFIX", "r", "LC_ALL", "C"));

        assertThat(ran.text().lines())
                .containsExactlyElementsOf(WORDS.stream()
                        .filter(tag -> rule(scheme).read(tag).isPresent())
                        .toList())
                .contains("r25.07", "r42");
    }

    @ParameterizedTest
    @CsvSource({
        "r25.07 r25.10, r25.9, false",
        "r25.07 r25.9, r25.10, true",
        "r25.07, r25.07.1, true",
        "r25.07.1, r25.07, false",
        "r9 r42, r100, true",
        "r9 r42, r41, false",
        "rsummer r25.07-rc.1 v99.1 r1.2.3.4.5, r24.1, true",
        "'', r1, true"
    })
    void theScriptAndThePlanKnowTheSameNewest(String there, String pushed, boolean newest) {
        SampleRepository repository = new SampleRepository(root).committed();
        List<String> tags =
                List.of(there.split(" ")).stream().filter(tag -> !tag.isEmpty()).toList();
        tags.forEach(tag -> repository.git("tag", tag));
        TagRule rule = rule(TagScheme.CALVER);
        String script = dev.slipway.toolchain.Scripts.read(rule.script("newest")) + "\n"
                + dev.slipway.toolchain.Scripts.read("leads") + "\nleads ''\n";

        Bash.Ran ran = new Bash(root).run(script, Map.of("TAG_PREFIX", "r", "TAG", pushed));

        assertThat(ran.text().strip()).isEqualTo(String.valueOf(newest));
        assertThat(ReleasedVersions.of(tags, rule).leads(rule.read(pushed).orElseThrow(), Line.ALL))
                .isEqualTo(newest);
    }

    @ParameterizedTest
    @CsvSource({"r25.07 r25.08, r25.9", "r41 r9, r42", "'', r1", "r25.08.08, r25.08.9"})
    void theNextVersionRaisesTheLastNumber(String there, String next) {
        SampleRepository repository = new SampleRepository(root).committed();
        for (String tag : there.isEmpty() ? new String[0] : there.split(" ")) {
            repository.git("tag", tag);
        }

        Bash.Ran ran = new Bash(root)
                .template(
                        rule(TagScheme.CALVER).script("next-tag"),
                        Map.of("TAG_PREFIX", "r", "PATCHES", "1", "GITHUB_OUTPUT", "x"));

        assertThat(ran.text()).isEqualTo("tag=" + next + "\n");
    }

    @Test
    void aRehearsalOfAnyWordHasAWordThatIsTaken() {
        Bash.Ran ran = new Bash(root).template(rule(TagScheme.ANY).script("next-tag"), Map.of("TAG_PREFIX", "r"));

        assertThat(rule(TagScheme.ANY).read(ran.text().strip().replaceFirst("tag=", "")))
                .isPresent();
    }

    @Test
    void noWordHasAPrerelease() {
        assertThat(List.of("r1.2.3-rc.1", "r25").stream()
                        .map(tag -> rule(TagScheme.ANY).read(tag).orElseThrow().prerelease())
                        .collect(Collectors.toSet()))
                .containsExactly(false);
    }
}
