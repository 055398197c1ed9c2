package dev.slipway.detect.workflow;

import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Takeover;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Repositories with workflows that make tags and releases, and what is read of how they start. */
abstract class TriggerSamples {
    static final String BUILD = """
            jobs:
              build:
                runs-on: ubuntu-latest
                steps:
                  - run: cargo build --release --target x86_64-unknown-linux-gnu
                  - run: gh release upload "$TAG" kelp.tar.gz
            """;

    @TempDir
    Path directory;

    SampleRepository crate() {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\n")
                .file("src/main.rs", "fn main() {}\n");
    }

    SampleRepository release(String on) {
        return crate().file(".github/workflows/release.yml", "on: " + on + "\n" + BUILD);
    }

    /** A workflow on pushes to main with one job that makes the tag. */
    SampleRepository bot(String steps) {
        return crate().file(
                        ".github/workflows/bot.yml",
                        "name: Bot\non: { push: { branches: [main] } }\njobs:\n  tag:\n    runs-on: ubuntu-latest\n"
                                + "    steps:\n" + steps.indent(6));
    }

    static Takeover takeover(SampleRepository repository) {
        return repository.committed().read().release().takeover();
    }

    static Optional<String> trigger(Takeover takeover) {
        return Optional.ofNullable(takeover.keys().get("release.trigger"))
                .map(fact -> fact.map(values -> String.join(", ", values)).toString());
    }

    static String open(Takeover takeover) {
        return takeover.open().stream().map(Takeover.Open::why).collect(Collectors.joining("\n"));
    }

    static List<String> left(Takeover takeover) {
        return takeover.left().stream()
                .map(left -> left.value() + ": " + left.why() + ", " + left.from())
                .toList();
    }
}
