package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads what a Maven project says about its release. */
public final class MavenReader {
    private static final Pattern SPDX_PAGE = Pattern.compile(
            "https?://(?:www\\.)?(?:opensource\\.org/licenses?|spdx\\.org/licenses)/([A-Z][A-Za-z0-9.+-]{0,60}?)(?:\\.html|\\.php)?/?");
    private static final Pattern APACHE =
            Pattern.compile("https?://(?:www\\.)?apache\\.org/licenses/LICENSE-2\\.0(?:\\.txt|\\.html)?");
    private static final Pattern DISTRIBUTION = Pattern.compile("apache-maven-([0-9][0-9A-Za-z.-]{0,30}?)-bin\\.");

    private final RepositoryFiles files;
    private final List<Pom> modules;
    private final Pom root;
    private final PomTree tree;

    private MavenReader(RepositoryFiles files, PomTree tree, List<Pom> modules) {
        this.files = files;
        this.tree = tree;
        this.modules = modules;
        this.root = modules.get(0);
    }

    /** Reads the build at the root; nothing if there is none that can be read. */
    public static Optional<Maven> read(RepositoryFiles files, Consumer<Finding> findings) {
        if (!files.has(PomTree.FILE)) {
            return Optional.empty();
        }
        PomTree tree = new PomTree(files);
        List<Pom> modules = tree.modules();
        tree.findings().forEach(findings);
        return modules.isEmpty() ? Optional.empty() : Optional.of(new MavenReader(files, tree, modules).maven());
    }

    private Maven maven() {
        return new Maven(
                root.own("artifactId"),
                root.version(),
                root.inherited("description"),
                javaRelease(),
                licenses(),
                root.inherited("scm", "url").or(() -> root.inherited("url")),
                modules.stream()
                        .flatMap(module -> new MavenPrograms(files, module).found().stream())
                        .toList(),
                tree.optional(),
                wrapper(),
                Optional.empty());
    }

    private List<Fact<String>> licenses() {
        return root.line().stream()
                .flatMap(pom -> Pom.child(pom.project(), "licenses").stream())
                .findFirst()
                .map(all -> Pom.children(all, "license").stream()
                        .map(license -> new Fact<>(identifier(license), root.file() + " <licenses>"))
                        .toList())
                .orElse(List.of());
    }

    /** The name if it is an identifier; the page of a license that has one says it as well. */
    private String identifier(Element license) {
        String name = Pom.child(license, "name").map(root::content).orElse("");
        String page = Pom.child(license, "url").map(root::content).orElse("");
        Matcher spdx = SPDX_PAGE.matcher(page);
        if (!name.isEmpty() && !name.contains(" ")) {
            return name;
        }
        if (page.contains("opensource.org/licenses/mit-license")) {
            return "MIT";
        }
        return APACHE.matcher(page).matches() ? "Apache-2.0" : spdx.matches() ? spdx.group(1) : name;
    }

    /** One JDK builds all modules, so it is the newest that any of them needs. */
    private Optional<Fact<String>> javaRelease() {
        List<Fact<String>> found = new ArrayList<>();
        for (Pom module : modules) {
            List<PomPlugin> plugins = PomPlugin.of(module).stream()
                    .filter(plugin -> plugin.profile().isEmpty())
                    .toList();
            compiled(module, plugins).ifPresent(found::add);
            required(plugins).forEach(found::add);
        }
        return found.stream()
                .map(fact -> fact.map(version -> version.replaceFirst("^1\\.(?=\\d)", "")))
                .filter(fact -> fact.value().matches("[1-9][0-9]?"))
                .max(Comparator.comparing(fact -> Integer.parseInt(fact.value())));
    }

    private static Optional<Fact<String>> compiled(Pom module, List<PomPlugin> plugins) {
        return module.setting("maven.compiler.release")
                .or(() -> compiler(plugins, "release"))
                .or(() -> module.setting("java.version"))
                .or(() -> module.setting("maven.compiler.target"))
                .or(() -> compiler(plugins, "target"))
                .or(() -> module.setting("maven.compiler.source"));
    }

    private static Optional<Fact<String>> compiler(List<PomPlugin> plugins, String key) {
        return plugins.stream()
                .filter(plugin -> plugin.name().equals("maven-compiler-plugin"))
                .flatMap(plugin -> plugin.executions().stream())
                .flatMap(execution -> execution.text(key).stream()
                        .map(value ->
                                new Fact<>(value, execution.plugin().file() + " maven-compiler-plugin <" + key + ">")))
                .findFirst();
    }

    /** What maven-enforcer-plugin stops the build for: a version, or the lower end of a range. */
    private static Stream<Fact<String>> required(List<PomPlugin> plugins) {
        return plugins.stream()
                .filter(plugin -> plugin.name().equals("maven-enforcer-plugin"))
                .flatMap(plugin -> plugin.executions().stream())
                .flatMap(execution -> execution.text("rules", "requireJavaVersion", "version").stream()
                        .map(range -> new Fact<>(
                                range.replaceFirst("^[\\[(]?((?:1\\.)?[0-9]{1,2}).*", "$1"),
                                execution.plugin().file() + " <requireJavaVersion>")));
    }

    private Optional<Fact<String>> wrapper() {
        String file = ".mvn/wrapper/maven-wrapper.properties";
        return files.read(file).flatMap(source -> {
            Matcher found = DISTRIBUTION.matcher(source.text());
            return found.find() ? Optional.of(new Fact<>(found.group(1), file)) : Optional.empty();
        });
    }
}
