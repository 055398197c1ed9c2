package dev.slipway.detect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads what a Maven project says about its release. */
record MavenReader(RepositoryFiles files, Pom pom, String file) {
    private static final List<String> BUNDLERS = List.of(
            "maven-shade-plugin",
            "spring-boot-maven-plugin",
            "quarkus-maven-plugin",
            "appassembler-maven-plugin",
            "native-maven-plugin",
            "maven-assembly-plugin");

    Maven read() {
        return new Maven(
                fact("artifactId"),
                fact("version").or(() -> fact("parent", "version")),
                fact("packaging").orElse(new Fact<>("jar", "the default packaging of Maven")),
                fact("name"),
                fact("description"),
                mainClass(),
                bundler(),
                fact("build", "finalName"),
                javaRelease(),
                fact("licenses", "license", "name"),
                fact("scm", "url").or(() -> fact("url")),
                pom.texts("modules", "module"),
                files.has("mvnw"));
    }

    private Optional<Fact<String>> fact(String... path) {
        return pom.text(path).map(text -> new Fact<>(text, file + " <" + String.join("><", path) + ">"));
    }

    private Optional<Fact<String>> mainClass() {
        return pom.plugins().stream()
                .flatMap(plugin -> Stream.concat(
                                Pom.descendants(plugin, "mainClass").stream(),
                                Pom.descendants(plugin, "Main-Class").stream())
                        .map(element -> new Fact<>(pom.content(element), file + " " + name(plugin) + " <mainClass>")))
                .filter(fact -> !fact.value().contains("${") && !fact.value().isEmpty())
                .findFirst()
                .or(() -> fact("properties", "exec.mainClass"))
                .or(() -> fact("properties", "main.class"))
                .or(() -> fact("properties", "mainClass"));
    }

    private Optional<Fact<String>> bundler() {
        List<String> used = pom.plugins().stream().map(this::name).toList();
        return BUNDLERS.stream().filter(used::contains).findFirst().map(name -> new Fact<>(name, file + " <plugin>"));
    }

    private Optional<Fact<String>> javaRelease() {
        return fact("properties", "maven.compiler.release")
                .or(() -> compiler("release"))
                .or(() -> fact("properties", "java.version"))
                .or(() -> fact("properties", "maven.compiler.target"))
                .or(() -> compiler("target"))
                .or(() -> fact("properties", "maven.compiler.source"))
                .map(fact -> fact.map(version -> version.replaceFirst("^1\\.(?=\\d)", "")));
    }

    private Optional<Fact<String>> compiler(String key) {
        return pom.plugins().stream()
                .filter(plugin -> name(plugin).equals("maven-compiler-plugin"))
                .flatMap(plugin -> Pom.child(plugin, "configuration").stream())
                .flatMap(configuration -> Pom.child(configuration, key).stream())
                .map(element -> new Fact<>(pom.content(element), file + " maven-compiler-plugin <" + key + ">"))
                .findFirst();
    }

    private String name(Element plugin) {
        return Pom.child(plugin, "artifactId").map(pom::content).orElse("");
    }
}
