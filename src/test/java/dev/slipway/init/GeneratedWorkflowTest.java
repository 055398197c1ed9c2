package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.detect.SampleRepository;
import dev.slipway.plan.ReleasePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A workflow that was generated once, and belongs to its project since, is taken over like one by hand. What it releases is
 * known exactly, so this shows whether a file would be lost without a word.
 */
class GeneratedWorkflowTest extends HandWrittenRelease {
    private static boolean has(Path example, String key) {
        return Examples.read(example.resolve("slipway.yml")).contains("\n" + key + ":");
    }

    static Stream<String> examples() {
        return Examples.folders().stream()
                .filter(folder -> has(folder, "rust") || has(folder, "go"))
                .map(folder -> String.valueOf(folder.getFileName()))
                .filter(name -> !name.equals("two-projects")); // the files of two releases in one repository
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachFileIsMadeAgainOrNamed(String example) throws Exception {
        Generation generation = Examples.named(example);
        ReleasePlan before = generation.plan();
        String tag = before.tags().example().name();
        SampleRepository repository = repository(before.project().name(), tag, Path.of("generated", example));

        Proposal proposal = proposal(repository);
        List<String> made = Examples.generate(proposal.config()).plan().assets(tag);
        List<String> unsaid = new ArrayList<>(before.assets(tag));
        unsaid.removeAll(made);
        String said = proposal.remarks().stream()
                .filter(remark -> remark.kind() == Remark.Kind.LEFT)
                .map(Remark::value)
                .collect(Collectors.joining("\n"));
        String version = before.tags().example().version();
        unsaid.removeIf(name -> Stream.of(name, name.replace(tag, "{tag}"), name.replace(version, "{version}"))
                .anyMatch(said::contains));
        assertThat(unsaid).as(said).isEmpty();
    }

    /** A project with the files that were generated for it, except what shows that they were. */
    private SampleRepository repository(String name, String tag, Path generated) throws IOException {
        SampleRepository repository = has(generated, "go")
                ? repository()
                        .file("go.mod", "module github.com/me/" + name + "\n\ngo 1.25\n")
                        .file("main.go", "package main\n\nfunc main() {}\n")
                : crate("").file("Cargo.toml", MANIFEST.replace("kelp", name));
        repository.file("LICENSE", "MIT License\n");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(generated)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String path = generated.relativize(file).toString().replace('\\', '/');
            if (path.startsWith(".github/workflows/release") || path.matches("\\.slipway/(scripts|packages)/.*")) {
                String text = Files.readString(file);
                repository.file(
                        path.replace("release-and-publish", "release"),
                        text.replaceAll("(?m)^#.*(?i:slipway).*\n", ""));
            }
        }
        return repository.committed().git("tag", tag);
    }
}
