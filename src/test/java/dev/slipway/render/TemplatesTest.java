package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    /** Printed by their template as a whole, as a scalar, or by the record that holds them; never by a macro. */
    private static final Set<String> WITHOUT_MACRO = Set.of(
            "Workflow",
            "Dockerfile",
            "Dockerignore",
            "Text",
            "Literal",
            "Embedded",
            "Part",
            "Expr",
            "Flag",
            "Count",
            "Scope",
            "Grant",
            "Outputs",
            "Fraction",
            "Many",
            "Named",
            "NamedJob",
            "Range");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates"))) {
            return files.filter(it -> it.toString().endsWith(".ftl")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesHoldNoLogic(Path template) throws IOException {
        String text = Files.readString(template);
        assertThat(text).doesNotContainPattern("<#(assign|local|global|function|include|import|switch|attempt|escape)");
        assertThat(text).doesNotContainPattern("\\?(eval|interpret|no_esc|new|api|c\\b|then|switch|replace)");
        assertThat(text).doesNotContainPattern("\\[=[^]]*[-+*/]");
        // a page shows many things that may be missing; a file that is generated has a record for each
        assertThat(Pattern.compile("<#(if|else)").matcher(text).results().count())
                .isLessThanOrEqualTo(template.endsWith("plan.html.ftl") ? 40 : 4);
    }

    @ParameterizedTest
    @CsvSource({"workflow, workflow.yml.ftl", "docker, Dockerfile.ftl"})
    void everyRecordHasAMacroAndEveryMacroARecord(String folder, String template) throws IOException {
        Set<String> records = records(folder)
                .map(JavaClass::getSimpleName)
                .filter(name -> !WITHOUT_MACRO.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(records).isNotEmpty();
        assertThat(macros(Files.readString(Path.of("templates", template)))).isEqualTo(records);
    }

    @ParameterizedTest
    @CsvSource({"workflow, workflow.yml.ftl", "docker, Dockerfile.ftl"})
    void everyComponentIsPrinted(String folder, String template) throws IOException {
        String text = Files.readString(Path.of("templates", template));
        Set<String> forgotten = records(folder)
                .filter(type -> macros(text).contains(type.getSimpleName()))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
                .filter(name -> !text.matches("(?s).*" + name.replaceFirst(".*[.]", "[.]") + "\\b.*"))
                .collect(Collectors.toCollection(TreeSet::new));
        // jobs that are needed are printed by their ids, an action by its source
        forgotten.removeAll(Set.of("StepsJob.needs", "CallJob.needs", "ActionRef.ref"));
        assertThat(forgotten).isEmpty();
    }

    private static Stream<JavaClass> records(String folder) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.slipway.model." + folder)
                        .stream()
                        .filter(JavaClass::isRecord);
    }

    private static Set<String> macros(String text) {
        return Pattern.compile("<#macro (\\w+)>")
                .matcher(text)
                .results()
                .map((MatchResult macro) -> macro.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRecordWithoutAMacroFails() {
        Renderer renderer = Renderer.withOverrides(name -> Optional.of("x: [=.node.permissions]"));
        assertThatExceptionOfType(TemplateFault.class)
                .isThrownBy(() -> renderer.workflow(KitchenSink.workflow()))
                .withMessageContaining("Permissions");
    }
}
