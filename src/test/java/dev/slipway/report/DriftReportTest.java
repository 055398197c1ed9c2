package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.files.Cause;
import dev.slipway.files.Drift;
import dev.slipway.files.FileDrift;
import dev.slipway.files.KeptPin;
import dev.slipway.files.ManifestState;
import dev.slipway.files.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriftReportTest {
    private static final String RECORD = ".slipway/manifest.json";

    private static final Tool TOOL = new Tool("0.1.0", List.of());
    private static final FileDrift CURRENT = file("ci.yml", Verdict.CURRENT, "a\n", "a\n");
    private static final FileDrift STALE = file("release.yml", Verdict.STALE, "a\nb\n", "a\nc\n", Cause.CONFIG);
    private static final FileDrift EDITED = file("Dockerfile", Verdict.EDITED, "a\n", "b\n", Cause.HAND, Cause.CONFIG);
    private static final FileDrift MISSING =
            new FileDrift(".dockerignore", Verdict.MISSING, List.of(), Optional.empty(), Optional.of("*\n"), List.of());
    private static final FileDrift FOREIGN = file("docs/release.md", Verdict.FOREIGN, "mine\n", "ours\n");

    private static FileDrift file(String path, Verdict verdict, String before, String after, Cause... causes) {
        return new FileDrift(path, verdict, List.of(causes), Optional.of(before), Optional.of(after), List.of());
    }

    private static FileDrift orphan(String path, Cause... causes) {
        return new FileDrift(path, Verdict.ORPHAN, List.of(causes), Optional.of("old\n"), Optional.empty(), List.of());
    }

    private static DriftReport report(FileDrift... files) {
        return new DriftReport(new Drift(List.of(files), ManifestState.SOUND, Optional.of("0.1.0"), RECORD));
    }

    @Test
    void saysWhatEachFileIsAndWhyAndWhatToDo() {
        assertThat(report(CURRENT, STALE, EDITED, MISSING, FOREIGN).text(Style.PLAIN, TOOL))
                .isEqualTo("""
                        stale           release.yml: the config or a file it names has changed
                        edited by hand  Dockerfile: edited by hand, and the config or a file it names has changed
                        missing         .dockerignore
                        foreign         docs/release.md

                        --- a/release.yml
                        +++ b/release.yml
                        @@ -1,2 +1,2 @@
                         a
                        -b
                        +c

                        --- a/Dockerfile
                        +++ b/Dockerfile
                        @@ -1,1 +1,1 @@
                        -a
                        +b

                        --- a/docs/release.md
                        +++ b/docs/release.md
                        @@ -1,1 +1,1 @@
                        -mine
                        +ours

                        run `slipway generate` to bring the files up to date
                        Dockerfile: move what you need into the config, then run `slipway generate --force`; the old file is kept as .orig
                        docs/release.md: run `slipway generate --force` to replace it (the old file is kept as .orig), or `--adopt` to keep it until the next `slipway generate`
                        """);
    }

    @Test
    void saysThatAllIsWell() {
        assertThat(report(CURRENT).text(Style.PLAIN, TOOL)).isEqualTo("1 file is current\n");
        assertThat(report(CURRENT).annotations()).isEmpty();
        assertThat(report(CURRENT).summary()).isEmpty();
    }

    @Test
    void anOrphanIsDeletedUnlessItWasEdited() {
        assertThat(report(orphan("old.yml")).text(Style.PLAIN, TOOL)).isEqualTo("""
                orphan  old.yml

                run `slipway generate` to bring the files up to date
                """);
        assertThat(report(orphan("old.yml", Cause.HAND)).text(Style.PLAIN, TOOL))
                .isEqualTo("""
                orphan  old.yml: edited by hand

                old.yml: no longer needed; delete it, or run `slipway generate --force`
                """);
    }

    @Test
    void saysThatAnotherSlipwayWroteTheFiles() {
        DriftReport report =
                new DriftReport(new Drift(List.of(STALE), ManifestState.SOUND, Optional.of("0.0.9"), RECORD));

        assertThat(report.text(Style.PLAIN, TOOL))
                .contains("the files were written by slipway 0.0.9; this is slipway 0.1.0\n");
    }

    @Test
    void aDamagedManifestIsSomethingToMend() {
        DriftReport report =
                new DriftReport(new Drift(List.of(CURRENT), ManifestState.DAMAGED, Optional.empty(), RECORD));

        assertThat(report.text(Style.PLAIN, TOOL)).isEqualTo("""
                damaged  .slipway/manifest.json: changed after slipway wrote it, for example by a merge

                run `slipway generate` to bring the files up to date
                """);
        assertThat(report.annotations()).startsWith("::error file=.slipway/manifest.json,line=1,");
        assertThat(report.json()).contains("\"manifest\": \"damaged\"").doesNotContain("writtenBy");
    }

    @Test
    void namesThePinsThatStay() {
        String wanted = "a".repeat(40);
        String kept = "b".repeat(40);
        FileDrift file = new FileDrift(
                "ci.yml",
                Verdict.CURRENT,
                List.of(),
                Optional.of("x\n"),
                Optional.of("x\n"),
                List.of(new KeptPin("ci.yml", 7, "actions/checkout", wanted, kept, "v9")));

        assertThat(report(file).text(Style.PLAIN, TOOL)).isEqualTo("""
                kept as in the committed workflows:
                  ci.yml:7: actions/checkout@bbbbbbbbbbbb (v9), not aaaaaaaaaaaa
                1 file is current
                """);
    }

    @Test
    void aTerminalObeysNothingThatAFileHolds() {
        FileDrift file = file("Dockerfile", Verdict.EDITED, "\u001B[2J\u202E\tx\u009B1m\n", "b\n", Cause.HAND);

        assertThat(report(file).text(Style.PLAIN, TOOL)).contains("-\\u{1b}[2J\\u{202e}\tx\\u{9b}1m\n");
        assertThat(report(file).summary()).contains("-\\u{1b}[2J");
        assertThat(JsonMapper.shared()
                        .readTree(report(file).json())
                        .at("/files/0/diff")
                        .asString())
                .contains("-\u001B[2J\u202E");
    }

    @Test
    void coloursAddNothingButColours() {
        String coloured = report(STALE, EDITED).text(Style.COLOURED, TOOL);

        assertThat(coloured).contains("\u001B[31m-b\u001B[0m", "\u001B[32m+c\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[\\d+m", ""))
                .isEqualTo(report(STALE, EDITED).text(Style.PLAIN, TOOL));
    }

    @Test
    void annotatesTheFirstLineThatDiffers() {
        FileDrift longer = file("ci.yml", Verdict.STALE, "a\n", "a\nb\n", Cause.CONFIG);

        assertThat(report(STALE, longer, MISSING).annotations()).isEqualTo("""
                ::error file=release.yml,line=2,col=1,endColumn=2,title=slipway::stale: the config or a file it names has changed; run `slipway generate`
                ::error file=ci.yml,line=1,col=1,endColumn=2,title=slipway::stale: the config or a file it names has changed; run `slipway generate`
                ::error file=.dockerignore,line=1,col=1,endColumn=2,title=slipway::missing; run `slipway generate`
                """);
    }

    @Test
    void aFileCannotEndTheFenceOfItsDiff() {
        FileDrift file = file("a.md", Verdict.STALE, "```\n````sh\n", "b\n", Cause.CONFIG);

        assertThat(report(file).summary()).isEqualTo("""
                ### slipway: generated files are out of date

                | file | what |
                | --- | --- |
                | `a.md` | stale: the config or a file it names has changed; run \\`slipway generate\\` |

                - run `slipway generate` to bring the files up to date

                `````diff
                --- a/a.md
                +++ b/a.md
                @@ -1,2 +1,1 @@
                -```
                -````sh
                +b
                `````
                """);
    }

    @Test
    void codeScanningHasARuleForEachVerdict() {
        JsonNode run =
                JsonMapper.shared().readTree(report(STALE, EDITED).sarif(TOOL)).at("/runs/0");

        assertThat(run.at("/tool/driver/rules").findValuesAsString("id"))
                .containsExactly("stale", "edited", "missing", "orphan", "foreign", "damaged-manifest");
        assertThat(run.at("/results").findValuesAsString("ruleId")).containsExactly("stale", "edited");
    }
}
