package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.JavaProgram;
import dev.slipway.detect.Maven;
import dev.slipway.detect.Repository;
import java.util.List;
import java.util.Optional;

/** What Maven builds, and with which Java. */
record AboutMaven(Maven maven, Jars jars, Draft draft) {
    private static final String SPDX = "[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*";

    /** Writes the toolchain's key; gives the description of the project. */
    static Optional<Fact<String>> add(
            Repository repository, String project, Optional<String> wanted, Jars jars, Draft draft) throws NoProposal {
        Maven maven = repository.maven().orElseThrow();
        AboutMaven about = new AboutMaven(maven, jars, draft);
        Setting.Group keys = new Setting.Group();
        JavaChoice.java("maven", maven.javaRelease(), keys, draft);
        JavaChoice choice = new JavaChoice(maven.programs());
        List<JavaProgram> chosen = choice.chosen(wanted);
        about.jar(chosen, project, keys);
        String others = choice.others(chosen);
        if (!others.isEmpty()) {
            draft.open("maven.jar", "not released are " + others + "; 'slipway init --package' takes another");
        }
        if (repository.gradle().isPresent()) {
            draft.open("maven", "there is a Gradle build as well; 'gradle' in place of 'maven' builds with that");
        }
        maven.optional()
                .forEach(modules ->
                        draft.left("modules", modules.value(), "'mvn package' does not build them: " + modules.from()));
        maven.wrapper()
                .ifPresent(version -> draft.left(
                        "maven",
                        "the wrapper's Maven " + version.value(),
                        "jobs run the Maven of the runner; from " + version.from()));
        draft.put("maven", keys.keys());
        about.license(repository);
        return maven.description();
    }

    private void jar(List<JavaProgram> chosen, String project, Setting.Group keys) {
        Optional<JavaProgram> whole = chosen.stream().filter(JavaProgram::whole).findFirst();
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
                        "the build of a release switches it on, with all that it does; from "
                                + program.plugin().from());
            }
            jars.keep("maven.jar", program, project, draft);
            program.mainClass().ifPresent(main -> draft.taken("main class", main));
        });
        chosen.stream()
                .filter(program -> !program.whole())
                .forEach(program -> draft.open(
                        "maven.jar", program.lack() + "; " + program.plugin().from()));
        List<String> more = chosen.stream()
                .filter(JavaProgram::whole)
                .flatMap(program -> program.file().stream())
                .map(Fact::value)
                .distinct()
                .skip(1)
                .toList();
        if (!more.isEmpty()) {
            draft.open("maven.jar", "the first of several; the module also makes " + String.join(", ", more));
        }
        if (whole.isEmpty()) {
            draft.open(
                    "maven.jar",
                    "'mvn package' makes no jar that holds a program with its dependencies and names its main class, as "
                            + "maven-shade-plugin does; until one does and 'maven.jar' names it, the build of a release fails");
        }
    }

    private void license(Repository repository) {
        List<Fact<String>> named = maven.licenses();
        if (named.size() > 1) {
            draft.open(
                    "license",
                    "the POM names "
                            + String.join(", ", named.stream().map(Fact::value).toList())
                            + "; write an SPDX expression, with OR where each is enough and AND where all hold");
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
