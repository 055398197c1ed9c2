package dev.slipway.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.slipway.source.Problem;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    static List<Folder> folders() {
        return Folder.all();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void findsWhatIsBad(Folder folder) throws IOException {
        String findings = Folder.findings(folder.rule(), folder.files("bad"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(folder.path().resolve("bad.out"), findings);
            fail("wrote what the rule finds; read it, and run again without -Dgolden");
        }
        assertThat(findings).isEqualTo(folder.expected()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void isSilentAboutWhatIsGood(Folder folder) {
        assertThat(Folder.findings(folder.rule(), folder.files("ok"))).isEmpty();
        assertThat(Folder.findings("syntax", folder.files("ok"))).isEmpty();
    }

    @Test
    void everyRuleHasExamples() {
        List<String> rules = Stream.concat(
                        Stream.of("syntax"), Rules.descriptions().stream().map(Rules.Description::id))
                .sorted()
                .toList();
        assertThat(folders()).extracting(Folder::rule).isEqualTo(rules);
    }

    @Test
    void aRuleIsCalledLikeItsClass() {
        assertThat(Stream.of(Rules.WORKFLOW, Rules.DOCKERFILE, Rules.LOCK).flatMap(List::stream))
                .allSatisfy(rule ->
                        assertThat(rule.id()).isEqualTo(kebab(rule.getClass().getSimpleName())));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void pointsAtWhatExists(Folder folder) {
        List<SourceText> files = folder.files("bad");
        List<SourceText> texts = files.stream()
                .filter(file -> FileKind.of(file.name()) == FileKind.WORKFLOW)
                .toList();
        List<WorkflowFile> workflows = texts.stream()
                .map(file -> new WorkflowFile(file, YamlReader.read(file)))
                .toList();
        List<ReadFile> others = files.stream().map(ReadFile::of).toList();
        BuildContexts builds = BuildContexts.all(workflows.stream()
                .map(file -> BuildContexts.of(ImageBuild.in(file)))
                .toList());
        LintContext context = new LintContext(texts, others, builds, Folder.OPTIONS);
        workflows.forEach(file -> Rules.WORKFLOW.forEach(rule -> assertResolve(file, rule.check(file, context))));
        for (ReadFile other : others) {
            other.lock().ifPresent(file -> Rules.LOCK.forEach(rule -> assertResolve(file, rule.check(file, context))));
            other.dockerfile()
                    .ifPresent(
                            file -> Rules.DOCKERFILE.forEach(rule -> assertResolve(file, rule.check(file, context))));
        }
    }

    private static void assertResolve(LintedFile file, List<Problem> problems) {
        assertThat(problems)
                .allSatisfy(problem -> assertThat(file.root().at(problem.where()))
                        .as(problem.toString())
                        .isPresent());
    }
}
