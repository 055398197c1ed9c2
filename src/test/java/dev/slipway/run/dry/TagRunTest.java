package dev.slipway.run.dry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.expression.Data;
import dev.slipway.run.JobRun;
import dev.slipway.run.Result;
import dev.slipway.run.TriggeringEvent;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release workflow, for a tag that is known. */
class TagRunTest {
    private static final String TAGGING = """
                  - uses: docker/metadata-action@v6
                    with:
                      images: ghcr.io/acme/tool
                      tags: |
            %s
                      flavor: latest=%s
            """;

    private static final TriggeringEvent DISPATCH =
            new TriggeringEvent("workflow_dispatch", "", "", Map.of("version", Data.of("1.2.3")));

    private static TagRun of(TriggeringEvent event, String jobs) {
        String text =
                "on: {push: {tags: ['v*']}, workflow_dispatch: {inputs: {version: {}, dry: {type: boolean}}}}\njobs:\n"
                        + jobs.indent(2);
        return TagRun.of(
                new SourceText("release.yml", text),
                event,
                "acme/tool",
                script -> script.contains("tell") ? Map.of("prerelease", Data.of("true")) : Map.of());
    }

    private static TagRun of(String jobs) {
        return of(TriggeringEvent.tag("v1.2.3-rc.1"), jobs);
    }

    private static String job(String id, String more) {
        return id + ":\n  runs-on: ubuntu-latest\n" + more.indent(2) + "  steps: [{run: 'true'}]\n";
    }

    private static TaggedImage tags(String rules, String latest) {
        return tags(TriggeringEvent.tag("v1.2.3-rc.1"), rules, latest);
    }

    private static TaggedImage tags(TriggeringEvent event, String rules, String latest) {
        return of(
                        event,
                        "a:\n  runs-on: ubuntu-latest\n  steps:\n      - {id: x, run: other}\n"
                                + TAGGING.formatted(rules.indent(12).stripTrailing(), latest))
                .tagged()
                .get(0);
    }

    @Test
    void aConditionOnTheTagIsDecided() {
        assertThat(of(job("a", "if: contains(github.ref_name, '-')") + job("b", "if: github.ref_name == 'v1.2.3'"))
                        .jobs())
                .extracting(JobRun::id, JobRun::result, JobRun::certain)
                .containsExactly(tuple("a", Result.SUCCESS, true), tuple("b", Result.SKIPPED, true));
    }

    @Test
    void aConditionOnWhatAScriptGivesIsOpenUnlessTheScriptIsKnown() {
        String script = "a:\n  runs-on: x\n  outputs: {prerelease: '${{ steps.s.outputs.prerelease }}'}\n"
                + "  steps: [{id: s, run: %s}]\n" + job("b", "needs: a\nif: needs.a.outputs.prerelease == 'false'");
        assertThat(of(script.formatted("tell")).jobs())
                .extracting(JobRun::result, JobRun::certain)
                .containsExactly(tuple(Result.SUCCESS, true), tuple(Result.SKIPPED, true));
        assertThat(of(script.formatted("other")).jobs())
                .extracting(JobRun::result, JobRun::certain)
                .containsExactly(tuple(Result.SUCCESS, true), tuple(Result.SUCCESS, false));
    }

    @Test
    void theRowsOfAMatrixSayTheirMachines() {
        String matrix =
                "a:\n  runs-on: ${{ matrix.on }}\n  strategy: {matrix: {on: [x, y, x]}}\n  steps: [{run: 'true'}]\n";
        assertThat(of(matrix).machines()).isEqualTo(Map.of("a", java.util.List.of("x", "y")));
    }

    @Test
    void aDispatchIsOnABranchThatNobodyKnows() {
        String jobs = job("a", "if: github.ref_name == 'main'")
                + job("b", "if: inputs.version == '2.0.0'")
                + job("c", "if: inputs.dry");
        assertThat(of(DISPATCH, jobs).jobs())
                .extracting(JobRun::result, JobRun::certain)
                .containsExactly(
                        tuple(Result.SUCCESS, false), tuple(Result.SKIPPED, true), tuple(Result.SKIPPED, true));
    }

    @Test
    void tagsOfTheImageComeFromTheRules() {
        assertThat(tags("type=semver,pattern={{version}}\ntype=sha", "false").certain())
                .containsExactly("ghcr.io/acme/tool:1.2.3-rc.1", "ghcr.io/acme/tool:sha-<commit>");
    }

    @Test
    void aTagThatAnOpenSwitchDecidesIsPossible() {
        TaggedImage image = tags("type=raw,value=edge,enable=${{ steps.x.outputs.y }}", "${{ steps.x.outputs.z }}");
        assertThat(image.certain()).isEmpty();
        assertThat(image.possible()).containsExactly("ghcr.io/acme/tool:edge", "ghcr.io/acme/tool:latest");
    }

    @Test
    void nothingIsToldOfATagWithAnOpenName() {
        assertThat(tags("type=raw,value=${{ steps.x.outputs.y }}", "false").told())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "type=semver,pattern={{version}}",
                "type=pep440,pattern={{version}}",
                "type=match,pattern=v(.*),group=1",
                "type=ref,event=tag",
                "type=edge,branch=main",
                "type=raw,value={{branch}}",
                "type=raw,value=edge,enable={{is_default_branch}}",
                "type=sha\ntype=ref,event=branch"
            })
    void nothingIsToldOfATagOfAnUnknownBranch(String rules) {
        assertThat(tags(DISPATCH, rules, "false").told()).isFalse();
    }

    @Test
    void aTagThatNoBranchChangesIsToldOnAnUnknownBranch() {
        assertThat(tags(DISPATCH, "type=semver,pattern={{version}},value=v2.0.0\ntype=sha\nedge", "false")
                        .certain())
                .containsExactly("ghcr.io/acme/tool:2.0.0", "ghcr.io/acme/tool:edge", "ghcr.io/acme/tool:sha-<commit>");
    }

    @Test
    void whatIsNoWorkflowIsRefused() {
        assertThatThrownBy(() -> of("a: {}")).isInstanceOf(InvalidSource.class);
    }
}
