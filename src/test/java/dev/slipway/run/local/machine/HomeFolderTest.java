package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps see of the person on whose machine they run. */
@Tag("once")
class HomeFolderTest {
    @TempDir
    private Path root;

    @AfterEach
    void unlink() throws Exception {
        Runner.unlink(root);
    }

    private Person person(Map<String, String> variables) throws Exception {
        Path home = root.resolve("person");
        Files.createDirectories(home.resolve(".cargo/registry/cache"));
        Files.createDirectories(home.resolve(".m2/repository"));
        Files.createDirectories(home.resolve("go/pkg/mod"));
        Files.writeString(home.resolve(".cargo/credentials.toml"), "[registry]\ntoken = \"secret\"\n");
        Files.writeString(home.resolve(".cargo/config.toml"), "[net]\noffline = true\n");
        Files.writeString(home.resolve(".m2/settings.xml"), "<settings/>");
        Files.writeString(home.resolve(".gitconfig"), "[user]\n\tname = Person\n\temail = person@example.org\n");
        Map<String, String> all = new HashMap<>(Map.of("PATH", System.getenv().getOrDefault("PATH", "")));
        all.putAll(variables);
        return new Person(home, all);
    }

    @Test
    void nothingOfThePersonsIsInTheEnvironment() throws Exception {
        Map<String, String> variables = HomeFolder.make(
                        root.resolve("job"),
                        root.resolve("caches"),
                        person(Map.of(
                                "GH_TOKEN", "secret",
                                "CARGO_REGISTRY_TOKEN", "secret",
                                "SSH_AUTH_SOCK", "/run/agent.sock",
                                "TERM", "xterm",
                                "RUSTUP_TOOLCHAIN", "nightly",
                                "LC_ALL", "de_DE.UTF-8",
                                "SSL_CERT_FILE", "/etc/ssl/cert.pem",
                                "https_proxy", "http://me:secret@proxy.example.org:3128",
                                "http_proxy", "http://proxy.example.org:3128")))
                .variables();
        assertThat(variables)
                .doesNotContainKeys(
                        "GH_TOKEN", "CARGO_REGISTRY_TOKEN", "SSH_AUTH_SOCK", "TERM", "RUSTUP_TOOLCHAIN", "https_proxy")
                .containsEntry("LC_ALL", "de_DE.UTF-8")
                .containsEntry("SSL_CERT_FILE", "/etc/ssl/cert.pem")
                .containsEntry("http_proxy", "http://proxy.example.org:3128")
                .containsEntry("HOME", root.resolve("job/home").toString())
                .containsEntry("RUSTUP_HOME", root.resolve("person/.rustup").toString())
                .containsEntry("GOMODCACHE", root.resolve("person/go/pkg/mod").toString());
        assertThat(variables.toString()).doesNotContain("secret");
    }

    @Test
    void cargosDownloadsAreThereAndItsCredentialsAreNot() throws Exception {
        Path home = HomeFolder.make(root.resolve("job"), root.resolve("caches"), person(Map.of()))
                .home();
        assertThat(home.resolve(".cargo/registry/cache")).isDirectory();
        assertThat(home.resolve(".cargo/credentials.toml")).doesNotExist();
        assertThat(home.resolve(".cargo/config.toml")).doesNotExist();
        assertThat(home.resolve(".m2/settings.xml")).doesNotExist();
        HomeFolder.make(root.resolve("job"), root.resolve("caches"), person(Map.of()));
    }

    @Test
    void gitHasNoIdentityAndKeepsWhatAStepConfigures() throws Exception {
        Runner runner = Runner.of(
                        root, "ubuntu-24.04", person(Map.of("EMAIL", "person@example.org")), Set.of(), Map.of())
                .needs("git");
        runner.run("git init -q\ngit config --global --add safe.directory \"$PWD\"")
                .succeeds();
        assertThat(runner.run("git commit --allow-empty -m first").fails().text())
                .contains("Please tell me who you are")
                .doesNotContain("person@example.org");
        runner.run("git config --global user.name a\ngit config --global user.email a@example.org\n"
                        + "git commit -q --allow-empty -m first")
                .succeeds();
        assertThat(runner.run("git log --format=%ae").line()).isEqualTo("a@example.org");
    }

    @Test
    void whatIsInstalledIntoTheHomeFolderIsFoundFirst() throws Exception {
        Runner runner = Runner.of(root, "ubuntu-24.04");
        runner.run("printf '#!/bin/sh\\necho mine\\n' > \"$HOME/.cargo/bin/jq\"\nchmod +x \"$HOME/.cargo/bin/jq\"")
                .succeeds();
        assertThat(runner.run("jq").line()).isEqualTo("mine");
        assertThat(runner.run("cat ~/.gitconfig").line()).contains("useConfigOnly");
    }

    /** Java takes its home folder from the list of users. */
    @Test
    void mavenReadsNoSettingsOfThePerson() throws Exception {
        Runner runner = Runner.of(root, "ubuntu-24.04").needs("mvn");
        runner.file("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>otto</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """);
        Files.createDirectories(runner.home().resolve(".m2"));
        Files.writeString(runner.home().resolve(".m2/settings.xml"), "<settings><offline>true</offline></settings>");
        assertThat(runner.run("mvn -B -X validate").succeeds().text())
                .contains("Reading user settings from " + runner.home().resolve(".m2/settings.xml"));
    }
}
