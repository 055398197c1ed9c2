package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.run.Observation;
import dev.slipway.run.Observation.Program;
import dev.slipway.run.Observation.Tried;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the programs of a release show when they are started. */
class ReleaseDifferencesTest {
    private static final Generation GENERATION = Examples.generate("""
            name: tide
            repository: otto-rs/tide
            description: tells the tide
            license: MIT
            rust: { bins: [tide, tided] }
            targets: [linux-amd64]
            checksums: none
            packages: { deb: true }
            release: { version-check: true, notes: none }
            ci: false
            """);

    private static final PlanReport PLAN = PlanReport.of(
            GENERATION.plan(),
            GENERATION.blueprint().release(),
            GENERATION.release(),
            new Tag("v1.2.3", "1.2.3"),
            List.of(),
            Optional.of(ReleasedVersions.of(List.of("v1.2.2"), "v")));

    private static final String DEB = named(".deb");
    private static final String ARCHIVE = named(".tar.gz");

    private static String named(String ending) {
        return PLAN.plan().assets("v1.2.3").stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> differences(Tried... tried) {
        Observation.Release release = new Observation.Release("v1.2.3", "v1.2.3", "", false, false, true, List.of());
        Observation observed = new Observation(
                List.of(),
                Optional.of(release),
                List.of(),
                List.of(tried),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new ReleaseDifferences(PLAN, observed, List.of()).list();
    }

    private static Tried prints(String file, String name, String version) {
        return Tried.passed(file, name + " --version", version).of(new Program(name, Optional.of(version)));
    }

    @Test
    void aProgramOfAPackageThatOnlyKnowsTheQuestionForHelpIsThere() {
        Tried daemon = Tried.passed(DEB, "tided --help", "Usage: tided").of("tided");
        assertThat(differences(prints(DEB, "tide", "tide 1.2.3"), daemon)).isEmpty();
        assertThat(differences(prints(DEB, "tide", "tide 1.2.3")))
                .containsExactly("the program tided in " + DEB + " is planned but missing");
        assertThat(differences(Tried.skipped(DEB, "dpkg --install", "dpkg is not on this machine")))
                .isEmpty();
    }

    @Test
    void onlyWhatAProgramPrintsOfItsVersionIsCompared() {
        assertThat(differences(prints(ARCHIVE, "tide", "tide 1.2.2")))
                .containsExactly(
                        "tide --version in " + ARCHIVE + " prints 'tide 1.2.2', but the version is planned as 1.2.3");
        assertThat(differences(Tried.passed(ARCHIVE, "tide --help", "tide 1.0.0 is the first that can do this")
                        .of("tide")))
                .isEmpty();
    }
}
