package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with GitHub's lockfile: what it lacks is said by every command, before GitHub refuses the run. */
class LockedRepositoryTest {
    private static final String LOCK = ".github/workflows/actions.lock";
    private static final String RELEASE = ".github/workflows/release-and-publish.yml";
    private static final Pattern USES = Pattern.compile("uses: ([\\w/.-]+)@([0-9a-f]{40}) # (v[0-9.]+)");

    @TempDir
    Path root;

    /** As {@code gh actions-lock} writes it if an organization requires commits. */
    private static String locked(Folder folder) throws IOException {
        return lock(keys(folder));
    }

    private static List<String> keys(Folder folder) throws IOException {
        return USES
                .matcher(folder.read(RELEASE))
                .results()
                .map(uses -> uses.group(1).toLowerCase(Locale.ROOT) + "@" + uses.group(2))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static String lock(List<String> keys) {
        String listed = keys.stream().map(key -> "        - '" + key + "'\n").collect(Collectors.joining());
        String entries = keys.stream()
                .map(key -> "    '" + key + "':\n        ref: 'v1'\n        commit: 'sha1-"
                        + key.replaceFirst(".*@", "") + "'\n        owner_id: 1\n        repo_id: 2\n")
                .collect(Collectors.joining());
        return "version: 'v0.0.2'\nworkflows:\n    '" + RELEASE + "':\n" + listed + "dependencies:\n" + entries;
    }

    @Test
    void anActionThatIsAddedIsMissedByEveryCommand() throws IOException {
        Folder folder = Folder.generated(root);
        folder.write(LOCK, locked(folder));
        assertThat(folder.run("check")).isEqualTo(new Ran(0, "4 files are current\n", ""));

        folder.write("slipway.yml", Folder.CONFIG + "attest: true\n");
        Ran generate = folder.run("generate");
        assertThat(generate.exit()).isZero();
        assertThat(generate.out()).contains("wrote " + RELEASE).doesNotContain("actions.lock");
        assertThat(generate.err())
                .contains(
                        ": error: 'actions/attest@",
                        "is not in actions.lock, so GitHub refuses to start the workflow [locked-actions]",
                        "run 'gh actions-lock " + RELEASE + "'");

        Ran check = folder.run("check");
        assertThat(check.exit()).isOne();
        assertThat(check.out()).contains("files are current", "actions/attest@");
        assertThat(folder.run("check", "--format", "github").out()).startsWith("::error file=" + RELEASE);
        assertThat(folder.run("check", "--format", "json").out())
                .contains("\"clean\": false", "\"rule\": \"locked-actions\"");
        assertThat(folder.run("check", "--format", "sarif").out()).contains("rules.md#locked-actions");

        assertThat(folder.run("lint").out()).contains("[locked-actions]");
        assertThat(folder.run("lint", RELEASE).exit()).isOne();
        assertThat(folder.run("doctor").out()).contains(RELEASE + ":", ": error: 'actions/attest@", "[actions-lock]");

        folder.write(LOCK, locked(folder));
        assertThat(folder.run("check").exit()).isZero();
        assertThat(folder.run("lint").out()).doesNotContain("[locked-actions]");
        assertThat(folder.run("doctor").out()).doesNotContain("[actions-lock]");
    }

    @Test
    void whatTheProgramOfTheLockfileWritesStaysGreenAndIsKept() throws IOException {
        Folder folder = Folder.generated(root);
        String tagged = USES.matcher(folder.read(RELEASE)).replaceAll("uses: $1@$3");
        List<String> entries = USES.matcher(folder.read(RELEASE))
                .results()
                .map(uses -> "    '" + uses.group(1) + "@" + uses.group(3) + "':\n        commit: 'sha1-"
                        + uses.group(2) + "'\n")
                .distinct()
                .toList();
        String list = entries.stream()
                .map(entry -> "        - " + entry.strip().replaceFirst(":\n.*", "") + "\n")
                .collect(Collectors.joining());
        folder.write(RELEASE, "# This workflow is managed by gh actions-lock.\n" + tagged)
                .write(
                        LOCK,
                        "version: 'v0.0.2'\nworkflows:\n    '" + RELEASE + "':\n" + list + "dependencies:\n"
                                + String.join("", entries));

        Ran check = folder.run("check");
        assertThat(check).extracting(Ran::exit, Ran::err).containsExactly(0, "");
        assertThat(folder.run("lint").out()).doesNotContain("pinned-actions", "locked-actions");
        folder.write("slipway.yml", Folder.CONFIG.replace("1.94.0", "1.95.0"));
        assertThat(folder.run("generate")).extracting(Ran::exit, Ran::err).containsExactly(0, "");
        assertThat(folder.read(RELEASE))
                .startsWith("# This workflow is managed")
                .contains("uses: actions/checkout@v");
    }

    @Test
    void anUnreadableLockfileIsShownAndNothingIsMadeWithoutOne() throws IOException {
        Folder folder = Folder.generated(root);
        assertThat(root.resolve(LOCK)).doesNotExist();
        folder.write(LOCK, "version: 'v0.0.2'\nworkflows: [\n");

        assertThat(folder.run("check").exit()).isOne();
        assertThat(folder.run("check").out()).contains(LOCK + ":");
        assertThat(folder.run("lint").out()).contains(LOCK + ":");
        folder.write(LOCK, "- a list\n- of: [things]\n");
        assertThat(folder.run("check").out()).contains("the key 'workflows' is missing, so no workflow is locked");
        assertThat(folder.run("lint").exit()).isOne();
    }
}
