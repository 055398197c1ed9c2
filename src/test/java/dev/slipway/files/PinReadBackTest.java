package dev.slipway.files;

import static dev.slipway.files.Repository.HEADER;
import static dev.slipway.files.Repository.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinReadBackTest {
    private static final String PATH = ".github/workflows/ci.yml";
    private static final String OLD = "a".repeat(40);
    private static final String NEW = "b".repeat(40);
    private static final String OURS = "@" + OLD + " # v6.0.2";

    private Repository repository;

    @BeforeEach
    void start(@TempDir Path root) {
        repository = new Repository(root);
    }

    private static String checkout(String... tails) {
        StringBuilder steps = new StringBuilder("steps:\n");
        for (String tail : tails) {
            steps.append("  - uses: actions/checkout").append(tail).append('\n');
        }
        return steps.toString();
    }

    private FileSet written(String body) throws IOException {
        FileSet files = wanted(PATH, body);
        repository.apply(files);
        return files;
    }

    private void commit(String body) throws IOException {
        repository.write(PATH, HEADER + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " # v6.1.0", // Dependabot, Renovate
                " # v7",
                "  # 6.1.0-rc.1+2",
                " # tag=v6.1.0",
                ""
            })
    void acceptsACommitThatABotPutThere(String comment) throws IOException {
        FileSet files = written(checkout(OURS));
        commit(checkout("@" + NEW + comment));
        FileDrift drift = repository.only(files);
        assertThat(drift.verdict()).isEqualTo(Verdict.CURRENT);
        assertThat(drift.keptPins())
                .containsExactly(new KeptPin(PATH, 3, "actions/checkout", OLD, NEW, comment.replaceFirst(" *# *", "")));
        repository.apply(files);
        assertThat(repository.read(PATH)).endsWith("@" + NEW + comment + "\n");
    }

    @Test
    void saysNothingOfAPinThatIsAsWanted() throws IOException {
        assertThat(repository.only(written(checkout(OURS))).keptPins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@v6", "@v6.1.0", "@6", "@v6 # v6.1.0"})
    void acceptsATagOfTheSameMajor(String tail) throws IOException {
        FileSet files = written(checkout(OURS));
        commit(checkout(tail));
        assertThat(repository.only(files).verdict()).isEqualTo(Verdict.CURRENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@v7",
                "@main",
                "@abc1234",
                "@v6 # any word",
                "@" + "b@bbbbbbbb",
                "@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb # $(curl)",
                "@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb # v6.1.0 and more",
                "@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb #v6.1.0 ",
                " @v6"
            })
    void takesAnythingElseForAnEdit(String tail) throws IOException {
        FileSet files = written(checkout(OURS));
        commit(checkout(tail));
        FileDrift drift = repository.only(files);
        assertThat(drift.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(drift.why()).isEqualTo("edited by hand");
        assertThat(drift.keptPins()).isEmpty();
    }

    @Test
    void keepsTheNameOfABranchThatIsWantedToo() throws IOException {
        FileSet files = written(checkout("@" + OLD + " # stable"));
        commit(checkout("@" + NEW + " # stable"));
        assertThat(repository.only(files).verdict()).isEqualTo(Verdict.CURRENT);
    }

    @Test
    void doesNotTakeABumpForAnEditWhenTheConfigMovesOn() throws IOException {
        written(checkout(OURS) + "old: key\n");
        commit(checkout("@" + NEW + " # v6.1.0") + "old: key\n");
        FileSet next = wanted(PATH, checkout(OURS) + "new: key\n");
        assertThat(repository.only(next).verdict()).isEqualTo(Verdict.STALE);
        repository.apply(next);
        assertThat(repository.read(PATH)).isEqualTo(HEADER + checkout("@" + NEW + " # v6.1.0") + "new: key\n");
    }

    @Test
    void findsAnEditBesideABump() throws IOException {
        FileSet files = written(checkout(OURS) + "timeout: 5\n");
        commit(checkout("@" + NEW + " # v6.1.0") + "timeout: 6\n");
        FileDrift drift = repository.only(files);
        assertThat(drift.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(drift.diff()).contains("-timeout: 6", "+timeout: 5").doesNotContain("-  - uses");
    }

    @Test
    void neverGoesBackBehindABot() throws IOException {
        written(checkout(OURS));
        commit(checkout("@" + NEW + " # v8.0.0"));
        FileSet newTable = wanted(PATH, checkout("@" + "c".repeat(40) + " # v7.0.0"));
        assertThat(repository.only(newTable).verdict()).isEqualTo(Verdict.CURRENT);
    }

    @Test
    void aBumpOfOneActionIsNoneOfAnother() throws IOException {
        String ours = checkout(OURS) + "  - uses: docker/login-action" + OURS + "\n";
        FileSet files = written(ours);
        commit(ours.replace("checkout@" + OLD, "checkout@" + NEW));
        assertThat(repository.compare(files).keptPins())
                .extracting(KeptPin::action)
                .containsExactly("actions/checkout");
        commit(ours.replace("actions/checkout", "evil/checkout"));
        assertThat(repository.only(files).verdict()).isEqualTo(Verdict.EDITED);
    }

    @Test
    void matchesUsesInTheirOrderWhereTheyAreAsMany() throws IOException {
        FileSet files = written(checkout(OURS, OURS));
        commit(checkout("@" + NEW + " # v6.1.0", OURS));
        FileDrift drift = repository.only(files);
        assertThat(drift.verdict()).isEqualTo(Verdict.CURRENT);
        assertThat(drift.keptPins()).extracting(KeptPin::line).containsExactly(3);
    }

    @Test
    void givesNewUsesTheRefThatAllOldOnesShare() throws IOException {
        written(checkout(OURS, OURS));
        commit(checkout("@" + NEW + " # v6.1.0", "@" + NEW + " # v6.1.0"));
        repository.apply(wanted(PATH, checkout(OURS, OURS, OURS)));
        assertThat(repository.read(PATH)).doesNotContain(OLD);
    }

    @Test
    void keepsTheWantedRefWhereTheOldOnesDisagree() throws IOException {
        written(checkout(OURS, OURS));
        commit(checkout("@" + NEW + " # v6.1.0", OURS));
        repository.apply(wanted(PATH, checkout(OURS, OURS, OURS)));
        assertThat(repository.read(PATH)).doesNotContain(NEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions/cache/restore", "actions/cache"})
    void letsTheConfigOverrideAnAction(String overridden) throws IOException {
        String ours = "  - uses: actions/cache/restore" + OURS + "\n";
        FileSet files = written(ours + checkout(OURS));
        commit((ours + checkout(OURS)).replace(OLD, NEW));
        Drift drift = repository.tree().compare(files, Pins.fromTreeExcept(Set.of(overridden)));
        assertThat(drift.files().get(0).verdict()).isEqualTo(Verdict.STALE);
        assertThat(drift.files().get(0).why()).isEqualTo("its pins differ from those of the config");
        assertThat(drift.keptPins()).extracting(KeptPin::action).containsExactly("actions/checkout");
    }

    @Test
    void strictPinsGiveTheConfigEveryRef() throws IOException {
        FileSet files = written(checkout(OURS));
        commit(checkout("@" + NEW + " # v6.1.0"));
        Drift drift = repository.tree().compare(files, Pins.fromConfig());
        assertThat(drift.files().get(0).verdict()).isEqualTo(Verdict.STALE);
        repository.tree().apply(drift, Resolution.REFUSE);
        assertThat(repository.read(PATH)).isEqualTo(HEADER + checkout(OURS));
    }

    @Test
    void takesNoPinsFromOtherFiles() throws IOException {
        FileSet files = wanted("docs/ci.yml", checkout(OURS));
        repository.apply(files);
        repository.write("docs/ci.yml", HEADER + checkout("@" + NEW + " # v6.1.0"));
        assertThat(repository.only(files).verdict()).isEqualTo(Verdict.EDITED);
    }

    @Test
    void takesNoPinsFromAForeignFile() throws IOException {
        repository.write(PATH, checkout("@" + NEW + " # v3.0.0"));
        FileDrift drift = repository.only(wanted(PATH, checkout(OURS)));
        assertThat(drift.verdict()).isEqualTo(Verdict.FOREIGN);
        assertThat(drift.after().orElseThrow()).contains(OLD).doesNotContain(NEW);
    }

    @Test
    void readsPinsWithDosLineEnds() throws IOException {
        FileSet files = written(checkout(OURS));
        repository.write(PATH, (HEADER + checkout("@" + NEW + " # v6.1.0")).replace("\n", "\r\n"));
        assertThat(repository.only(files).verdict()).isEqualTo(Verdict.CURRENT);
    }
}
