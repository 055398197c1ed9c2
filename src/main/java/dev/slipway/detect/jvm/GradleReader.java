package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.jvm.GradleScript.Statement;
import dev.slipway.detect.jvm.GradleScript.Token;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a Gradle build says about its release, and runs none of it. */
public final class GradleReader {
    private static final List<String> ENDINGS = List.of(".gradle.kts", ".gradle");
    private static final Pattern DISTRIBUTION =
            Pattern.compile("gradle-([0-9][0-9A-Za-z.+-]{0,40}?)-(?:bin|all)\\.zip");
    private static final Pattern CHECKSUM = Pattern.compile("(?m)^distributionSha256Sum=([0-9a-f]{64})\\s*$");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^version[ \\t]*[=:][ \\t]*\\S");
    private static final int MOST = 1_000;

    private final RepositoryFiles files;
    private final GradleCatalog catalog;
    private final Map<String, GradleScript> scripts = new LinkedHashMap<>();
    private final Set<Fact<String>> untold = new LinkedHashSet<>();
    private final List<String> builds = new ArrayList<>(List.of("buildSrc"));
    private final Map<String, String> moved = new LinkedHashMap<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private List<Statement> shared = List.of();
    private boolean multiplatform;

    private GradleReader(RepositoryFiles files) {
        this.files = files;
        this.catalog = GradleCatalog.read(files);
    }

    /** Reads the build at the root; nothing if there is none. */
    public static Optional<Gradle> read(RepositoryFiles files) {
        boolean there = Stream.of("build", "settings")
                .flatMap(name -> ENDINGS.stream().map(ending -> name + ending))
                .anyMatch(files::has);
        return there ? Optional.of(new GradleReader(files)).flatMap(GradleReader::runsOnJava) : Optional.empty();
    }

    /** Nothing for a build of Kotlin that makes programs only without Java. */
    private Optional<Gradle> runsOnJava() {
        Gradle gradle = gradle();
        return Optional.of(gradle).filter(build -> !build.programs().isEmpty() || !multiplatform);
    }

    private Gradle gradle() {
        List<Statement> settings = script("settings");
        Map<String, String> names = names(settings);
        shared = script("build").stream()
                .filter(statement -> !statement.blocks().isEmpty() && shared(statement))
                .limit(MOST)
                .toList();
        List<GradleProject> projects = names.entrySet().stream()
                .map(project -> project(
                        project.getKey(), Optional.of(project.getValue()).filter(name -> !name.isEmpty())))
                .toList();
        multiplatform = projects.stream().anyMatch(GradleProject::needsNoJava);
        List<Gradle.Made> programs = projects.stream()
                .flatMap(project -> project.programs(files).stream())
                .toList();
        List<Statement> all = scripts.values().stream()
                .flatMap(script -> script.statements().stream())
                .toList();
        Optional<SourceText> wrapper = files.read("gradle/wrapper/gradle-wrapper.properties");
        return new Gradle(
                wrapper.flatMap(source -> first(DISTRIBUTION, source)),
                files.has("gradlew"),
                wrapper.flatMap(source -> first(CHECKSUM, source)),
                GradleJava.of(all, catalog),
                programs,
                all.stream()
                        .flatMap(statement -> statement.blocks().stream()
                                .flatMap(block -> block.packs().stream())
                                .map(task -> new Fact<>(task, statement.place())))
                        .collect(Collectors.toMap(
                                Fact::value, fact -> fact, (first, second) -> first, LinkedHashMap::new))
                        .values()
                        .stream()
                        .limit(MOST)
                        .toList(),
                List.copyOf(untold),
                Optional.empty());
    }

    private static Optional<Fact<String>> first(Pattern pattern, SourceText source) {
        Matcher found = pattern.matcher(source.text());
        return found.find() ? Optional.of(new Fact<>(found.group(1), source.name())) : Optional.empty();
    }

    /** The projects by their path, each with its name; that of the root may be known to nobody but a run. */
    private Map<String, String> names(List<Statement> settings) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(":", "");
        for (Statement statement : settings) {
            if (statement.has("name") && statement.tokens().get(0).is("rootProject")) {
                names.put(":", statement.literals().stream().findFirst().orElse(""));
            } else if (statement.tokens().get(0).is("includeBuild")) {
                builds.addAll(statement.literals());
            } else if (statement.tokens().get(0).is("include")) {
                include(statement, names);
            } else if (statement.has("projectDir")) {
                move(statement);
            } else if (statement.names()) {
                rename(statement);
            }
        }
        return names;
    }

    private void include(Statement statement, Map<String, String> names) {
        List<Token> texts = statement.tokens().stream().filter(Token::quoted).toList();
        if (!statement.certain() || texts.isEmpty() || !texts.stream().allMatch(Token::literal)) {
            untold.add(new Fact<>("which projects the build includes", statement.place()));
        }
        for (Token text : texts) {
            String path = ":";
            for (String part : text.text().split("[:/]")) { // each project above one is included with it
                if (text.literal() && !part.isEmpty() && names.size() < MOST) {
                    path = path.equals(":") ? ":" + part : path + ":" + part;
                    names.putIfAbsent(path, part);
                }
            }
        }
    }

    private void move(Statement statement) {
        List<String> texts = statement.tokens().stream()
                .filter(Token::quoted)
                .map(token -> token.literal() ? token.text() : belowRoot(token.text()))
                .toList();
        if (texts.size() == 2 && texts.get(0).startsWith(":") && texts.stream().noneMatch(text -> text.contains("$"))) {
            moved.put(texts.get(0), RepositoryFiles.plain(texts.get(1)));
        } else {
            untold.add(new Fact<>("the folder of a project", statement.place()));
        }
    }

    /** A project gets another name, and with it another path. */
    private void rename(Statement statement) {
        List<String> literals = statement.literals();
        boolean told = literals.size() == 2
                && literals.get(0).startsWith(":")
                && statement.certain()
                && statement.tokens().get(statement.tokens().size() - 2).is("=");
        if (told) {
            renamed.put(literals.get(0), literals.get(1));
        } else {
            untold.add(new Fact<>("the name of a project", statement.place()));
        }
    }

    private GradleProject project(String included, Optional<String> first) {
        String folder = moved.getOrDefault(included, included.substring(1).replace(':', '/'));
        Optional<String> name = Optional.ofNullable(renamed.get(included)).or(() -> first);
        String path = renamed.containsKey(included)
                ? included.substring(0, included.lastIndexOf(':') + 1) + renamed.get(included)
                : included;
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : shared) {
            if (about(statement, path)) {
                statements.add(statement.unwrapped());
            }
        }
        List<Statement> own = script(folder.isEmpty() ? "build" : folder + "/build");
        if (own.isEmpty() && !folder.isEmpty()) {
            own = script(folder + "/" + included.substring(included.lastIndexOf(':') + 1));
        }
        own.stream()
                .filter(statement -> statement.blocks().isEmpty() || !shared(statement))
                .forEach(statements::add);
        statements.addAll(applied(statements));
        Map<String, String> plugins = withConventions(statements);
        boolean versioned = statements.stream()
                        .anyMatch(statement -> statement.blocks().isEmpty() && statement.sets("version"))
                || Stream.of("gradle.properties", folder + "/gradle.properties")
                        .flatMap(file -> files.read(file).stream())
                        .anyMatch(source -> PROPERTY.matcher(source.text()).find());
        return new GradleProject(
                path, name, folder, statements, plugins, versioned, GradleJava.of(statements, catalog));
    }

    /** The scripts that {@code apply from} names by a path from the root. */
    private List<Statement> applied(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.tokens().get(0).is("apply") && statement.has("from"))
                .flatMap(statement -> statement.tokens().stream().filter(Token::quoted))
                .map(token -> belowRoot(token.text()))
                .filter(path -> !path.contains("$") && !path.contains(":"))
                .flatMap(path -> ENDINGS.stream()
                        .filter(path::endsWith)
                        .limit(1)
                        .flatMap(ending -> script(path.substring(0, path.length() - ending.length())).stream()))
                .limit(MOST)
                .toList();
    }

    /** A path without the folder of the root in front. */
    private static String belowRoot(String path) {
        return path.replaceFirst(
                "^\\$(?:(?:rootDir|settingsDir|rootProject\\.projectDir)|\\{(?:rootDir|settingsDir|rootProject\\.projectDir|settings\\.settingsDir)})/",
                "");
    }

    /** A block at the top of the root's script that speaks of other projects. */
    private static boolean shared(Statement statement) {
        GradleScript.Block first = statement.blocks().get(0);
        return first.named("allprojects") || first.named("subprojects") || begins(first);
    }

    private static boolean about(Statement statement, String path) {
        GradleScript.Block first = statement.blocks().get(0);
        return first.named("allprojects")
                || first.named("subprojects") && !path.equals(":")
                || begins(first) && first.named(path);
    }

    private static boolean begins(GradleScript.Block block) {
        return !block.head().isEmpty() && block.head().get(0).is("project");
    }

    /** The plugins of a project, with those that plugins of the build's own apply; their statements are added. */
    private Map<String, String> withConventions(List<Statement> statements) {
        Map<String, String> plugins = new LinkedHashMap<>();
        List<Map.Entry<String, String>> open =
                new ArrayList<>(GradleProject.plugins(statements, catalog).entrySet());
        for (int at = 0; at < open.size() && at < MOST; at++) {
            Map.Entry<String, String> plugin = open.get(at);
            if (plugins.putIfAbsent(plugin.getKey(), plugin.getValue()) == null) {
                List<Statement> convention = convention(plugin.getKey());
                statements.addAll(convention);
                open.addAll(GradleProject.plugins(convention, catalog).entrySet());
                if (convention.isEmpty() && ownMaking(plugin.getKey()) && unread.add(plugin.getKey())) {
                    untold.add(new Fact<>(
                            "what the build's own plugin '" + plugin.getKey() + "' does", plugin.getValue()));
                }
            }
        }
        return plugins;
    }

    private List<Statement> convention(String plugin) {
        return builds.stream()
                .flatMap(build -> Stream.concat(
                        Stream.of(build), files.list(build).stream().map(name -> build + "/" + name)))
                .flatMap(build ->
                        Stream.of("kotlin", "groovy").map(language -> build + "/src/main/" + language + "/" + plugin))
                .map(this::script)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> found.subList(0, Math.min(MOST, found.size()))) // many projects may apply it
                .orElse(List.of());
    }

    /** Gradle's own plugins are words without a dot, as well; those that somebody publishes have one. */
    private boolean ownMaking(String plugin) {
        boolean published = plugin.contains(".");
        return !published
                && builds.stream().anyMatch(files::hasDirectory)
                && !plugin.matches(
                        "application|java|java-.*|groovy|scala|war|ear|base|distribution|maven-publish|ivy-publish|signing|idea|eclipse|jacoco|checkstyle|pmd|antlr|kotlin-dsl|codenarc|project-report|build-dashboard|.*-report.*|version-catalog|test-.*|jvm-.*");
    }

    /** The statements of a script, of either language; none if it is not there. */
    private List<Statement> script(String name) {
        return ENDINGS.stream()
                .map(ending -> RepositoryFiles.plain(name + ending))
                .flatMap(file -> {
                    GradleScript known = scripts.get(file);
                    if (known == null && scripts.size() < MOST) {
                        known = files.has(file)
                                ? files.read(file).map(GradleScript::read).orElse(new GradleScript(List.of()))
                                : new GradleScript(List.of());
                        scripts.put(file, known);
                    }
                    return known == null ? Stream.empty() : known.statements().stream();
                })
                .toList();
    }
}
