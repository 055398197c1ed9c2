package dev.slipway.run.local.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.Recorded;
import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls the stand-in of the GitHub CLI as scripts of all kinds do. */
class GhTest {
    private static final String COMMIT = "c".repeat(40);

    @TempDir
    Path root;

    private final Map<String, String> tags = new HashMap<>(Map.of("v1.0.0", COMMIT));
    private final Map<String, String> env = new HashMap<>(Map.of(
            "GH_TOKEN",
            "token",
            "GH_REPO",
            "otto-rs/otto",
            "GITHUB_JOB",
            "extra",
            Access.PERMISSIONS,
            "contents:write,packages:read"));
    private GitHub gitHub;

    @BeforeEach
    void start() throws Exception {
        gitHub = new GitHub(
                "otto-rs/otto",
                () -> new Refs(tags, Map.of("main", COMMIT), "main"),
                "token",
                root.resolve("kept"),
                Instant.parse("2026-01-02T03:04:05Z"));
        Files.writeString(root.resolve("a.zip"), "a");
        Files.writeString(root.resolve("b.zip"), "b");
    }

    private CommandResult gh(String... words) {
        return ghWith("", words);
    }

    private CommandResult ghWith(String input, String... words) {
        List<String> all = Stream.concat(Stream.of("gh"), Stream.of(words)).toList();
        return new Gh(gitHub, Optional.empty()).answer(new Call(all, root, env, input));
    }

    private static String error(CommandResult answer) {
        assertThat(answer.exit()).as(answer.toString()).isNotZero();
        return answer.err();
    }

    private static String out(CommandResult answer) {
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer.out();
    }

    private Release newest() {
        return gitHub.releases().all().get(0);
    }

    @Test
    void aReleaseWithFilesIsPublicAtOnce() {
        assertThat(out(gh("release", "create", "v1.0.0", "*.zip", "--generate-notes")))
                .isEqualTo("https://github.com/otto-rs/otto/releases/tag/v1.0.0\n");
        assertThat(newest().assets()).extracting(Asset::name).containsExactly("a.zip", "b.zip");
        assertThat(newest().title()).isEqualTo("v1.0.0");
        assertThat(gitHub.recorded())
                .extracting(Recorded::text)
                .containsExactly("extra: created release v1.0.0 with 2 files, now the latest");
    }

    @Test
    void flagsAreWrittenInEveryWay() {
        assertThat(out(gh("release", "create", "-dp", "v1.0.0", "-tOne", "-n=Notes", "--", "a.zip#For all")))
                .isEqualTo("https://github.com/otto-rs/otto/releases/tag/untagged-1\n");
        assertThat(newest())
                .isEqualTo(new Release(
                        1, "v1.0.0", "One", "Notes", true, true, "", List.of(new Asset("a.zip", "For all", 1))));
        out(gh("release", "edit", "v1.0.0", "--draft=false", "--prerelease=0", "--title", "-1"));
        assertThat(newest().title()).isEqualTo("-1");
        assertThat(gitHub.releases().latest()).contains(newest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "release create v1.0.0 --drafts | unknown flag: --drafts",
                "release create v1.0.0 -x | unknown shorthand flag: 'x' in -x",
                "release create v1.0.0 -dx | unknown shorthand flag: 'x' in -dx",
                "release create v1.0.0 --title | flag needs an argument: --title",
                "release create v1.0.0 -t | flag needs an argument: 't' in -t",
                "release create v1.0.0 --draft=maybe | invalid argument \"maybe\" for \"--draft\" flag",
                "release create | tag required when not running interactively",
                "release create v1.0.0 none.zip | no matches found for `none.zip`",
                "release create v1.0.0 . | is a directory",
                "release create v1.0.0 -F none.md | open none.md: no such file or directory",
                "release create v1.0.0 --target nowhere | Release.target_commitish is invalid",
                "release create v9 --verify-tag | tag v9 doesn't exist in the repo otto-rs/otto, aborting",
                "release upload v1.0.0 a.zip | release not found",
                "release upload v1.0.0 | requires at least 2 arg(s), only received 1",
                "release edit v1.0.0 | use flags to specify properties to edit",
                "release edit v1.0.0 --draft=false | release not found",
                "release view v1.0.0 --jq . | cannot use `--jq` without specifying `--json`",
                "release view v1.0.0 --json isLatest | Unknown JSON field: \"isLatest\"",
                "release list --json url | Unknown JSON field: \"url\"",
                "release view v1.0.0 --json body --template {{.}} | no stand-in for 'gh … --template'",
                "release view | release not found",
                "release list --limit many | invalid argument \"many\"",
                "release download | `--pattern` or `--archive` is required when downloading the latest release",
                "release delete | accepts 1 arg(s), received 0",
                "release view v1.0.0 -R other/repo | no stand-in for 'gh release view --repo other/repo'",
                "run list | no stand-in for 'gh run list'",
                "pr create --fill | no stand-in for 'gh pr create'",
                "attestation verify a.zip | at least one of the flags in the group [owner repo] is required",
                "api repos/otto-rs/otto/issues | no stand-in for 'gh api GET repos/otto-rs/otto/issues'",
                "api repos/otto-rs/otto --silent --jq . | only one of",
                "api repos/otto-rs/otto -f a | requires a value separated by an '=' sign",
                "api repos/otto-rs/otto/releases/tags/v1.0.0 | gh: Not Found (HTTP 404)"
            })
    void whatIsWrongIsSaid(String command, String error) {
        assertThat(error(gh(command.split(" ")))).contains(error);
        assertThat(gitHub.releases().all()).isEmpty();
    }

    @Test
    void whatIsNotStoodInForSaysHowToGoOn() {
        assertThat(error(gh("workflow", "run", "x.yml")))
                .isEqualTo("the rehearsal has no stand-in for 'gh workflow run', and nothing may leave this machine:"
                        + " rehearse the other jobs with --job, or run the step only if SLIPWAY_COMMANDS is not"
                        + " set\n");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        env.put("GH_TOKEN", "");
        assertThat(gh("release", "list").exit()).isEqualTo(4);
        env.put("GITHUB_TOKEN", "token");
        assertThat(gh("release", "list").exit()).isZero();
    }

    @Test
    void theRepositoryIsThatOfTheCloneOrNamed() throws Exception {
        env.remove("GH_REPO");
        assertThat(error(gh("release", "list"))).startsWith("failed to run git: fatal: not a git repository");
        out(gh("release", "list", "--repo", "github.com/otto-rs/otto"));
        Files.createDirectory(root.resolve(".git"));
        out(gh("release", "list"));
    }

    @Test
    void aFileOfTheSameNameIsReplacedOnlyWhereThatIsAskedFor() throws Exception {
        out(gh("release", "create", "v1.0.0", "--draft", "a.zip", "--notes", ""));
        Files.writeString(root.resolve("a.zip"), "new");
        assertThat(error(gh("release", "upload", "v1.0.0", "a.zip")))
                .isEqualTo("asset under the same name already exists: [a.zip]\n");
        out(gh("release", "upload", "v1.0.0", "--clobber", "a.zip", "b.zip"));
        assertThat(newest().assets()).extracting(Asset::name).containsExactly("a.zip", "b.zip");
        assertThat(gitHub.releases().folder(newest()).resolve("a.zip")).hasContent("new");
        Files.createDirectory(root.resolve("sub"));
        Files.writeString(root.resolve("sub/a.zip"), "other");
        assertThat(error(gh("release", "create", "v2", "--draft", "a.zip", "sub/a.zip")))
                .contains("HTTP 422: Validation Failed", "ReleaseAsset.name already exists");
    }

    @ParameterizedTest
    @CsvSource({
        "otto v1.zip, otto.v1.zip",
        "otto~1.0+b_2@3.zip, otto.1.0+b_2@3.zip",
        "otto (é).tar..gz, otto.e.tar.gz",
        ".hidden, default.hidden",
        "plain, plain",
        "a.tar.gz, a.tar.gz"
    })
    void filesAreNamedByGitHubsRule(String file, String name) {
        assertThat(Asset.nameOf(file)).isEqualTo(name);
    }

    @Test
    void aReleaseThatCannotBeFilledIsTakenBack() throws Exception {
        Files.writeString(root.resolve("empty"), "");
        assertThat(error(gh("release", "create", "v1.0.0", "a.zip", "empty"))).contains("HTTP 400");
        assertThat(gitHub.releases().all()).isEmpty();
    }

    @Test
    void theSameTagIsReleasedOnce() {
        out(gh("release", "create", "v1.0.0", "-n", ""));
        assertThat(error(gh("release", "create", "v1.0.0", "-n", ""))).contains("HTTP 422", "already exists");
        assertThat(error(gh("release", "create", "v1.0.0", "a.zip")))
                .isEqualTo("a release with the same tag name already exists: v1.0.0\n");
    }

    @Test
    void theTagIsMadeWhenTheReleaseIsPublic() {
        out(gh("release", "create", "v2", "--draft", "--target", "d".repeat(40)));
        assertThat(gitHub.releases().tags()).doesNotContainKey("v2");
        out(gh("release", "edit", "v2", "--draft=false"));
        assertThat(gitHub.releases().tags()).containsEntry("v2", "d".repeat(40));
        out(gh("release", "delete", "v2", "-y", "--cleanup-tag"));
        assertThat(gitHub.releases().tags()).containsOnlyKeys("v1.0.0");
        assertThat(gitHub.releases().all()).isEmpty();
    }

    @Test
    void anOldVersionDoesNotBecomeTheLatest() {
        gitHub.releases().add(Release.published("v2.0.0"));
        out(gh("release", "create", "v1.0.0", "--latest=false"));
        assertThat(out(gh("release", "view", "--json", "tagName", "-q", ".tagName")))
                .isEqualTo("v2.0.0\n");
        out(gh("release", "edit", "v1.0.0", "--latest"));
        assertThat(out(gh("release", "list", "--json", "tagName,isLatest", "--jq", ".[] | select(.isLatest).tagName")))
                .isEqualTo("v1.0.0\n");
        out(gh("release", "delete", "v1.0.0", "--yes"));
        assertThat(gitHub.releases().latest().orElseThrow().tag()).isEqualTo("v2.0.0");
    }

    @Test
    void whoMayOnlyReadSeesNoDraft() {
        gitHub.releases().add(Release.drafted("v1.0.0", "Draft", ""));
        assertThat(out(gh("release", "list"))).isEqualTo("Draft\tDraft\tv1.0.0\t2026-01-02T03:04:05Z\n");
        env.put(Access.PERMISSIONS, "read-all");
        assertThat(error(gh("release", "view", "v1.0.0"))).isEqualTo("release not found\n");
        assertThat(out(gh("release", "list"))).isEmpty();
        assertThat(out(gh("api", "repos/{owner}/{repo}/releases", "--jq", "length")))
                .isEqualTo("0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "release create v9 | releases",
                "release upload v1.0.0 a.zip | releases/1/assets?name=a.zip",
                "release edit v1.0.0 --title x | releases/1",
                "release delete v1.0.0 --yes | releases/1"
            })
    void whoMayOnlyReadChangesNothing(String command, String address) {
        gitHub.releases().add(Release.published("v1.0.0"));
        env.put(Access.PERMISSIONS, "{\"contents\": \"read\", \"packages\": \"write\"}");
        assertThat(error(gh(command.split(" "))))
                .isEqualTo(
                        "HTTP 403: Resource not accessible by integration (https://api.github.com/repos/otto-rs/otto/"
                                + address + ")\n");
    }

    @Test
    void notesComeFromAFileOrFromInput() throws Exception {
        Files.writeString(root.resolve("notes.md"), "From a file\n");
        out(gh("release", "create", "v1.0.0", "-F", "notes.md"));
        assertThat(out(gh("release", "view", "v1.0.0"))).endsWith("--\nFrom a file\n");
        out(ghWith("From input", "release", "edit", "v1.0.0", "--notes-file", "-"));
        assertThat(newest().notes()).isEqualTo("From input");
    }

    @Test
    void anAnswerOfTheApiIsPrintedWholeInPartOrNotAtAll() {
        gitHub.releases().add(Release.published("v1.0.0"));
        String latest = "repos/otto-rs/otto/releases/latest";
        assertThat(out(gh("api", latest))).startsWith("{\"url\":").contains("\"tag_name\":\"v1.0.0\"");
        assertThat(out(gh("api", "/" + latest, "-q", ".tag_name, .published_at, .draft, .id")))
                .isEqualTo("v1.0.0\n2026-01-02T03:04:05Z\nfalse\n1\n");
        assertThat(out(gh("api", latest, "--silent"))).isEmpty();
        CommandResult missing = gh("api", "repos/otto-rs/otto/git/ref/tags/v9", "--jq", ".object.sha");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.out()).as("the body comes all the same").startsWith("{\"message\":\"Not Found\"");
        assertThat(out(gh("api", "repos/otto-rs/otto/commits/v1.0.0", "--jq", ".sha")))
                .isEqualTo(COMMIT + "\n");
    }

    @Test
    void theApiMakesReleasesAndTagsToo() {
        String releases = "repos/{owner}/{repo}/releases";
        assertThat(out(gh("api", releases, "-f", "tag_name=v3", "-F", "draft=true", "--jq", ".id")))
                .isEqualTo("1\n");
        assertThat(out(ghWith(
                        "{\"draft\": false, \"name\": \"Three\"}",
                        "api",
                        releases + "/1",
                        "-X",
                        "PATCH",
                        "--input",
                        "-")))
                .contains("\"name\":\"Three\"");
        assertThat(gitHub.releases().tags()).containsEntry("v3", COMMIT);
        out(gh("api", "repos/{owner}/{repo}/git/refs", "-f", "ref=refs/tags/v4", "-f", "sha=" + COMMIT));
        assertThat(error(gh("api", "repos/{owner}/{repo}/git/refs", "-f", "ref=refs/tags/v4", "-f", "sha=" + COMMIT)))
                .isEqualTo("gh: Reference already exists (HTTP 422)\n");
        assertThat(out(gh("api", releases + "/1", "--method", "delete"))).isEmpty();
        assertThat(gitHub.recorded())
                .extracting(one -> one.effect().text())
                .contains("created draft v3", "edited release v3", "created tag v4 at " + COMMIT, "deleted release v3");
    }

    @Test
    void aFileOfAnotherRepositoryIsReplacedOnlyByWhoKnowsIt() {
        env.put("GH_TOKEN", "secret");
        String file = "repos/otto-rs/homebrew-tap/contents/Formula/otto.rb";
        out(gh("api", file, "--method", "PUT", "-f", "message=one", "-f", "content=YQ=="));
        assertThat(error(gh("api", file, "--method", "PUT", "-f", "message=two", "-f", "content=Yg==")))
                .isEqualTo("gh: Invalid request.\n\n\"sha\" wasn't supplied. (HTTP 422)\n");
        assertThat(error(gh("api", file, "-X", "PUT", "-f", "message=two", "-f", "content=Yg==", "-f", "sha=0")))
                .contains("HTTP 409");
        String sha = out(gh("api", file, "--jq", ".sha")).strip();
        assertThat(sha).as("git hash-object of 'a'").isEqualTo("2e65efe2a145dda7ee51d1741299f848e5bf752e");
        out(gh("api", file, "-X", "PUT", "-f", "message=two", "-f", "content=Yg==", "-f", "sha=" + sha));
        assertThat(root.resolve("kept/github/pushed/otto-rs/homebrew-tap/Formula/otto.rb"))
                .hasContent("b");
        assertThat(error(gh("api", "repos/a/b/contents/../../x", "-X", "PUT", "-f", "message=m", "-f", "content=YQ==")))
                .contains("malformed path");
        assertThat(error(gh(
                        "api",
                        "repos/a/b/contents/x",
                        "-X",
                        "PUT",
                        "-f",
                        "message=m",
                        "-f",
                        "content=YQ==",
                        "-f",
                        "branch=none")))
                .contains("Branch none not found");
    }

    /** Holds the flags against those of the real program, whatever its version, where it is installed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "release create",
                "release upload",
                "release edit",
                "release view",
                "release list",
                "release delete",
                "release delete-asset",
                "release download",
                "api"
            })
    void everyFlagOfTheRealProgramIsKnown(String command) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gh"))),
                "no gh on this machine");
        ProcessBuilder builder = new ProcessBuilder(("gh " + command + " --help").split(" "));
        builder.environment().put("HOME", root.toString());
        Process process = builder.start();
        String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Set<String> flags = new TreeSet<>();
        Flags known = Gh.COMMANDS.get(command);
        Matcher line = Pattern.compile("(?m)^ +(?:-(.), )?--([a-z-]+)( [a-z]+| \\[HOST)?")
                .matcher(help);
        while (line.find()) {
            flags.add(line.group(2));
            boolean takesValue = line.group(3) != null;
            assertThat(known.values().contains(line.group(2))).as(line.group()).isEqualTo(takesValue);
            if (line.group(1) != null) {
                assertThat(known.letters()).containsEntry(line.group(1).charAt(0), line.group(2));
            }
        }
        assertThat(flags).hasSizeGreaterThan(1);
        assertThat(Stream.concat(known.values().stream(), known.switches().stream()))
                .containsAll(flags);
    }
}
