package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.jvm.GradleScript.Statement;
import dev.slipway.detect.jvm.GradleScript.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project of a Gradle build.
 *
 * @param path such as {@code :cli}; {@code :} for the root
 * @param name what its files are called; empty if nobody but a run knows
 * @param folder below the repository; empty for the root
 * @param statements those of its script, of conventions that it applies, and of what the root says about all
 * @param plugins its plugins, and where they are applied
 * @param versioned whether something gives it a version
 * @param java the Java that its statements ask for
 */
record GradleProject(
        String path,
        Optional<String> name,
        String folder,
        List<Statement> statements,
        Map<String, String> plugins,
        boolean versioned,
        GradleJava java) {
    private static final String NATIVE = "org.graalvm.buildtools.native";

    /** Plugins that apply it, too, are as good. */
    private static final Set<String> APPLICATION =
            Set.of("application", "io.micronaut.application", "io.micronaut.minimal.application");

    private static final Set<String> COMPILING = Set.of(NATIVE, "io.micronaut.application", "io.micronaut.graalvm");

    private static final Set<String> SHADOW =
            Set.of("com.gradleup.shadow", "com.github.johnrengelman.shadow", "io.github.goooler.shadow");

    /** Whether it may make programs of Kotlin that need no Java; below the root, a library for several platforms makes none. */
    boolean needsNoJava() {
        return plugins.containsKey("org.jetbrains.kotlin.multiplatform")
                && (path.equals(":")
                        || statements.stream()
                                .anyMatch(statement -> (statement.has("binaries") || statement.inside("binaries"))
                                        && (statement.has("executable") || statement.inside("executable"))));
    }

    /** What it makes, what can be shipped first. */
    List<Gradle.Made> programs(RepositoryFiles files) {
        List<Gradle.Made> found = new ArrayList<>();
        applied(APPLICATION).filter(any -> !withoutStarts()).ifPresent(plugin -> found.add(installed(plugin)));
        applied(SHADOW).ifPresent(plugin -> found.add(shadow(plugin)));
        applied(Set.of("org.springframework.boot")).ifPresent(plugin -> found.add(boot(plugin)));
        applied(Set.of("io.quarkus")).ifPresent(plugin -> found.add(quarkus(plugin, files)));
        applied(COMPILING).ifPresent(plugin -> found.add(compiled(new Fact<>(NATIVE, plugin.from()))));
        return found;
    }

    /** Whether nothing makes the scripts that start an installed program, because another task packs it. */
    private boolean withoutStarts() {
        return statements.stream()
                .anyMatch(statement -> Stream.of("startScripts", "installDist")
                                .anyMatch(task -> statement.has(task) || statement.inside(task))
                        && statement.has("enabled")
                        && statement.has("false"));
    }

    private Optional<Fact<String>> applied(Set<String> ids) {
        return plugins.entrySet().stream()
                .filter(plugin -> ids.contains(plugin.getKey()))
                .findFirst()
                .map(plugin -> new Fact<>(plugin.getKey(), plugin.getValue()));
    }

    private Gradle.Made shadow(Fact<String> plugin) {
        Optional<String> other = started();
        if (other.isPresent()) {
            return jar(plugin, other.get(), Optional.empty());
        }
        return main().isEmpty()
                ? made(
                        plugin,
                        "shadowJar",
                        "jar",
                        Optional.empty(),
                        "'shadowJar' creates one jar, but found no main class for it")
                : jar(plugin, "shadowJar", Optional.of("all"));
    }

    /** Another task of the type, if only the manifest of its jar has the main class. */
    private Optional<String> started() {
        List<Statement> manifests = statements.stream()
                .filter(statement -> statement.tokens().stream().anyMatch(GradleProject::isMainClass))
                .toList();
        boolean set = settings().anyMatch(statement -> statement.sets("mainClass") || statement.sets("mainClassName"));
        Set<Optional<String>> tasks = manifests.stream()
                .map(statement -> statement.blocks().stream()
                        .filter(block -> block.named("ShadowJar"))
                        .flatMap(block -> block.added().stream())
                        .findFirst())
                .collect(Collectors.toSet());
        return set || tasks.size() != 1 ? Optional.empty() : tasks.iterator().next();
    }

    private static boolean isMainClass(Token token) {
        return token.quoted() && token.text().equals("Main-Class");
    }

    private Gradle.Made boot(Fact<String> plugin) {
        return jar(plugin, "bootJar", Optional.empty());
    }

    /** A jar in {@code build/libs}, whose name is made of parts that each may be set. */
    private Gradle.Made jar(Fact<String> plugin, String task, Optional<String> usual) {
        List<Statement> own = statements.stream()
                .filter(statement -> statement.inside(task) || ofItsType(task, statement))
                .map(Statement::bare)
                .toList();
        Optional<String> moved =
                set(own, "destinationDirectory", "destinationDir").map(Fact::from);
        Optional<Fact<Optional<String>>> whole = set(own, "archiveFileName", "archiveName");
        String file;
        if (whole.isPresent()) {
            file = whole.get().value().orElse("*.jar");
        } else {
            Optional<String> base = set(own, "archiveBaseName", "baseName")
                    .map(Fact::value)
                    .or(() ->
                            set(statements, "archivesName", "archivesBaseName").map(Fact::value))
                    .orElse(name);
            Optional<Fact<Optional<String>>> version = set(own, "archiveVersion", "version");
            Optional<Fact<Optional<String>>> classifier = set(own, "archiveClassifier", "classifier");
            Optional<String> end = classifier.isPresent() ? classifier.get().value() : usual.or(() -> Optional.of(""));
            file = fileName(base, version.flatMap(Fact::value), end);
        }
        boolean told = !file.startsWith("*") && moved.isEmpty();
        String lack = told
                ? ""
                : "the build computes the name of the jar of '" + task + "'; set 'gradle.jar'"
                        + moved.map(place -> ", from " + place).orElse("");
        return made(plugin, task, "jar", told ? Optional.of("build/libs/" + file) : Optional.empty(), lack);
    }

    /** Whether it is for all tasks of the type that a plugin names its task after, such as {@code ShadowJar}. */
    private static boolean ofItsType(String task, Statement statement) {
        String type = task.substring(0, 1).toUpperCase(Locale.ROOT) + task.substring(1);
        return statement.blocks().stream().anyMatch(block -> block.named(type) && !block.adds());
    }

    private String fileName(Optional<String> base, Optional<String> version, Optional<String> classifier) {
        String start = base.orElse("*");
        boolean without = version.filter(String::isEmpty).isPresent();
        String middle = without ? "" : version.isPresent() ? "-" + version.get() : versioned ? "-*" : "*";
        if (classifier.isEmpty()) {
            return start + "*.jar";
        }
        return start + middle + (classifier.get().isEmpty() ? "" : "-" + classifier.get()) + ".jar";
    }

    private Gradle.Made installed(Fact<String> plugin) {
        List<Statement> distributions = statements.stream()
                .filter(statement -> statement.inside("distributions"))
                .map(Statement::bare)
                .toList();
        Optional<Fact<Optional<String>>> set = set(distributions, "distributionBaseName", "baseName")
                .or(() -> set(settings().toList(), "applicationName"));
        Optional<String> folder = set.isPresent() ? set.get().value() : name;
        return made(
                plugin,
                "installDist",
                "installed",
                folder.map(word -> "build/install/" + word),
                folder.isPresent() ? "" : "the build computes the folder of 'installDist'; set 'gradle.installed'");
    }

    private Gradle.Made quarkus(Fact<String> plugin, RepositoryFiles files) {
        boolean single = Stream.of(below("src/main/resources/application.properties"), "gradle.properties")
                .flatMap(file -> files.read(file).stream())
                .flatMap(source -> source.text().lines())
                .anyMatch(line -> line.replace(" ", "").matches("quarkus\\.package\\.(jar\\.)?type=uber-jar"));
        String file = name.orElse("*") + (versioned ? "-*" : "*") + "-runner.jar";
        return made(
                plugin,
                "quarkusBuild",
                "jar",
                single ? Optional.of("build/" + file) : Optional.empty(),
                single
                        ? ""
                        : "'quarkusBuild' creates the folder build/quarkus-app; with "
                                + "quarkus.package.jar.type=uber-jar, it creates one jar");
    }

    private Gradle.Made compiled(Fact<String> plugin) {
        Optional<Fact<Optional<String>>> set = set(
                statements.stream()
                        .filter(statement -> statement.inside("graalvmNative"))
                        .map(Statement::bare)
                        .toList(),
                "imageName");
        Optional<String> file = set.isPresent() ? set.get().value() : name;
        return made(
                plugin,
                "nativeCompile",
                "native",
                file.map(word -> "build/native/nativeCompile/" + word),
                "'nativeCompile' compiles it with GraalVM; 'gradle.native: "
                        + below("build/native/nativeCompile/" + file.orElse("<name>"))
                        + "' releases that, also for macOS and Windows");
    }

    private Gradle.Made made(Fact<String> plugin, String task, String key, Optional<String> file, String lack) {
        return new Gradle.Made(
                new JavaProgram(
                        name.orElse(path),
                        folder,
                        plugin,
                        main(),
                        file.map(place -> new Fact<>(below(place), plugin.from())),
                        "",
                        lack),
                path.equals(":") ? task : path + ":" + task,
                key,
                java);
    }

    private String below(String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    /** What it says of the program, and not of a task. */
    private Stream<Statement> settings() {
        return statements.stream()
                .filter(statement -> statement.inside("application")
                        || statement.blocks().isEmpty()
                        || statement.inside("springBoot"));
    }

    /** The class that starts the program: from the settings of plugins, or from a manifest. */
    private Optional<Fact<String>> main() {
        Stream<Fact<String>> told = settings()
                .filter(Statement::certain)
                .flatMap(statement -> Stream.of("mainClass", "mainClassName")
                        .filter(statement::sets)
                        .map(key -> new Fact<>(statement.literal(key).orElse(""), statement.place())));
        Stream<Fact<String>> manifest = statements.stream().flatMap(statement -> {
            List<Token> tokens = statement.tokens();
            for (int at = 0; at < tokens.size(); at++) {
                if (isMainClass(tokens.get(at))) {
                    return tokens.subList(at + 1, tokens.size()).stream()
                            .filter(Token::quoted)
                            .limit(1)
                            .map(value -> new Fact<>(value.literal() ? value.text() : "", statement.place()));
                }
            }
            return Stream.empty();
        });
        return Stream.concat(told, manifest).findFirst();
    }

    /** What the last of some statements gives to a name: a text, or something that the script computes. */
    private static Optional<Fact<Optional<String>>> set(List<Statement> from, String... names) {
        Optional<Fact<Optional<String>>> last = Optional.empty();
        for (Statement statement : from) {
            for (String name : names) {
                if (statement.sets(name)) {
                    last = Optional.of(new Fact<>(
                            statement.certain() ? statement.literal(name) : Optional.empty(), statement.place()));
                }
            }
        }
        return last;
    }

    /** The plugins that some statements apply. */
    static Map<String, String> plugins(List<Statement> statements, GradleCatalog catalog) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Statement statement : statements) {
            boolean listed = statement.in("plugins");
            boolean applied = !statement.tokens().isEmpty()
                    && statement.tokens().get(0).is("apply")
                    && statement.has("plugin")
                    && statement.certain();
            if (listed && !withheld(statement.tokens())) {
                id(statement.tokens(), catalog).ifPresent(id -> found.putIfAbsent(id, statement.place()));
            } else if (applied) {
                statement.literals().stream().limit(1).forEach(id -> found.putIfAbsent(id, statement.place()));
            }
        }
        return found;
    }

    /** {@code apply false} makes a plugin known and does not apply it. */
    private static boolean withheld(List<Token> tokens) {
        boolean applies = false;
        for (Token token : tokens) {
            if (applies && token.is("false")) {
                return true;
            }
            applies = applies || token.is("apply");
        }
        return false;
    }

    private static Optional<String> id(List<Token> tokens, GradleCatalog catalog) {
        Token first = tokens.get(0);
        Optional<String> text =
                tokens.stream().filter(Token::literal).map(Token::text).findFirst();
        if (first.is("id")) {
            return text;
        }
        if (first.is("kotlin")) {
            return text.map(part -> "org.jetbrains.kotlin." + part);
        }
        if (first.is("alias")) {
            return catalog.plugin(tokens);
        }
        return first.word() ? Optional.of(first.text()) : Optional.empty();
    }
}
