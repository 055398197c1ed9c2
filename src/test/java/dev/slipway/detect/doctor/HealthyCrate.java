package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.AdvisedConfig;
import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.detect.doctor.Setup.Cargo;
import dev.slipway.detect.doctor.Setup.Image;
import dev.slipway.detect.doctor.Setup.Tags;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Position;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A crate without faults, and the setup of its release, until a test changes either. */
public final class HealthyCrate {
    static final String RELEASE = ".github/workflows/release-and-publish.yml";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    public static final Build AMD64 = new Build(
            "linux-amd64",
            "x86_64-unknown-linux-gnu",
            "otto-v1.2.3-linux-amd64.tar.gz",
            "ubuntu-latest",
            Optional.of("debian:bookworm"),
            false,
            true,
            Optional.empty());
    static final Build ARM64 = new Build(
            "linux-arm64",
            "aarch64-unknown-linux-gnu",
            "otto-v1.2.3-linux-arm64.tar.gz",
            "ubuntu-latest",
            Optional.of("debian:bookworm"),
            true,
            true,
            Optional.empty());

    private static final Tags TAGS = new Tags(List.of("v*"), tag -> tag.startsWith("v"), "v1.2.3", "1.2.3");

    public final SampleRepository sample;
    Cargo cargo = new Cargo(
            Optional.of("otto"), List.of("otto"), Optional.of("1.94.0"), Optional.empty(), false, Optional.empty());
    public List<Build> builds = List.of(AMD64, ARM64);
    Function<String, Stream<String>> sums = asset -> Stream.of(asset + ".sha256");
    Optional<Image> image = Optional.empty();
    List<String> files = List.of();
    boolean changelog;
    boolean called;
    boolean usualJar;

    Tags tags = TAGS;
    Setup.Sources sources = new Setup.Sources(false, false, false);

    public HealthyCrate(Path directory) {
        sample = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"1.0.0\"\nrust-version = \"1.90\"\n")
                .file("src/main.rs", "fn main() {}")
                .committed();
    }

    /** What the doctor says; all config that it advises is accepted. */
    public List<Advice> examine() {
        List<Advice> advice = examination().advice();
        assertThat(advice)
                .flatExtracting(one -> AdvisedConfig.refused(one.help()))
                .isEmpty();
        return advice;
    }

    /** What the doctor looked at for a subject. */
    Inspection inspection(String subject) {
        return examination().inspections().stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private Examination examination() {
        Setup setup = new Setup(
                "otto-rs/otto",
                "slipway.yml",
                Optional.of(cargo),
                builds,
                builds.stream()
                        .flatMap(build -> Stream.concat(Stream.of(build.asset()), sums.apply(build.asset())))
                        .toList(),
                image,
                files,
                changelog,
                tags,
                Set.of(RELEASE),
                Optional.of(RELEASE).filter(any -> called),
                sources,
                usualJar,
                key -> new FoundAt("slipway.yml", new Position(1, 1)));
        return Doctor.examine(sample.read(), setup, TODAY);
    }

    /** What the doctor says of a rule, which has to be one thing. */
    public Advice only(String rule) {
        List<Advice> found =
                examine().stream().filter(advice -> advice.rule().equals(rule)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
