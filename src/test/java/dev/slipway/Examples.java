package dev.slipway;

import dev.slipway.render.Renderer;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The configs that are tried: the examples of this repository, and whatever a test writes. */
public final class Examples {
    private static final Path FOLDER = Path.of("generated");
    private static final Renderer RENDERER = Renderer.standard();

    private Examples() {}

    /** What comes of Otto's config. */
    public static Generation otto() {
        return named("otto");
    }

    /** What comes of an example, such as {@code scratch-musl}. */
    public static Generation named(String name) {
        return generate(read(FOLDER.resolve(name).resolve("slipway.yml")));
    }

    /** The folders that have a config and everything generated from it. */
    public static List<Path> folders() {
        try (Stream<Path> children = Files.list(FOLDER)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every config of this repository, its own among them. */
    public static List<Path> configs() {
        return Stream.concat(Stream.of(Path.of("")), folders().stream())
                .map(folder -> folder.resolve("slipway.yml"))
                .toList();
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Generation generate(String config) {
        return new Generator(RENDERER).generate(new SourceText("slipway.yml", config));
    }

    /** What is wrong with a config; nothing if it can be generated from. */
    public static List<Finding> findings(String config) {
        try {
            generate(config);
            return List.of();
        } catch (InvalidSource invalid) {
            return invalid.findings();
        }
    }
}
