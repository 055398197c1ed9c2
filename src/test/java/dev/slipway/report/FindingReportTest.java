package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.Finding;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingReportTest {
    private static final SourceText CONFIG =
            new SourceText("slipway.yml", "name: otto\ntargets: [linux-amd46]\ndocker: {}\n");
    private static final Finding ERROR =
            finding(Severity.ERROR, 2, 11, 11, "unknown target 'linux-amd46'", "did you mean 'linux-amd64'?");
    private static final Finding WARNING = finding(Severity.WARNING, 3, 1, 6, "an image without a base", "");
    private static final Tool TOOL =
            new Tool("0.1.0", List.of(RuleInfo.of("needs", "every job that is needed exists")));

    private static Finding finding(Severity severity, int line, int column, int length, String message, String help) {
        Span span = new Span(new Position(line, column), length);
        return new Finding("config", severity, "slipway.yml", span, message, help);
    }

    private static FindingReport report(Finding... findings) {
        return new FindingReport(List.of(CONFIG), List.of(findings));
    }

    @Test
    void showsEachFindingWithItsLineAndCountsThem() {
        assertThat(report(ERROR, WARNING).text(Style.PLAIN)).isEqualTo("""
                slipway.yml:2:11: error: unknown target 'linux-amd46' [config]
                targets: [linux-amd46]
                          ^~~~~~~~~~~
                help: did you mean 'linux-amd64'?
                slipway.yml:3:1: warning: an image without a base [config]
                docker: {}
                ^~~~~~
                1 error, 1 warning
                """);
    }

    @Test
    void coloursAddNothingButColours() {
        String coloured = report(ERROR, WARNING).text(Style.COLOURED);

        assertThat(coloured).contains("\u001B[31merror:\u001B[0m", "\u001B[33mwarning:\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[\\d+m", ""))
                .isEqualTo(report(ERROR, WARNING).text(Style.PLAIN));
    }

    @Test
    void saysNothingWhereThereIsNothing() {
        assertThat(report().text(Style.PLAIN)).isEmpty();
        assertThat(report().annotations()).isEmpty();
        assertThat(report().summary()).isEmpty();
        assertThat(report().json()).contains("\"findings\": []");
    }

    @Test
    void showsFiftyAndCountsAll() {
        Finding[] many = IntStream.range(0, 60).mapToObj(i -> ERROR).toArray(Finding[]::new);

        assertThat(report(many).text(Style.PLAIN).lines()).hasSize(50 * 4 + 2).endsWith("… and 10 more", "60 errors");
        assertThat(report(many).summary()).endsWith("\n… and 10 more\n");
        assertThat(report(many).json().lines().filter(line -> line.contains("\"rule\"")))
                .hasSize(60);
    }

    @Test
    void aTerminalObeysNothingThatAMessageHolds() {
        SourceText source = new SourceText("a\u001B[2J.yml", "name: \u001B[31m\u202Eotto\n");
        Finding finding =
                new Finding("x", Severity.ERROR, source.name(), Span.START, "bad \u0007 \u009B2J", "\u001B]0;x");

        assertThat(new FindingReport(List.of(source), List.of(finding)).text(Style.PLAIN))
                .isEqualTo("""
                        a\\u{1b}[2J.yml:1:1: error: bad \\u{7} \\u{9b}2J [x]
                        name: ·[31m·otto
                        ^
                        help: \\u{1b}]0;x
                        1 error
                        """);
    }

    @Test
    void annotatesPullRequests() {
        assertThat(report(ERROR, WARNING).annotations()).isEqualTo("""
                ::error file=slipway.yml,line=2,col=11,endColumn=22,title=config::unknown target 'linux-amd46'%0Adid you mean 'linux-amd64'?
                ::warning file=slipway.yml,line=3,col=1,endColumn=7,title=config::an image without a base
                """);
    }

    @Test
    void aMessageCannotEndItsAnnotationNorBeginAnother() {
        Finding finding =
                new Finding("a,b", Severity.NOTE, "c:d,%e\n.yml", Span.START, "100 % of\r\n::stop-commands::x", "");

        assertThat(report(finding).annotations())
                .isEqualTo("::notice file=c%3Ad%2C%25e%0A.yml,line=1,col=1,endColumn=2,title=a%2Cb"
                        + "::100 %25 of%0D%0A::stop-commands::x\n");
    }

    @Test
    void summarizesForAJob() {
        assertThat(report(ERROR, WARNING).summary()).isEqualTo("""
                ### slipway: 1 error, 1 warning

                | where |  | what | rule |
                | --- | --- | --- | --- |
                | `slipway.yml:2:11` | error | unknown target 'linux-amd46' did you mean 'linux-amd64'? | `config` |
                | `slipway.yml:3:1` | warning | an image without a base | `config` |
                """);
    }

    @Test
    void aMessageStaysInItsCell() {
        Finding finding = new Finding("x", Severity.ERROR, "a|`b.yml", Span.START, "<img> | [x](y) `z`\n# _w_", "");

        assertThat(report(finding).summary())
                .endsWith("| `` a\\|`b.yml:1:1 `` | error | \\<img\\> \\| \\[x\\](y) \\`z\\` \\# \\_w\\_ | `x` |\n");
    }

    @Test
    void everyJsonIsOneObjectThatAParserReads() {
        Finding finding = new Finding("x", Severity.ERROR, "a\"b\\.yml", Span.START, "\u0000\uD800 \"\n", "\u2028");
        JsonNode json = JsonMapper.shared().readTree(report(finding).json());

        assertThat(json.at("/findings/0/file").asString()).isEqualTo("a\"b\\.yml");
        assertThat(json.at("/findings/0/message").asString()).isEqualTo("\u0000\uD800 \"\n");
        assertThat(json.at("/errors").asInt()).isOne();
    }

    @Test
    void codeScanningKnowsTheRuleAndThePlace() {
        JsonNode log = JsonMapper.shared().readTree(report(ERROR).sarif(TOOL));
        JsonNode result = log.at("/runs/0/results/0");

        assertThat(log.at("/version").asString()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/tool/driver/rules/0/helpUri").asString())
                .isEqualTo("https://github.com/slipway-dev/slipway/blob/main/docs/rules.md#needs");
        assertThat(log.at("/runs/0/tool/driver/rules/1/id").asString()).isEqualTo("config");
        assertThat(result.at("/ruleIndex").asInt()).isOne();
        assertThat(result.at("/level").asString()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":2,\"startColumn\":11,\"endColumn\":22}");
    }

    @Test
    void aFileIsNamedByAnAddress() {
        Finding finding = new Finding("x", Severity.ERROR, "a b/ü:1%.yml", Span.START, "m", "");

        assertThat(report(finding).sarif(TOOL)).contains("\"uri\": \"a%20b/%C3%BC%3A1%25.yml\"");
    }

    @Test
    void aFindingIsKnownAgainWhenItsLineMoves() {
        SourceText moved =
                new SourceText("slipway.yml", "# new\n\n" + CONFIG.text().replace("targets", "  targets"));
        Finding below = finding(Severity.ERROR, 4, 13, 11, ERROR.message(), ERROR.help());
        FindingReport later = new FindingReport(List.of(moved), List.of(below));

        assertThat(print(later, 0)).isEqualTo(print(report(ERROR), 0)).endsWith(":1");
        assertThat(print(report(ERROR, ERROR), 1))
                .isEqualTo(print(report(ERROR), 0).replace(":1", ":2"));
        assertThat(print(report(WARNING), 0)).isNotEqualTo(print(report(ERROR), 0));
    }

    private static String print(FindingReport report, int result) {
        return JsonMapper.shared()
                .readTree(report.sarif(TOOL))
                .at("/runs/0/results/" + result + "/partialFingerprints/primaryLocationLineHash")
                .asString();
    }
}
