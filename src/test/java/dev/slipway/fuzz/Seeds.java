package dev.slipway.fuzz;

import dev.slipway.Examples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What inputs are made from: the examples of this repository, and the files by which the rules are tested. */
final class Seeds {
    private static final Path RULES = Path.of("src/test/resources/dev/slipway/lint");
    private static final Path TEMPLATES = Path.of("templates");

    private static final String WORKFLOW = """
            on: { push: { tags: ['v*'] } }
            jobs:
              build:
                runs-on: ${{ matrix.os }}
                strategy: { matrix: { os: [ubuntu-latest, macos-14], target: [x86_64-unknown-linux-gnu] } }
                steps:
                  - uses: actions/checkout@v4
                  - run: cargo build --release --target ${{ matrix.target }}
                  - run: |
                      VERSION=${GITHUB_REF#refs/tags/v}
                      tar -czf tool-$VERSION-${{ matrix.target }}.tar.gz -C target/release tool
                  - uses: softprops/action-gh-release@v2
                    with: { files: tool-*.tar.gz }
            """;

    /** Repositories without a config, by the names of their files. */
    static final Map<String, Map<String, String>> REPOSITORIES = Map.of(
            "rust",
            Map.of(
                    "Cargo.toml",
                    """
                    [workspace]
                    members = ["crates/*"]
                    exclude = ["crates/old"]
                    [package]
                    name = "tool"
                    version = "1.2.3"
                    edition = "2021"
                    rust-version = "1.80"
                    license = "MIT OR Apache-2.0"
                    repository = "https://github.com/owner/tool"
                    description = "Does something"
                    [[bin]]
                    name = "tool"
                    path = "src/main.rs"
                    [dependencies]
                    openssl = "0.10"
                    """,
                    "Cargo.lock",
                    "version = 3\n[[package]]\nname = \"openssl-sys\"\nversion = \"0.9.1\"\n",
                    "crates/inner/Cargo.toml",
                    "[package]\nname = \"inner\"\nversion = \"0.1.0\"\n",
                    "rust-toolchain.toml",
                    "[toolchain]\nchannel = \"1.94.0\"\ncomponents = [\"clippy\"]\n",
                    "LICENSE",
                    "MIT License\n\nCopyright (c) 2026 Somebody\n",
                    "src/main.rs",
                    "fn main() {}\n",
                    ".github/workflows/release.yml",
                    WORKFLOW),
            "go",
            Map.of(
                    "go.mod",
                    "module github.com/owner/tool/v2\n\ngo 1.25\n\nrequire example.com/a v1.0.0 // indirect\n",
                    "main.go",
                    "package main\n\nfunc main() {}\n",
                    ".goreleaser.yml",
                    "builds:\n  - goos: [linux, darwin]\n    goarch: [amd64]\n",
                    ".github/workflows/release.yml",
                    WORKFLOW.replace(
                            "cargo build --release --target ${{ matrix.target }}", "GOOS=linux go build -o tool")),
            "gradle",
            Map.of(
                    "settings.gradle.kts",
                    "rootProject.name = \"tool\"\ninclude(\"cli\")\n",
                    "build.gradle.kts",
                    "allprojects { version = \"1.2.3\" }\n",
                    "cli/build.gradle.kts",
                    "plugins {\n  application\n  alias(libs.plugins.shadow)\n}\nkotlin { jvmToolchain(21) }\napplication { mainClass.set(\"a.Main\") }\n",
                    "gradle/libs.versions.toml",
                    "[plugins]\nshadow = { id = \"com.gradleup.shadow\", version = \"9.0.0\" }\n",
                    "gradle/wrapper/gradle-wrapper.properties",
                    "distributionUrl=https\\://services.gradle.org/distributions/gradle-9.1.0-bin.zip\n",
                    ".github/workflows/ci.yml",
                    WORKFLOW),
            "cmake",
            Map.of(
                    "CMakeLists.txt",
                    "project(tool)\nadd_executable(tool main.c)\n",
                    ".github/workflows/ci.yml",
                    WORKFLOW),
            "maven",
            Map.of("pom.xml", """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>com.example</groupId>
                      <artifactId>tool</artifactId>
                      <version>1.2.3-SNAPSHOT</version>
                      <properties><maven.compiler.release>17</maven.compiler.release></properties>
                      <licenses><license><name>Apache-2.0</name></license></licenses>
                      <modules><module>cli</module></modules>
                    </project>
                    """, "cli/pom.xml", """
                    <project>
                      <parent><groupId>com.example</groupId><artifactId>tool</artifactId><version>1.2.3-SNAPSHOT</version></parent>
                      <artifactId>cli</artifactId>
                      <build><finalName>${project.artifactId}-${project.version}</finalName><plugins><plugin>
                        <artifactId>maven-shade-plugin</artifactId>
                        <executions><execution><goals><goal>shade</goal></goals></execution></executions>
                        <configuration><mainClass>a.Main</mainClass></configuration>
                      </plugin></plugins></build>
                    </project>
                    """, ".github/workflows/ci.yml", WORKFLOW));

    private Seeds() {}

    static List<String> configs() {
        return Examples.configs().stream().map(Examples::read).toList();
    }

    /** The configs of a folder. */
    static List<String> configs(Path own) {
        return texts(files(own, "slipway.yml"));
    }

    static List<String> workflows() {
        return texts(Stream.of(workflowFiles(Path.of("generated")), workflowFiles(RULES))
                .flatMap(List::stream)
                .toList());
    }

    /** The workflows of a folder. */
    static List<String> workflows(Path own) {
        return texts(workflowFiles(own));
    }

    private static List<Path> workflowFiles(Path folder) {
        return Stream.of(".yml", ".yaml")
                .flatMap(end -> files(folder, end).stream())
                .filter(path -> !path.endsWith("slipway.yml"))
                .toList();
    }

    static List<String> dockerfiles() {
        return Stream.of(dockerfiles(Path.of("generated")), texts(files(RULES, "Dockerfile")))
                .flatMap(List::stream)
                .toList();
    }

    /** The Dockerfiles and ignore files of a folder. */
    static List<String> dockerfiles(Path own) {
        return Stream.of("Dockerfile", ".dockerignore")
                .flatMap(end -> texts(files(own, end)).stream())
                .toList();
    }

    /** The files of a repository without a config, by its name, or of an example, by its folder. */
    static Map<String, String> files(String seed) {
        return REPOSITORIES.containsKey(seed) ? new TreeMap<>(REPOSITORIES.get(seed)) : tree(Path.of(seed));
    }

    static boolean isManifest(String file) {
        return file.endsWith(".toml") || file.endsWith("go.mod") || file.endsWith(".xml") || file.endsWith(".lock");
    }

    /** Our templates and scripts by their names. */
    static Map<String, String> templates() {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(TEMPLATES, "")) {
            texts.put(TEMPLATES.relativize(file).toString().replace('\\', '/'), Examples.read(file));
        }
        return texts;
    }

    /** The files of an example, such as {@code otto}, by their names. */
    static Map<String, String> tree(Path example) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(example, "")) {
            texts.put(example.relativize(file).toString().replace('\\', '/'), Examples.read(file));
        }
        return texts;
    }

    private static List<String> texts(List<Path> files) {
        return files.stream().map(Examples::read).toList();
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
