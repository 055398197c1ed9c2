package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What the plugins of a module make that people can run: each names its files by rules of its own. */
record MavenPrograms(RepositoryFiles files, Pom module) {
    private static final String JAR = "maven-jar-plugin";

    /** All of them, those that can be shipped first. */
    List<JavaProgram> found() {
        List<PomPlugin> plugins = PomPlugin.of(module);
        List<JavaProgram> found = new ArrayList<>();
        for (PomPlugin plugin : plugins) {
            for (PomPlugin.Execution execution : plugin.executions()) {
                if (!execution.is("skip", false)) {
                    made(execution).ifPresent(found::add);
                }
            }
        }
        if (found.isEmpty() && packaging().equals("jar")) {
            plain(plugins).ifPresent(found::add);
        }
        return Stream.concat(
                        found.stream().filter(JavaProgram::whole),
                        found.stream().filter(program -> !program.whole()))
                .distinct()
                .toList();
    }

    private String packaging() {
        return module.own("packaging").map(Fact::value).orElse("jar");
    }

    private Optional<JavaProgram> made(PomPlugin.Execution execution) {
        String name = execution.plugin().name();
        if (packaging().equals("pom") && !name.equals("maven-assembly-plugin")) {
            return Optional.empty();
        }
        return switch (name) {
            case "maven-shade-plugin" -> shaded(execution);
            case "maven-assembly-plugin" -> assembled(execution);
            case "spring-boot-maven-plugin" -> boot(execution);
            case "quarkus-maven-plugin" -> quarkus(execution);
            case "appassembler-maven-plugin" ->
                execution.does("assemble") || execution.does("create-repository")
                        ? folder(execution, "the folder target/appassembler, with scripts that need Java")
                        : Optional.empty();
            case "native-maven-plugin" -> compiled(execution);
            case "jib-maven-plugin" -> folder(execution, "an image, not a jar");
            default -> Optional.empty();
        };
    }

    /** See {@code ShadeMojo}: an attached jar has the version in its name whatever the final name is. */
    private Optional<JavaProgram> shaded(PomPlugin.Execution execution) {
        Optional<Fact<String>> main = execution.mainClass().or(this::manifest);
        if (!execution.does("shade") || main.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named = execution.text("outputFile");
        String file;
        if (named.isPresent()) {
            file = named.get();
        } else if (execution.text("finalName").isPresent()) {
            file = target(execution) + execution.text("finalName").get() + ".jar";
        } else if (execution.is("shadedArtifactAttached", false)) {
            file = target(execution)
                    + execution.text("shadedArtifactId").orElse(module.artifact()) + "-${project.version}-"
                    + execution.text("shadedClassifierName").orElse("shaded") + ".jar";
        } else {
            file = target(execution) + "${project.build.finalName}.jar";
        }
        return jar(execution, main, file);
    }

    private Optional<JavaProgram> assembled(PomPlugin.Execution execution) {
        Optional<Fact<String>> main = execution.mainClass();
        if (!execution.does("single")) {
            return execution.goals().isEmpty() && main.isPresent()
                    ? folder(execution, "a jar only if it is called explicitly: no <execution> has the goal 'single'")
                    : Optional.empty();
        }
        String ending = "jar-with-dependencies";
        if (!execution.texts("descriptorRef").contains(ending)) {
            List<String> refs = execution.texts("descriptorRef").stream()
                    .filter(ref -> !ref.matches("bin|src|project"))
                    .toList();
            Optional<Element> own = descriptor(execution, refs);
            if (own.isEmpty() && !refs.isEmpty() && main.isPresent()) {
                return folder(execution, "what the descriptor '" + refs.get(0) + "' says, which was not found");
            }
            List<String> formats = own.map(element -> Pom.descendants(element, "format").stream()
                            .map(Pom::raw)
                            .toList())
                    .orElse(List.of());
            if (!formats.contains("jar")) {
                return formats.isEmpty()
                        ? Optional.empty()
                        : folder(execution, String.join(", ", formats) + ", but no jar with everything");
            }
            ending = own.flatMap(element -> Pom.child(element, "id"))
                    .map(Pom::raw)
                    .orElse("");
        }
        String suffix = execution.is("appendAssemblyId", true) && !ending.isEmpty() ? "-" + ending : "";
        return main.isEmpty()
                ? Optional.empty()
                : jar(
                        execution,
                        main,
                        target(execution) + execution.text("finalName").orElse("${project.build.finalName}") + suffix
                                + ".jar");
    }

    /** A file of the module, or one that a module of the build has for all. */
    private Optional<Element> descriptor(PomPlugin.Execution execution, List<String> refs) {
        Stream<String> named = execution.texts("descriptor").stream()
                .filter(path -> !path.contains("${"))
                .map(module::below);
        Stream<String> shared = refs.stream()
                .filter(ref -> ref.matches("[A-Za-z0-9_.-]{1,100}"))
                .flatMap(ref -> Stream.concat(
                                Stream.of("."), files.list(".").stream().filter(files::hasDirectory))
                        .map(folder -> folder + "/src/main/resources/assemblies/" + ref + ".xml"))
                .map(RepositoryFiles::plain)
                .filter(files::has);
        return Stream.concat(named, shared)
                .flatMap(path -> files.read(path).stream())
                .flatMap(source -> {
                    try {
                        return Stream.of(Pom.read(source));
                    } catch (Pom.Broken broken) {
                        return Stream.empty();
                    }
                })
                .findFirst();
    }

    /** The parent that Spring offers has the goal; elsewhere the plugin only starts programs unless it is asked for more. */
    private Optional<JavaProgram> boot(PomPlugin.Execution execution) {
        List<Pom> line = module.line();
        boolean offered = line.get(line.size() - 1)
                .own("parent", "artifactId")
                .filter(name -> name.value().equals("spring-boot-starter-parent"))
                .isPresent();
        if (!execution.does("repackage") && !(offered && execution.goals().isEmpty())) {
            return Optional.empty();
        }
        Optional<Fact<String>> main = execution.mainClass().or(() -> module.setting("start-class"));
        String packaging = packaging();
        String file = target(execution) + execution.text("finalName").orElse("${project.build.finalName}")
                + execution.text("classifier").map(word -> "-" + word).orElse("") + "." + packaging;
        return switch (packaging) {
            case "jar" -> jar(execution, main, file);
            case "war" -> folder(execution, "a war");
            default -> Optional.empty();
        };
    }

    private Optional<JavaProgram> quarkus(PomPlugin.Execution execution) {
        if (!execution.does("build")) {
            return Optional.empty();
        }
        boolean single = Stream.of("quarkus.package.jar.type", "quarkus.package.type", "quarkus.package.uber-jar")
                .flatMap(key -> quarkusSetting(key).stream())
                .anyMatch(value -> value.equals("uber-jar") || value.equals("true"));
        return single
                ? jar(
                        execution,
                        Optional.empty(),
                        target(execution)
                                + quarkusSetting("quarkus.package.output-name").orElse("${project.build.finalName}")
                                + (quarkusSetting("quarkus.package.jar.add-runner-suffix")
                                                .or(() -> quarkusSetting("quarkus.package.add-runner-suffix"))
                                                .filter("false"::equals)
                                                .isPresent()
                                        ? ""
                                        : quarkusSetting("quarkus.package.runner-suffix")
                                                .orElse("-runner"))
                                + ".jar")
                : folder(
                        execution,
                        "the folder target/quarkus-app; with quarkus.package.jar.type=uber-jar, it creates one jar");
    }

    private Optional<String> quarkusSetting(String key) {
        return module.setting(key)
                .map(Fact::value)
                .or(() -> files.read(module.below("src/main/resources/application.properties"))
                        .flatMap(source -> source.text()
                                .lines()
                                .map(line -> line.split("[=:]", 2))
                                .filter(parts ->
                                        parts.length == 2 && parts[0].strip().equals(key))
                                .map(parts -> parts[1].strip())
                                .findFirst()));
    }

    private Optional<JavaProgram> compiled(PomPlugin.Execution execution) {
        if (execution.goals().isEmpty() && execution.plugin().profile().isEmpty()) {
            return Optional.empty();
        }
        String file = target(execution) + execution.text("imageName").orElse("${project.artifactId}");
        return Optional.of(new JavaProgram(
                module.artifact(),
                module.folder(),
                plugin(execution),
                execution.mainClass(),
                place(execution, file),
                execution.plugin().profile(),
                execution.plugin().profile().equals("native")
                        ? "'mvn -Pnative package' compiles it with GraalVM, and 'maven.native' releases the result"
                        : "it is compiled with GraalVM, which 'maven.native' supports in a profile named 'native'"));
    }

    /** A jar with a main class and nothing in it but the module: whole only if it needs nothing else. */
    private Optional<JavaProgram> plain(List<PomPlugin> plugins) {
        return plugins.stream()
                .filter(plugin -> plugin.name().equals(JAR))
                .flatMap(plugin -> plugin.executions().stream())
                .filter(execution -> execution.mainClass().isPresent())
                .findFirst()
                .flatMap(execution -> {
                    String file = target(execution) + "${project.build.finalName}"
                            + execution
                                    .text("classifier")
                                    .map(word -> "-" + word)
                                    .orElse("") + ".jar";
                    return needsOthers()
                            ? folder(
                                    execution,
                                    execution.mainClass(),
                                    "a jar without its dependencies, which no plugin adds")
                            : jar(execution, execution.mainClass(), file);
                });
    }

    private Optional<Fact<String>> manifest() {
        return PomPlugin.of(module).stream()
                .filter(plugin -> plugin.name().equals(JAR) && plugin.profile().isEmpty())
                .flatMap(plugin -> plugin.executions().stream())
                .flatMap(execution -> execution.mainClass().stream())
                .findFirst();
    }

    private boolean needsOthers() {
        return module.line().stream()
                .flatMap(pom -> Pom.child(pom.project(), "dependencies").stream())
                .flatMap(all -> Pom.children(all, "dependency").stream())
                .anyMatch(one -> !Pom.child(one, "scope")
                        .map(module::content)
                        .filter(scope -> scope.equals("test") || scope.equals("provided"))
                        .isPresent());
    }

    private String target(PomPlugin.Execution execution) {
        return execution.text("outputDirectory").orElse("${project.build.directory}") + "/";
    }

    private static Fact<String> plugin(PomPlugin.Execution execution) {
        return execution.fact(execution.plugin().name());
    }

    private Optional<JavaProgram> folder(PomPlugin.Execution execution, String lack) {
        return folder(execution, execution.mainClass(), lack);
    }

    private Optional<JavaProgram> folder(PomPlugin.Execution execution, Optional<Fact<String>> main, String lack) {
        return Optional.of(new JavaProgram(
                module.artifact(),
                module.folder(),
                plugin(execution),
                main,
                Optional.empty(),
                execution.plugin().profile(),
                execution.plugin().name() + " creates " + lack + during(execution)));
    }

    private Optional<JavaProgram> jar(PomPlugin.Execution execution, Optional<Fact<String>> main, String file) {
        Optional<Fact<String>> place = place(execution, file);
        String lack = place.isEmpty()
                ? "could not read where " + execution.plugin().name() + " writes the jar: " + module.fill(file)
                : "";
        return Optional.of(new JavaProgram(
                module.artifact(),
                module.folder(),
                plugin(execution),
                main,
                place,
                execution.plugin().profile(),
                lack));
    }

    private static String during(PomPlugin.Execution execution) {
        String profile = execution.plugin().profile();
        return profile.isEmpty()
                ? ""
                : ", but only with the profile '" + profile + "', which 'mvn package' does not activate";
    }

    /** A path below the repository, in which {@code *} stands for the version and for what only a run knows. */
    private Optional<Fact<String>> place(PomPlugin.Execution execution, String file) {
        String filled = module.anyVersion().fill(file);
        String version = module.version().map(Fact::value).orElse("");
        if (version.contains(".") && !version.contains("${")) {
            filled = filled.replace(version, "*");
        }
        String path =
                RepositoryFiles.plain(filled.replaceAll("\\$\\{[^}]*+}", "*").replaceAll("\\*++", "*"));
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean told =
                !name.startsWith("*") && path.indexOf('*') >= path.length() - name.length() || !path.contains("*");
        return told && !filled.startsWith("/") ? Optional.of(execution.fact(module.below(path))) : Optional.empty();
    }
}
