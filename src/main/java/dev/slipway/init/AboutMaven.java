package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.JavaProgram;
import dev.slipway.detect.jvm.Maven;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Maven builds, and with which Java. */
record AboutMaven(Maven maven, Jars jars, Draft draft) {
    private static final String SPDX = "[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*";

    /** Writes the toolchain's key; gives the description of the project. */
    static Optional<Fact<String>> add(
            Repository repository, String project, Optional<String> wanted, Jars jars, Draft draft) throws NoProposal {
        Maven maven = repository.maven().orElseThrow();
        AboutMaven about = new AboutMaven(maven, jars, draft);
        Setting.Group keys = new Setting.Group();
        JavaChoice.java("maven", maven.javaRelease(), maven.jdk(), keys, draft);
        JavaChoice choice = new JavaChoice(maven.programs());
        List<JavaProgram> chosen = choice.chosen(wanted);
        about.jar(chosen, project, keys);
        String others = choice.others(chosen);
        if (!others.isEmpty()) {
            draft.open("maven.jar", "not released: " + others + "; select another with 'slipway init --package'");
        }
        if (repository.gradle().isPresent()) {
            draft.open("maven", "there is also a Gradle build; to build with Gradle, replace 'maven' with 'gradle'");
        }
        maven.optional()
                .forEach(modules ->
                        draft.left("modules", modules.value(), "'mvn package' does not build them: " + modules.from()));
        maven.wrapper()
                .ifPresent(version -> draft.left(
                        "maven",
                        "the wrapper's Maven " + version.value(),
                        "jobs use the Maven of the runner; from " + version.from()));
        draft.put("maven", keys.keys());
        about.license(repository);
        return maven.description();
    }

    private void jar(List<JavaProgram> chosen, String project, Setting.Group keys) {
        Optional<JavaProgram> whole = chosen.stream()
                .filter(program -> program.whole() && !program.executable())
                .findFirst();
        Optional<JavaProgram> executable = whole.flatMap(this::executable);
        whole.ifPresent(program -> {
            program.file().ifPresent(file -> {
                if (!file.value().equals("target/" + project + ".jar")) {
                    keys.word("jar", file.value());
                }
                draft.taken("maven.jar", file);
            });
            if (!program.profile().isEmpty()) {
                keys.words("profiles", List.of(program.profile()));
                draft.taken(
                        "maven.profiles",
                        program.profile(),
                        "release builds activate this profile, with everything else it does; from "
                                + program.plugin().from());
            }
            executable.ifPresentOrElse(
                    one -> {
                        keys.word("native", one.file().orElseThrow().value());
                        jars.beside("maven.native", one, program, draft);
                    },
                    () -> {
                        jars.keep("maven.jar", program, project, others(program), draft);
                        if (!program.machines().isEmpty()) {
                            draft.left(
                                    "maven",
                                    "-Pnative",
                                    "Quarkus compiles the program with GraalVM today; the new archives contain a jar"
                                            + " with a Java runtime instead");
                        }
                    });
            program.mainClass().ifPresent(main -> draft.taken("main class", main));
        });
        chosen.stream()
                .filter(program -> !program.whole())
                .forEach(program -> draft.open(
                        "maven.jar", program.lack() + "; " + program.plugin().from()));
        List<String> more = chosen.stream()
                .filter(program -> program.whole() && !program.executable())
                .flatMap(program -> program.file().stream())
                .map(Fact::value)
                .distinct()
                .skip(1)
                .toList();
        if (!more.isEmpty()) {
            draft.open("maven.jar", "the first of several; the module also builds " + String.join(", ", more));
        }
        if (whole.isEmpty()) {
            draft.open(
                    "maven.jar",
                    "found no executable jar with all dependencies that 'mvn package' creates; set 'maven.jar' if there is "
                            + "one, or create one, for example with maven-shade-plugin; until then, release builds fail");
        }
    }

    /** What other modules are called, by their names or by those of their folders. */
    private List<String> others(JavaProgram chosen) {
        return Stream.concat(
                        maven.programs().stream()
                                .filter(program -> !program.folder().equals(chosen.folder()))
                                .map(JavaProgram::name),
                        maven.optional().stream()
                                .flatMap(modules -> Stream.of(modules.value().split(", ")))
                                .map(folder -> folder.substring(folder.lastIndexOf('/') + 1)))
                .toList();
    }

    /** What the same module makes with GraalVM, if releases have that for several systems. */
    private Optional<JavaProgram> executable(JavaProgram jar) {
        return maven.programs().stream()
                .filter(program -> program.executable() && program.whole())
                .filter(program -> program.folder().equals(jar.folder()))
                .findFirst();
    }

    private void license(Repository repository) {
        List<Fact<String>> named = maven.licenses();
        if (named.size() > 1) {
            draft.open(
                    "license",
                    "the POM lists "
                            + String.join(", ", named.stream().map(Fact::value).toList())
                            + "; write an SPDX expression: OR if one of them is enough, AND if all apply");
            return;
        }
        License.add(
                named.stream()
                        .filter(name -> name.value().matches(SPDX))
                        .findFirst()
                        .or(repository::license),
                repository,
                draft);
    }
}
