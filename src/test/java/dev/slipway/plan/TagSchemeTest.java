package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.Validator;
import dev.slipway.report.TagRefusal;
import dev.slipway.source.Finding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that are no semantic ones. */
class TagSchemeTest {
    private static final String BASE =
            "name: tide\nrepository: me/tide\nlicense: MIT\ndescription: d\nrust: {}\ntargets: [linux-amd64-musl, "
                    + "windows-amd64]\n";

    private static Generation generation(String text) {
        return Examples.generate(BASE + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calver | docker: { tags: [latest, '{major}.{minor}', '{version}'] } | '{major}.{minor}' needs "
                        + "semantic versions",
                "any | docker: { tags: ['{version}', 'v{patch}'] } | 'v{patch}' needs semantic versions",
                "calver | release: { notes: changelog } | CHANGELOG.md sections are found for semantic versions only",
                "any | release: { latest: newest } | these tags have no order, so none is the newest",
                "any | release: { notes: git-cliff } | git-cliff cannot recognize the tags of releases",
                "any | packages: { deb: true } | Debian packages need ordered versions",
                "any | packages: { rpm: true } | RPM packages need ordered versions",
                "any | packages: { winget: Me.Tide } | winget needs ordered versions",
            })
    void whatSuchVersionsDoNotHaveIsAnErrorAtItsKey(String scheme, String key, String message) {
        assertThat(Examples.findings(BASE + "tag-scheme: " + scheme + "\n" + key + "\n"))
                .extracting(Finding::message)
                .containsExactly(message);
    }

    @Test
    void whatTheyHaveIsNoError() {
        assertThat(Examples.findings(BASE + "tag-scheme: calver\npackages: { deb: true, rpm: true, winget: Me.Tide, "
                        + "installers: [shell, powershell] }\nrelease: { notes: git-cliff, latest: "
                        + "newest }\ndocker: {}\n"))
                .isEmpty();
        assertThat(Examples.findings(BASE
                        + "tag: '*'\ntag-scheme: any\npackages: { installers: [shell], homebrew: "
                        + "me/homebrew-x }\n"
                        + "release: { latest: every, trigger: [tag, dispatch, call] }\ndocker: "
                        + "{}\nci: { jobs: [rehearse] }\n"))
                .isEmpty();
    }

    @Test
    void anImageHasNoTagOfAMinorVersion() {
        ReleasePlan plan = generation("tag-scheme: calver\ndocker: {}\n").plan();

        assertThat(plan.image()
                        .orElseThrow()
                        .tags()
                        .at(plan.tags().read("v25.07").orElseThrow(), "abc", ""))
                .containsExactly("latest", "25.07", "v25.07", "sha-abc");
    }

    @Test
    void theActionIsToldWhatTheVersionIs() {
        assertThat(new ImageTag("{version}").rule(new TagRule(List.of("r*"), "r", dev.slipway.config.TagScheme.CALVER)))
                .isEqualTo("type=match,pattern=^r(.+)$,group=1");
        assertThat(new ImageTag("v{version}-x")
                        .given(new TagRule(List.of("r*"), "r", dev.slipway.config.TagScheme.ANY)))
                .isEqualTo("type=raw,prefix=v,suffix=-x");
    }

    @Test
    void onlyWordsHaveNoOrder() {
        assertThat(generation("tag-scheme: calver\n").plan().release().newestOnly())
                .isTrue();
        assertThat(generation("tag: '*'\ntag-scheme: any\n").plan().release().newestOnly())
                .isFalse();
    }

    @Test
    void aTypedVersionIsNotComparedWithAManifestThatCannotSayIt() {
        String dispatch = "release: { trigger: dispatch }\n";
        assertThat(generation(dispatch).plan().release().versionCheck()).isTrue();
        assertThat(generation("tag-scheme: calver\n" + dispatch)
                        .plan()
                        .release()
                        .versionCheck())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"calver", "any"})
    void whatIsGeneratedHasNoFinding(String scheme) {
        String all = "tag: r*\ntag-scheme: " + scheme
                + "\ndocker: {}\npackages: { homebrew: me/homebrew-x, installers: shell }\n"
                + "docs: { release: docs/releasing.md }\nci: { jobs: [rehearse] }\n";
        for (String trigger : List.of("tag", "published", "dispatch", "call", "[tag, dispatch, call]")) {
            assertThat(new Validator(LocalDate.of(2026, 1, 1))
                            .check(generation(all + "release: { trigger: " + trigger + " }\n")))
                    .as(trigger)
                    .isEmpty();
        }
    }

    @Test
    void aTagThatIsRefusedIsToldFromOneThatIsTaken() {
        Generation calver = generation("tag: r*\ntag-scheme: calver\n");

        assertThat(refusal(calver, "r25.07")).isEmpty();
        assertThat(refusal(calver, "r25.07-rc.1"))
                .isEqualTo(
                        "pushing 'r25.07-rc.1' releases nothing: it is not 'r' and one to four numbers such as 25.07");
        assertThat(refusal(generation("tag: r*\n"), "r42")).contains("it is not 'r' and a version");
    }

    private static String refusal(Generation generation, String tag) {
        return TagRefusal.of(generation.plan(), generation.blueprint().release(), tag)
                .map(TagRefusal::message)
                .orElse("");
    }
}
