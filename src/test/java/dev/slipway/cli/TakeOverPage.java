package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page with the config of another tool, the config that {@code init} makes of it, and what is lost. */
abstract class TakeOverPage {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The part of the page with the example. */
    abstract String section();

    /** A repository with the config of the other tool. */
    abstract SampleRepository before();

    /** A block of the section: what was before, what comes after, what is lost. */
    final List<String> block(int index) {
        return section().split("(?m)^```[a-z]*\n")[2 * index + 1].lines().toList();
    }

    @BeforeEach
    void takeOver() {
        before().git("tag", "v1.4.0");
        int exit = Main.run(
                List.of("-C", directory.toString(), "init", "--dry-run", "--date", "2026-11-23"),
                new PrintWriter(out),
                new PrintWriter(err));
        assertThat(exit).as(err.toString()).isZero();
    }

    @Test
    void theConfigIsTheOneThatInitWrites() {
        assertThat(out.toString().lines().filter(line -> !line.startsWith("#"))).containsExactlyElementsOf(block(1));
    }

    @Test
    void theLossesAreThoseOfTheReport() {
        assertThat(Stream.of(err.toString().split("\n\n"))
                        .filter(section -> section.startsWith("not covered by the config:"))
                        .collect(Collectors.joining())
                        .lines())
                .containsExactlyElementsOf(block(2));
    }
}
