package dev.slipway.detect.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.Repository;
import dev.slipway.detect.RepositoryReader;
import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.fact.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitTest {
    @TempDir
    Path directory;

    private SampleRepository sample() {
        return new SampleRepository(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/otto-rs/otto",
                "https://github.com/otto-rs/otto.git",
                "https://user:word@github.com/otto-rs/otto.git/",
                "git@github.com:otto-rs/otto.git",
                "github.com:otto-rs/otto",
                "ssh://git@github.com/otto-rs/otto",
                "ssh://git@ssh.github.com:443/otto-rs/otto.git",
                "git://github.com/otto-rs/otto.git",
                "https://github.com/otto-rs/otto/tree/main/crates/cli"
            })
    void anAddressOnGitHubNamesOwnerAndRepository(String address) {
        assertThat(GitHubAddress.repository(address)).hasValue("otto-rs/otto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gitlab.com/otto-rs/otto",
                "https://github.com/otto-rs",
                "/srv/git/github.com/otto-rs/otto",
                "https://example.org/github.com/a/b",
                "https://github.com.example.org/otto-rs/otto",
                ""
            })
    void anyOtherAddressNamesNone(String address) {
        assertThat(GitHubAddress.repository(address)).isEmpty();
    }

    @Test
    void theRemoteOriginNamesTheRepository() {
        Repository repository =
                sample().committed().origin("git@github.com:otto-rs/otto.git").read();
        assertThat(repository.name()).hasValue(new Fact<>("otto-rs/otto", "git remote origin"));
    }

    @Test
    void withoutARemoteOnGitHubTheManifestNamesTheRepository() {
        Repository repository = sample().file(
                        "Cargo.toml", "[package]\nname = \"a\"\nrepository = \"https://github.com/o/a\"\n")
                .committed()
                .origin("https://git.example.org/o/a.git")
                .read();
        assertThat(repository.name()).hasValue(new Fact<>("o/a", "Cargo.toml:3 [package] repository"));
        assertThat(repository.git().notes())
                .containsExactly(
                        "the git remote 'origin' is on git.example.org, but Slipway generates workflows for github.com");
    }

    @Test
    void anotherRemoteOnGitHubNamesTheRepositoryWhereOriginIsElsewhere() {
        Repository repository = sample().committed()
                .origin("git@gitlab.com:otto-rs/otto.git")
                .git("remote", "add", "mirror", "https://github.com/otto-rs/otto-mirror")
                .read();
        assertThat(repository.name()).hasValue(new Fact<>("otto-rs/otto-mirror", "git remote mirror"));
    }

    @ParameterizedTest
    @CsvSource({
        "git@gitlab.com:o/a.git, 'is on gitlab.com, but Slipway generates workflows for github.com'",
        "https://user@git.example.org/o/a, 'is on git.example.org, but Slipway generates workflows for github.com'",
        "git@work:o/a.git, 'is on ''work'', which may be an SSH alias for GitHub or another host'",
        "../elsewhere.git, 'is not on GitHub'"
    })
    void aRemoteElsewhereIsNamedByItsHost(String address, String words) {
        Git git = sample().committed().origin(address).read().git();
        assertThat(git.notes()).containsExactly("the git remote 'origin' " + words);
        assertThat(git.advice())
                .contains("git remote add github https://github.com/")
                .doesNotContain("add origin");
    }

    @Test
    void theRepositoryThatAForkIsOfIsKnown() {
        Git git = sample().committed()
                .origin("git@github.com:me/otto.git")
                .git("remote", "add", "upstream", "https://github.com/otto-rs/otto")
                .read()
                .git();
        assertThat(git.repository()).hasValue(new Fact<>("me/otto", "git remote origin"));
        assertThat(git.upstream()).hasValue(new Fact<>("otto-rs/otto", "git remote upstream"));
    }

    @Test
    void theDefaultBranchIsTheHeadOfTheRemote() {
        SampleRepository sample = sample().committed()
                .git("update-ref", "refs/remotes/origin/trunk", "HEAD")
                .git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
        assertThat(sample.read().git().defaultBranch()).hasValue(new Fact<>("trunk", "git origin/HEAD"));
    }

    @Test
    void withoutARemoteTheDefaultBranchIsTheUsualOneEvenOnAnother() {
        SampleRepository sample = sample().committed().git("checkout", "-q", "-b", "feature");
        assertThat(sample.read().git().defaultBranch()).hasValue(new Fact<>("main", "git branch main"));
    }

    @Test
    void theDefaultBranchOfAnEmptyRepositoryIsTheCurrentOne() {
        SampleRepository sample = sample().git("init", "-q", "-b", "develop");
        assertThat(sample.read().git().defaultBranch()).hasValue(new Fact<>("develop", "the current git branch"));
    }

    @Test
    void aDirectoryOutsideGitSaysSo() {
        Git git = sample().read().git();
        assertThat(git.notes()).containsExactly("this is not a git repository");
        assertThat(git.tracks("Cargo.lock")).isEmpty();
    }

    @Test
    void aMachineWithoutGitSaysSo() {
        Repository repository = new RepositoryReader(directory, Set.of(), "no-such-git-program")
                .read(Optional.empty(), Optional.empty());
        assertThat(repository.git()).isEqualTo(Git.absent("cannot run git"));
    }

    @Test
    void aSubdirectoryOfARepositoryIsPointedOut() {
        sample().file("tool/Cargo.toml", "").committed();
        assertThat(Repository.read(directory.resolve("tool")).git().notes())
                .contains("the root of the git repository is above this directory, which is its 'tool/'");
    }

    @Test
    void onlyFilesThatGitKnowsAreTracked() {
        Git git = sample().file("täg.txt", "x")
                .committed()
                .file("new.txt", "x")
                .read()
                .git();
        assertThat(git.tracks("täg.txt")).hasValue(true);
        assertThat(git.tracks("new.txt")).hasValue(false);
    }

    @Test
    void aLockFileThatGitIgnoresIsKnownBeforeItIsThere() {
        SampleRepository sample = new SampleRepository(directory).file(".gitignore", "Cargo.lock\n");
        assertThat(sample.committed().read().git().ignored()).containsExactly("Cargo.lock");
        sample.file(".gitignore", "/target\n");
        assertThat(sample.read().git().ignored()).isEmpty();
    }

    @Test
    void theTagOfTheCurrentVersionTellsTheStyle() {
        SampleRepository sample = sample().file("Cargo.toml", "[package]\nname = \"a\"\nversion = \"1.2.0\"\n")
                .committed()
                .git("tag", "1.1.0")
                .git("tag", "v1.2.0")
                .git("tag", "a-macros-3.0.0");
        assertThat(sample.read().tagStyle()).hasValue(new Fact<>(new TagStyle("v", "v1.2.0"), "git tag v1.2.0"));
    }

    @Test
    void tagsOfOtherPackagesAreLessFamiliarThanBareVersions() {
        SampleRepository sample = sample().file(
                        "Cargo.toml", "[package]\nname = \"a\"\nversion = \"15.2.0\"\n[[bin]]\nname = \"a\"\n")
                .committed()
                .git("tag", "globset-0.4.18")
                .git("tag", "15.1.0");
        assertThat(sample.read().tagStyle().orElseThrow().value().pattern()).isEqualTo("[0-9]+.[0-9]+.[0-9]+*");
    }

    @Test
    void aRepositoryWithoutVersionTagsHasNoStyle() {
        assertThat(sample().committed().git("tag", "nightly").read().tagStyle()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program that answers is a shell script")
    void anAnswerWithoutEndIsKeptInPartAndCountsAsNone(@TempDir Path folder) throws IOException {
        Path program = Files.writeString(folder.resolve("git"), "#!/bin/sh\nhead -c 70000000 /dev/zero\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        GitProcess.Output said = new GitProcess(folder, program.toString()).ask("ls-files");
        assertThat(said.ok()).isFalse();
        assertThat(said.out()).hasSize(32 << 20);
    }
}
