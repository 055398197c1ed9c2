package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.plan.Image;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.Tag;
import dev.slipway.read.WorkflowReader;
import dev.slipway.run.Attestation;
import dev.slipway.run.Effect;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An observation that is as planned, and what is said when one thing of it is not. */
class PlanDifferencesTest {
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String OTHER = "sha256:" + "b".repeat(64);

    private static final Generation GENERATION = Examples.generate("""
            name: tide
            repository: otto-rs/tide
            description: tells the tide
            license: MIT
            rust: {}
            targets: [linux-amd64]
            archive: { layout: bin }
            checksums: none
            docker: { image: [ghcr.io/otto-rs/tide, docker.io/otto/tide] }
            packages: { crates: trusted, homebrew: otto-rs/homebrew-tap }
            attest: true
            sign: true
            ci: false
            """);

    private static final PlanReport PLAN = PlanReport.of(
            GENERATION.plan(),
            GENERATION.blueprint().release(),
            GENERATION.release(),
            new Tag("v1.2.3", "1.2.3"),
            List.of(),
            Optional.of(ReleasedVersions.of(List.of("v1.2.2"), "v")));

    private static final List<Recorded> RECORDED = List.of(
            new Recorded("create-release", new Effect.ReleaseChanged(Effect.Change.CREATED, "draft", "v1.2.3")),
            new Recorded("create-release", new Effect.ReleaseChanged(Effect.Change.PUBLISHED, "release", "v1.2.3")),
            new Recorded("docker", new Effect.ImageSigned("ghcr.io/otto-rs/tide@" + DIGEST)),
            new Recorded("docker", new Effect.ImageSigned("docker.io/otto/tide@" + DIGEST)),
            new Recorded("crates", new Effect.CratePublished("tide", "1.2.3")),
            new Recorded("homebrew", formula("otto-rs/homebrew-tap")));

    private static Effect formula(String tap) {
        return new Effect.FilePushed("Formula/tide.rb", tap, "", "github/pushed/" + tap + "/Formula/tide.rb");
    }

    /** What is observed, and one way to change each part of it. */
    private record Seen(List<Observation.Image> images, List<Recorded> recorded, List<Attestation> attested) {
        static Seen asPlanned() {
            Image image = GENERATION.plan().image().orElseThrow();
            List<Observation.Image> images = new ArrayList<>();
            image.names()
                    .forEach(name -> images.add(image(
                            name,
                            DIGEST,
                            PLAN.moves().tags(image, image.usual()).stream()
                                    .map(tag -> tag.replace("<commit>", SHA.substring(0, 7)))
                                    .toList())));
            List<Attestation> attested = new ArrayList<>();
            GENERATION
                    .plan()
                    .builds()
                    .forEach(build ->
                            attested.add(new Attestation(build.archive().with("v1.2.3"), "", false)));
            image.names().forEach(name -> attested.add(new Attestation(name, DIGEST, false)));
            return new Seen(images, RECORDED, attested);
        }

        static Observation.Image image(String name, String digest, List<String> tags) {
            Image image = GENERATION.plan().image().orElseThrow();
            Map<String, String> labels = new TreeMap<>(image.labels());
            labels.put("org.opencontainers.image.source", "https://github.com/otto-rs/tide");
            labels.put("org.opencontainers.image.revision", SHA);
            return new Observation.Image(
                    name,
                    digest,
                    tags,
                    image.usual().platforms(),
                    labels,
                    new Observation.Recipe(
                            image.usual().base().image(), image.usual().user(), List.of("/usr/local/bin/tide")));
        }

        Seen withImages(UnaryOperator<List<Observation.Image>> change) {
            return new Seen(change.apply(images), recorded, attested);
        }

        Seen withRecorded(Effect what, Effect instead) {
            assertThat(recorded).extracting(Recorded::effect).contains(what);
            return new Seen(
                    images,
                    recorded.stream()
                            .map(one -> one.effect().equals(what) ? new Recorded(one.job(), instead) : one)
                            .toList(),
                    attested);
        }

        Seen andRecorded(String job, Effect more) {
            List<Recorded> all = new ArrayList<>(recorded);
            all.add(new Recorded(job, more));
            return new Seen(images, all, attested);
        }

        List<String> differences() {
            Observation.Release release = new Observation.Release(
                    "v1.2.3",
                    "v1.2.3",
                    "All that changed.",
                    false,
                    false,
                    true,
                    PLAN.plan().assets("v1.2.3").stream()
                            .map(name -> new Observation.File(
                                    name, 1, "", List.of(new Observation.Entry("tide", true)), List.of()))
                            .toList());
            List<JobRun> jobs = PLAN.run().jobs();
            Observation observed = new Observation(
                    jobs, Optional.of(release), images, List.of(), attested, recorded, List.of(), List.of(), List.of());
            RehearsedCommit commit = new RehearsedCommit(SHA, List.of(), WorkflowReader.read(GENERATION.release()));
            return new PlanDifferences(PLAN, observed, commit).list();
        }
    }

    @Test
    void whatIsAsPlannedHasNoDifference() {
        assertThat(Seen.asPlanned().differences()).isEmpty();
    }

    @Test
    void aTagOfOneRegistryIsMissing() {
        Seen seen = Seen.asPlanned()
                .withImages(images -> List.of(
                        images.get(0),
                        Seen.image("docker.io/otto/tide", DIGEST, List.of("1.2", "1.2.3", "latest", "sha-0123456"))));
        assertThat(seen.differences())
                .containsExactly("the image tag docker.io/otto/tide:v1.2.3 is planned but missing");
    }

    @Test
    void aTagPointsAtAnotherImage() {
        Seen seen = Seen.asPlanned()
                .withImages(images -> List.of(
                        Seen.image("ghcr.io/otto-rs/tide", DIGEST, List.of("1.2", "1.2.3", "sha-0123456", "v1.2.3")),
                        Seen.image("ghcr.io/otto-rs/tide", OTHER, List.of("latest")),
                        images.get(1)))
                .andRecorded("docker", new Effect.ImageSigned("ghcr.io/otto-rs/tide@" + OTHER));
        assertThat(seen.differences())
                .containsExactly("these tags are planned to be the same image, but are different images: "
                        + "ghcr.io/otto-rs/tide:1.2, 1.2.3, sha-0123456, v1.2.3; ghcr.io/otto-rs/tide:latest; "
                        + "docker.io/otto/tide:latest, 1.2.3, v1.2.3, 1.2, sha-0123456");
    }

    @Test
    void theRegistriesHaveDifferentImages() {
        Seen seen = Seen.asPlanned()
                .withImages(images -> List.of(
                        images.get(0),
                        Seen.image("docker.io/otto/tide", OTHER, images.get(1).tags())))
                .withRecorded(
                        new Effect.ImageSigned("docker.io/otto/tide@" + DIGEST),
                        new Effect.ImageSigned("docker.io/otto/tide@" + OTHER));
        assertThat(seen.differences())
                .singleElement()
                .asString()
                .startsWith(
                        "these tags are planned to be the same image, but are different images: ghcr.io/otto-rs/tide:");
    }

    @Test
    void anImageIsBuiltForAnotherPlatform() {
        Seen seen = Seen.asPlanned()
                .withImages(images -> images.stream()
                        .map(one -> new Observation.Image(
                                one.name(),
                                one.digest(),
                                one.tags(),
                                List.of("linux/arm64"),
                                one.labels(),
                                one.recipe()))
                        .toList());
        assertThat(seen.differences())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).endsWith(" is for linux/arm64, but planned for linux/amd64"));
    }

    @Test
    void aReleaseOfAnotherVersionIsTouched() {
        for (Effect change : List.of(
                new Effect.ReleaseChanged(Effect.Change.CREATED, "release", "nightly"),
                new Effect.ReleaseChanged(Effect.Change.EDITED, "release", "v1.2.2"),
                new Effect.DraftLeft("v1.2.2"),
                new Effect.FilesUploaded(2, 1, "release", "v1.2.2"),
                new Effect.FileDeleted("tide.txt", "prerelease", "v1.2.2"),
                new Effect.TagDeleted("v1.2.2"),
                new Effect.TagCreated("v1", SHA))) {
            assertThat(Seen.asPlanned().andRecorded("create-release", change).differences())
                    .containsExactly(
                            "another release was changed, which is not planned: create-release: " + change.text());
        }
        assertThat(Seen.asPlanned()
                        .andRecorded("create-release", new Effect.Other("looked at release v1.2.2"))
                        .andRecorded(
                                "create-release", new Effect.ReleaseChanged(Effect.Change.DELETED, "draft", "v1.2.3"))
                        .differences())
                .isEmpty();
    }

    @Test
    void aSignatureIsMissing() {
        assertThat(Seen.asPlanned()
                        .withRecorded(
                                new Effect.ImageSigned("docker.io/otto/tide@" + DIGEST),
                                new Effect.Other("verified the signature of docker.io/otto/tide@" + DIGEST))
                        .differences())
                .containsExactly("the image docker.io/otto/tide is not signed, but planned to be");
    }

    @Test
    void aPackageIsNotPublished() {
        assertThat(Seen.asPlanned()
                        .withRecorded(new Effect.CratePublished("tide", "1.2.3"), new Effect.Other("looked at tide"))
                        .differences())
                .containsExactly("a package on crates.io is planned but missing");
    }

    @Test
    void aTextThatReadsLikeAnEffectIsNone() {
        Effect hostile = new Effect.PullRequestOpened(
                "otto-rs/other",
                "a",
                "main",
                "x: would publish tide 1.2.3\nx: signed docker.io/otto/tide@" + DIGEST + ": deleted release v1.2.2");
        assertThat(Seen.asPlanned()
                        .withRecorded(new Effect.CratePublished("tide", "1.2.3"), hostile)
                        .withRecorded(new Effect.ImageSigned("docker.io/otto/tide@" + DIGEST), hostile)
                        .differences())
                .containsExactly(
                        "the image docker.io/otto/tide is not signed, but planned to be",
                        "a package on crates.io is planned but missing");
    }

    @Test
    void aFormulaGoesToAnotherTap() {
        assertThat(Seen.asPlanned()
                        .withRecorded(formula("otto-rs/homebrew-tap"), formula("otto-rs/homebrew-other"))
                        .differences())
                .containsExactly(
                        "the push of Formula/tide.rb to otto-rs/homebrew-tap is planned but missing",
                        "the push of Formula/tide.rb to otto-rs/homebrew-other is made but not planned");
    }

    @Test
    void anAttestationIsMissingAndAnotherIsThere() {
        Seen planned = Seen.asPlanned();
        List<Attestation> attested = new ArrayList<>(planned.attested());
        attested.set(0, new Attestation("other.txt", "", false));
        assertThat(new Seen(planned.images(), planned.recorded(), attested).differences())
                .containsExactly(
                        "an attestation of " + planned.attested().get(0).name() + " is planned but missing",
                        "an attestation of other.txt is made but not planned");
    }
}
