package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Generator;
import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.cargo.Binary;
import dev.slipway.detect.cargo.CargoConfig;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.git.Git;
import dev.slipway.detect.git.NeededSources;
import dev.slipway.detect.git.Remotes;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.detect.image.DockerInstruction;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.image.PushedTag;
import dev.slipway.detect.publish.ListedStep;
import dev.slipway.detect.publish.Reason;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.upload.OpenUpload;
import dev.slipway.detect.workflow.FoundTests;
import dev.slipway.detect.workflow.SourceCheck;
import dev.slipway.plan.Build;
import dev.slipway.plan.Ci;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.render.Renderer;
import dev.slipway.source.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final List<String> VALUES = List.of(
            "otto",
            "",
            "true",
            "a: b",
            "${{ github.actor }}",
            "it's \"so\"",
            "x\ny",
            "-rf",
            "../up",
            "*",
            "v*",
            "1.94",
            "stable",
            "main",
            "feature/**",
            "debian:bookworm",
            "alpine:3",
            "scratch",
            "Debian:UPPER",
            "ubuntu-latest",
            "macos-13",
            "windows-2019",
            "self-hosted",
            "libssl-dev",
            "pkg config",
            "MIT OR Apache-2.0",
            "a".repeat(300),
            "\uD83E\uDD16",
            "linux-amd64",
            "otto-<tag>-linux-amd64.tar.gz",
            "ghcr.io/o/x",
            "#",
            "é",
            "tool_v");
    private static final List<String> TRIPLES = List.of(
            "x86_64-unknown-linux-gnu",
            "aarch64-unknown-linux-gnu",
            "x86_64-unknown-linux-musl",
            "aarch64-apple-darwin",
            "x86_64-apple-darwin",
            "x86_64-pc-windows-msvc");

    private final Random random = new Random(11);

    @Test
    void whateverARepositorySaysWhatIsProposedGeneratesWithoutAProblem() {
        Generator generator = new Generator(Renderer.standard());
        int proposals = 0;
        for (int round = 0; round < 150; round++) {
            Repository repository = repository();
            try {
                String config = Proposal.of(repository, Optional.empty(), TODAY).config();
                ReleasePlan plan = generator
                        .generate(new SourceText("slipway.yml", config))
                        .plan();
                assertThat(plan.builds()).extracting(Build::runner).doesNotContain("macos-13");
                assertThat(plan.ci().map(Ci::runners).orElse(List.of())).doesNotContain("macos-13", "windows-2019");
                proposals++;
            } catch (NoProposal tooLittle) {
                assertThat(tooLittle.getMessage()).isNotBlank();
            }
        }
        assertThat(proposals).isGreaterThan(75);
    }

    private String any() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private Fact<String> fact() {
        return new Fact<>(any(), "somewhere");
    }

    private <T> Optional<T> perhaps(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            list.add(value.get());
        }
        return list;
    }

    private Repository repository() {
        String slug = random.nextInt(8) == 0 ? any() : "otto-rs/otto";
        return new Repository(
                new Git(
                        new Remotes(Optional.empty(), perhaps(this::fact), List.of(), ""),
                        perhaps(this::fact),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Set.of(),
                        List.of()),
                Optional.of(new Fact<>(slug, "git remote origin")),
                Optional.of(rust()),
                CargoConfig.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new NeededSources(
                        perhaps(() -> new Fact<>("recursive", any())),
                        perhaps(this::fact),
                        perhaps(this::fact),
                        perhaps(() -> new Fact<>(
                                new NeededSources.OwnRegistry(
                                        any(), random.nextBoolean() ? Optional.of("x:1") : Optional.empty()),
                                any())),
                        perhaps(this::fact)),
                List.of(),
                perhaps(() -> new Fact<>(new TagStyle(any(), any()), "git tag")),
                release(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                some(this::fact),
                perhaps(this::fact),
                false,
                List.of(),
                List.of());
    }

    private Rust rust() {
        List<Fact<Binary>> binaries = new ArrayList<>(some(() -> new Fact<>(new Binary(any(), any(), List.of()), "x")));
        binaries.add(new Fact<>(new Binary("otto", "src/main.rs", List.of()), "x"));
        CargoPackage one = new CargoPackage(
                fact(),
                random.nextBoolean() ? "" : "crates/otto",
                binaries,
                perhaps(this::fact),
                perhaps(this::fact),
                perhaps(this::fact),
                perhaps(this::fact),
                perhaps(this::fact),
                perhaps(this::fact),
                Optional.empty(),
                true,
                some(this::any),
                List.of(),
                List.of());
        return new Rust(
                perhaps(() -> one),
                List.of(),
                List.of(one),
                false,
                List.of(one),
                perhaps(this::fact),
                List.of(),
                perhaps(() -> new Fact<>(random.nextBoolean(), "git")),
                perhaps(this::fact),
                Optional.empty(),
                List.of(),
                (features, defaults) -> Optional.empty());
    }

    private ReleaseSetup release() {
        return new ReleaseSetup(
                some(this::fact),
                some(this::fact),
                perhaps(() -> new Fact<>(some(this::any), "x")),
                some(() -> new Fact<>(
                        new FoundTarget(
                                TRIPLES.get(random.nextInt(TRIPLES.size())),
                                perhaps(this::any),
                                perhaps(this::any),
                                perhaps(this::any),
                                perhaps(this::any),
                                some(this::any),
                                perhaps(this::archive)),
                        "x")),
                perhaps(() -> new Fact<>(some(() -> TRIPLES.get(random.nextInt(TRIPLES.size()))), "x")),
                some(() -> new Fact<>(new ReleasedFile(any(), Optional.empty(), random.nextBoolean()), "x")),
                some(() -> new Fact<>(
                        new OpenUpload(any(), List.of(new OpenUpload.Maker(any(), any(), "x", random.nextBoolean()))),
                        "x")),
                new FoundImages(
                        some(this::fact),
                        some(() -> new PushedTag(fact(), random.nextBoolean(), random.nextBoolean())),
                        perhaps(this::fact),
                        perhaps(this::fact),
                        perhaps(() -> new Fact<>(some(this::any), "x")),
                        some(() -> new DockerInstruction("USER", any(), "x")),
                        some(() -> new DockerInstruction("LABEL", any(), "x")),
                        some(this::fact),
                        some(this::fact),
                        some(this::any)),
                perhaps(this::fact),
                perhaps(() -> new Fact<>(some(this::any), "x")),
                new FoundTests(
                        perhaps(() -> new Fact<>(some(this::any), "x")),
                        perhaps(() -> new Fact<>(some(this::any), "x")),
                        some(() -> new Fact<>(
                                new SourceCheck(random.nextBoolean() ? "test" : "clippy", some(this::any)), "x")),
                        some(() -> new Fact<>(any(), "x"))),
                perhaps(() -> new Fact<>(new FoundSums(any(), perhaps(this::any)), "x")),
                Map.of("release.draft", fact()),
                List.of(),
                takeover(),
                some(() -> new Fact<>(
                        new ListedStep(any(), new Reason(List.of(new Reason.What(Reason.Kind.OTHER, any())), "why")),
                        "x")));
    }

    /** Values of every kind under keys of every kind. */
    private Takeover takeover() {
        Map<String, Fact<List<String>>> keys = new HashMap<>();
        for (String key : List.of(
                "name",
                "rust.profile",
                "rust.features",
                "windows.env.RUSTFLAGS",
                "linux.runner",
                "targets.x86_64-unknown-linux-gnu.runner",
                "packages.homebrew",
                "packages.installers",
                "archive.include",
                "hashes",
                "release.trigger",
                "attest")) {
            if (random.nextInt(3) == 0) {
                keys.put(key, new Fact<>(some(this::any), "x"));
            }
        }
        return new Takeover(keys, List.of(), List.of(new Takeover.Open("release.trigger", any())));
    }

    private FoundArchive archive() {
        return new FoundArchive(
                "tool-" + any() + "-{tag}",
                random.nextBoolean() ? ".tar.gz" : any(),
                perhaps(this::any),
                some(this::any),
                Map.of(any(), any()),
                some(this::any));
    }
}
