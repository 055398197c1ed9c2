package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Generator;
import dev.slipway.Overrides;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.run.Observation;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveDifferencesTest {
    private static final List<String> SOURCES =
            List.of("LICENSE", "README.md", "src/main.rs", "doc/a.md", "doc/b/c.md", "doc/.hidden.md");

    private static ReleasePlan plan(String archive) {
        return new Generator(Overrides.NONE)
                .generate(new SourceText("slipway.yml", """
                        name: tide
                        repository: otto-rs/tide
                        rust: { bins: [tide, tided] }
                        targets: [linux-amd64, windows-amd64]
                        ci: false
                        """ + archive))
                .plan();
    }

    /** @param entries the paths of files; those of programs end with an asterisk */
    private static List<String> differences(ReleasePlan plan, int build, String... entries) {
        List<Observation.Entry> all = new ArrayList<>();
        for (String entry : entries) {
            all.add(new Observation.Entry(entry.replaceFirst("\\*$", ""), entry.endsWith("*")));
        }
        return new ArchiveDifferences(
                        plan,
                        plan.tags().example(),
                        plan.builds().toList().get(build),
                        new Observation.File("A", 1, "", all, List.of()),
                        SOURCES)
                .list();
    }

    @Test
    void programsAndTheUsualFilesAreAsPlanned() {
        assertThat(differences(plan(""), 0, "tide*", "tided*", "LICENSE", "README.md"))
                .isEmpty();
        assertThat(differences(plan(""), 1, "tide.exe", "tided.exe", "LICENSE", "README.md"))
                .isEmpty();
    }

    @Test
    void whatLacksAndWhatIsTooMuchIsSaid() {
        assertThat(differences(plan(""), 0, "tide*", "LICENSE", "Makefile"))
                .containsExactly(
                        "tided in A is planned but missing",
                        "README.md in A is planned but missing",
                        "Makefile in A is not planned");
    }

    @Test
    void aProgramHasToBeOne() {
        assertThat(differences(plan(""), 0, "tide*", "tided", "LICENSE", "README.md"))
                .containsExactly("tided in A is not executable");
    }

    @Test
    void allLiesInAFolderWhereThatIsPlanned() {
        ReleasePlan plan = plan("archive: { layout: dir, name: '{name}-{platform}', include: [LICENSE] }\n");
        String folder = "tide-linux-amd64/";
        assertThat(differences(plan, 0, folder + "tide*", folder + "tided*", folder + "LICENSE"))
                .isEmpty();
        assertThat(differences(plan, 0, "tide*", folder + "tided*", folder + "LICENSE"))
                .containsExactly("tide-linux-amd64/tide in A is planned but missing", "tide in A is not planned");
    }

    @Test
    void patternsMeanWhatTheyMeanInAShell() {
        ReleasePlan plan = plan("archive: { include: ['doc/* => docs/', LICENSE] }\n");
        assertThat(differences(plan, 0, "tide*", "tided*", "LICENSE", "docs/a.md", "docs/b/c.md"))
                .isEmpty();
        assertThat(differences(plan, 0, "tide*", "tided*", "LICENSE", "docs/a.md", "docs/.hidden.md"))
                .containsExactly("docs/b/c.md in A is planned but missing", "docs/.hidden.md in A is not planned");
    }

    @Test
    void whatTheProgramMakesIsThere() {
        ReleasePlan plan = plan("archive: { include: [LICENSE], generate: { man/tide.1: '{bin} man' } }\n");
        assertThat(differences(plan, 0, "tide*", "tided*", "LICENSE", "man/tide.1"))
                .isEmpty();
        assertThat(differences(plan, 0, "tide*", "tided*", "LICENSE"))
                .containsExactly("man/tide.1 in A is planned but missing");
    }

    @Test
    void ofWhatABuildLeavesTheNamesAreKnown() {
        ReleasePlan plan = plan("archive: { include: [LICENSE, '{out-dir}/*.1 => man/'] }\n");
        assertThat(differences(plan, 0, "tide*", "tided*", "LICENSE", "man/tide.1"))
                .isEmpty();
        assertThat(differences(plan, 0, "tide*", "tided*", "LICENSE", "man/tide.8"))
                .containsExactly("man/tide.8 in A is not planned");
    }
}
