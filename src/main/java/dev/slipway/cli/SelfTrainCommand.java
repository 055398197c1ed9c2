package dev.slipway.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** {@code slipway self-train}: runs a bit of everything, so that the launcher can archive the loaded classes. */
final class SelfTrainCommand implements Command {
    /** Configs that together cover the common code paths. */
    private static final List<String> SAMPLES = List.of("""
            repository: example/sample
            rust: { toolchain: stable, history: true }
            targets: [linux-amd64, linux-arm64, macos-arm64]
            linux: { container: debian:bookworm, packages: [pkg-config] }
            docker: { base: debian:bookworm-slim }
            docs: { release: docs/releasing.md }
            macos: { runner: macos-13 }
            retired-runners: macos-13
            """, """
            name: sample
            repository: example/sample
            description: Shows how it is done
            license: Apache-2.0
            maven: { java: 17, jar: target/sample.jar }
            targets: [linux-amd64, linux-arm64]
            docker: { base: debian:bookworm-slim }
            ci: { branches: [main], os: [ubuntu-latest, macos-latest] }
            docs: { release: docs/releasing.md }
            """);

    /** A hand-written workflow with unusual content. */
    private static final String WORKFLOW = """
            on: { push: { branches: [main] }, schedule: [{ cron: "0 3 * * *" }], workflow_dispatch: }
            jobs:
              build:
                runs-on: ${{ matrix.os }}
                strategy: { matrix: { os: [ubuntu-latest, "windows\\x2dlatest"] } }
                outputs: { version: "${{ steps.version.outputs.version }}" }
                steps: &steps
                  - uses: actions/checkout@v4
                  - { id: version, run: echo "version=1" >> "$GITHUB_OUTPUT" }
                  - if: ${{ !cancelled() && (github.event_name == 'push' || contains(github.ref, format('{0}', 1.5))) }}
                    run: "echo ${{ github.event.issue.title || join(github.event.*.name, ', ') }}"
              use:
                needs: build
                if: needs.build.outputs.version == 'x' && matrix.os['a'] != null
                runs-on: ubuntu-latest
                steps: *steps
            """;

    /** A workflow that does not fit the schema, so that the validator looks for the mistakes. */
    private static final String MISTAKEN = """
            on: [push]
            jobs:
              build:
                runs-on: ubuntu-latest
                timeout: 5
                steps: [{ run: 1, shell: [bash] }, { use: ./a }]
            """;

    private static final List<List<String>> LESSONS = List.of(
            List.of("--version"), List.of("generate"), List.of("check"), List.of("generate", "--dry-run", "--force"));

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.usageMessage().hidden(true).description("Run other commands without a trace.");
        return spec;
    }

    @Override
    public boolean worksOnRepository() {
        return false;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        Ansi.AUTO.enabled(); // looks for a terminal, which a lesson has none of
        for (String sample : SAMPLES) {
            Path folder = Files.createTempDirectory("slipway");
            Path cache = Files.createTempDirectory("slipway");
            try {
                Files.writeString(folder.resolve(GlobalOptions.CONFIG_FILE), sample);
                learn(folder);
                learnFast(folder, cache);
            } finally {
                delete(folder);
                delete(cache);
            }
        }
        return ExitCode.FINE;
    }

    private static void learn(Path folder) throws IOException {
        LESSONS.forEach(lesson -> learn(folder, lesson));
        Files.writeString(folder.resolve(".github/workflows/other.yml"), WORKFLOW);
        Files.writeString(folder.resolve(".github/workflows/mistaken.yml"), MISTAKEN);
        learn(folder, List.of("lint"));
    }

    private static void learn(Path folder, List<String> lesson) {
        Main.program(
                Stream.concat(Stream.of("-C", folder.toString()), lesson.stream())
                        .toList(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of());
    }

    private static void learnFast(Path folder, Path cache) {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
        String program = System.getProperty("java.class.path");
        long now = System.currentTimeMillis();
        FastCheck.of(folder, environment, program).ifPresent(fast -> CheckStamp.keep(fast, now, LocalDate.EPOCH));
        FastCheck.answer(new String[] {"check", FastCheck.OPTION, "-C", folder.toString()}, environment, program, now);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
