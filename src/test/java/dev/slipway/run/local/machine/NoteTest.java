package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.run.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script of a stand-in notes is what is read. */
class NoteTest {
    private static final String HOSTILE = "a\tb\r\nc\n::error::d\ncrate\tx\t1\n";
    private static final String ONE_LINE = "a b  c ::error::d crate x 1 ";

    @TempDir
    private Path root;

    @AfterEach
    void unlink() throws Exception {
        Runner.unlink(root);
    }

    /** A runner with a program that notes its arguments. */
    private Runner noting() throws Exception {
        Path toolbox = root.resolve("toolbox");
        return Runner.of(
                root,
                "ubuntu-24.04",
                Runner.person(),
                Set.of(),
                Map.of(
                        "note",
                        "#!/bin/sh\n. '" + toolbox + "/settings.sh'\n. \"$_stand_ins/common.sh\"\n_note \"$@\"\n"));
    }

    @Test
    void eachKindIsReadAsItWasWritten() throws Exception {
        Runner runner = noting();
        runner.run("""
                note outside 'git push'
                note crate otto 1.2.3
                note workspace
                note placeholder aarch64-apple-darwin 'was built for this machine'
                note placeholder 'lipo: both is a copy of a'
                note stand-in 'apt-get update: did nothing'
                """).succeeds();
        assertThat(runner.notes())
                .containsExactly(
                        new Note.Outside(new Effect.Other("git push")),
                        new Note.Outside(new Effect.CratePublished("otto", "1.2.3")),
                        new Note.Outside(new Effect.WorkspacePublished()),
                        new Note.Placeholder("aarch64-apple-darwin", "aarch64-apple-darwin was built for this machine"),
                        new Note.Placeholder("", "lipo: both is a copy of a"),
                        new Note.StandIn("apt-get update: did nothing"));
    }

    @Test
    void aTextNeverBecomesAnotherNoteOrAnotherPart() throws Exception {
        Runner runner = noting().env("TEXT", HOSTILE);
        runner.run("note outside \"$TEXT\"\nnote crate \"$TEXT\" \"$TEXT\"\nnote placeholder '' \"$TEXT\"\n")
                .succeeds();
        assertThat(runner.notes())
                .containsExactly(
                        new Note.Outside(new Effect.Other(ONE_LINE)),
                        new Note.Outside(new Effect.CratePublished(ONE_LINE, ONE_LINE)),
                        new Note.Placeholder("", " " + ONE_LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\t", "crate\totto", "crate\totto\t1\t2", "workspace\t", "rumor\ta", "outside"})
    void aLineThatNoStandInWritesIsNone(String line) throws Exception {
        Runner runner = noting();
        Files.writeString(runner.toolbox().record(), line + "\n");
        assertThat(runner.notes()).isEmpty();
    }
}
