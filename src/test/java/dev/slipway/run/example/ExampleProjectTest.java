package dev.slipway.run.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.Examples;
import dev.slipway.blueprint.Drawn;
import dev.slipway.model.workflow.Run;
import dev.slipway.read.WorkflowReader;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class ExampleProjectTest {
    private static final Pattern REFERRED = Pattern.compile("(?<![\\w/])repository/([^\\s\"';|)]+)");
    private static final List<String> MANIFESTS = List.of("Cargo.toml", "pom.xml", "VERSION", "configure.ac");

    @TempDir
    Path folder;

    static List<String> examples() {
        return ExampleProject.names();
    }

    private String git(String... words) {
        return new Git(folder, Version.FIRST.date()).run(words);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyTagStandsAtACommitOfItsOwnThatSaysItsVersion(String example) {
        ExampleProject project = ExampleProject.of(example).withTags();
        project.in(folder);
        for (TriedTags tags : project.releases()) {
            List<String> all = Stream.concat(tags.earlier().stream(), tags.tried().stream())
                    .toList();
            assertThat(all).hasSizeBetween(4, 5);
            assertThat(all.stream().map(tag -> git("rev-parse", tag + "^{commit}")))
                    .doesNotHaveDuplicates();
            for (String tag : all) {
                String version = tag.substring(tags.prefix().length());
                assertThat(git("show", tag + ":CHANGELOG.md")).contains("\n## [" + version + "] - ");
                assertThat(manifests(tag))
                        .allSatisfy(manifest ->
                                assertThat(git("show", tag + ":" + manifest)).contains(version));
            }
        }
    }

    /** The files that have the version; a Go module has none. */
    private List<String> manifests(String tag) {
        List<String> found = git("ls-tree", "-r", "--name-only", tag)
                .lines()
                .filter(path -> MANIFESTS.contains(path.replaceFirst(".*/", "")))
                .filter(path -> !path.startsWith("tests/"))
                .filter(path -> !git("show", tag + ":" + path).startsWith("[workspace]"))
                .toList();
        assertThat(found.isEmpty())
                .isEqualTo(git("ls-tree", "--name-only", tag).lines().anyMatch("go.mod"::equals));
        return found;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTagsAreThoseThatTheWorkflowIsStartedBy(String example) {
        for (TriedTags tags : ExampleProject.of(example).releases()) {
            String workflow = Examples.read(Path.of("generated", example).resolve(tags.workflow()));
            List<String> filter = filters(workflow);
            assertThat(tags.tried()).allMatch(tag -> fits(tag, filter));
            assertThat(fits(tags.tag(Version.PRERELEASE), filter)).isEqualTo(tags.prereleases());
            assertThat(workflow).doesNotContainPattern("TAG_PREFIX: (?!" + Pattern.quote(tags.prefix()) + "\\n|'')");
        }
    }

    /** The filter of a release that is published is its first condition. */
    private static List<String> filters(String workflow) {
        Matcher pushed = Pattern.compile("tags: \\[(.*)]").matcher(workflow);
        if (pushed.find()) {
            return Stream.of(pushed.group(1).split(", "))
                    .map(word -> word.replace("'", ""))
                    .toList();
        }
        Matcher published =
                Pattern.compile("startsWith\\(github.ref_name, '(.*)'\\)").matcher(workflow);
        assertThat(published.find()).isTrue();
        return List.of(published.group(1) + "*");
    }

    private static boolean fits(String tag, List<String> filters) {
        boolean fits = false;
        for (String filter : filters) {
            boolean no = filter.startsWith("!");
            String pattern =
                    (no ? filter.substring(1) : filter).replace(".", "\\.").replace("*", "[^/]*");
            fits = tag.matches(pattern) ? !no : fits;
        }
        return fits;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFileThatTheReleaseTakesFromTheRepositoryIsThere(String example) throws IOException {
        ExampleProject project = ExampleProject.of(example);
        List<String> files = new Git(project.in(folder), Version.FIRST.date())
                .run("ls-files")
                .lines()
                .toList();
        Path pack = folder.resolve(".slipway/scripts/pack.sh");
        StringBuilder scripts = new StringBuilder(Files.exists(pack) ? Files.readString(pack) : "");
        for (TriedTags tags : project.releases()) {
            String text = Files.readString(folder.resolve(tags.workflow()));
            Drawn.jobs(WorkflowReader.read(new SourceText("release.yml", text)))
                    .forEach(job -> job.steps().stream()
                            .filter(Run.class::isInstance)
                            .forEach(
                                    step -> scripts.append(((Run) step).script().source())
                                            .append("\n")));
        }
        List<String> referred = REFERRED.matcher(scripts)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(referred).allSatisfy(path -> {
            PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:{" + path + "," + path + "/**}");
            assertThat(files).as(path).anyMatch(file -> pattern.matches(Path.of(file)));
        });
    }

    @Test
    void earlierVersionsAloneAreTaggedUnlessAskedFor() {
        ExampleProject.of("two-projects").in(folder);
        assertThat(git("tag").lines()).containsExactly("alpha-v1.1.0", "alpha-v1.2.0", "beta-v1.1.0", "beta-v1.2.0");
        assertThat(git("branch", "--show-current")).isEqualTo("main");
        assertThat(git("status", "--porcelain")).isEmpty();
    }

    @Test
    void theVersionOfATagIsCheckedOut() throws IOException {
        ExampleProject project = ExampleProject.of("published-release");
        project.in(folder, project.tags().backport());
        assertThat(project.tags().backport()).isEqualTo("otto-v1.1.1");
        assertThat(Files.readString(folder.resolve("Cargo.toml"))).contains("version = \"1.1.1\"");
        assertThat(git("log", "--format=%s").lines()).containsExactly("Make 1.1.1", "Make 1.1.0");
        assertThat(git("describe", "--tags", "--abbrev=0")).isEqualTo("otto-v1.1.0");
    }

    @Test
    void theSameCommitsComeEveryTime(@TempDir Path other) {
        ExampleProject project = ExampleProject.of("packaged").withTags();
        project.in(folder);
        assertThat(new Git(project.in(other), Version.FIRST.date()).run("for-each-ref"))
                .isEqualTo(git("for-each-ref"))
                .hasLineCount(8);
    }

    @Test
    void anExampleWithoutAProjectIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExampleProject.of("nobody").in(folder))
                .withMessageContaining("no project for the example nobody");
    }
}
