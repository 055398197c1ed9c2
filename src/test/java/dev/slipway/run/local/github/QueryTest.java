package dev.slipway.run.local.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds what {@code --jq} prints against jq itself. */
@Tag("once")
class QueryTest {
    private static final Map<String, String> ENV = Map.of("PREFIX", "cli-", "PATH", System.getenv("PATH"));

    private static final List<String> INPUTS = List.of(
            "{\"isDraft\":false,\"body\":\"a \\\"b\\\"\\nc\",\"n\":3,\"half\":1.5,\"none\":null}",
            "{\"isDraft\":true,\"body\":\"\",\"assets\":[{\"name\":\"b.zip\",\"size\":2},{\"name\":\"a.zip\",\"size\":10}]}",
            "[{\"tagName\":\"cli-1.2.0\",\"isDraft\":false},{\"tagName\":\"v9\",\"isDraft\":true},{\"tagName\":\"cli-1.1\"}]",
            "[3,1,2,1,\"x\",null,true,[1],{\"a\":1}]",
            "\"text\"",
            "null");

    private static Call call() {
        return new Call(List.of("gh"), Path.of("."), ENV, "");
    }

    private static JsonNode json(String text) {
        return Json.read(text).orElseThrow();
    }

    private static String ours(String expression, String input) {
        try {
            return new Query(Optional.empty()).of(expression, json(input), call());
        } catch (Failure e) {
            assertThat(e).hasMessageNotContaining("cannot evaluate");
            return "error";
        }
    }

    private static CommandResult jq(Call call) {
        try {
            ProcessBuilder builder = new ProcessBuilder(call.words());
            builder.environment().putAll(call.env());
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(call.input().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                assertThat(process.waitFor())
                        .as("it does not read where the expression is wrong")
                        .isNotZero();
            }
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new CommandResult(process.waitFor(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assumeJq() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "jq"))),
                "no jq on this machine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                ".isDraft",
                ".body",
                ".none",
                ".half",
                ".\"body\"",
                ".[\"body\"]",
                ".assets[].name",
                ".assets[0].size",
                ".assets[-1].name?",
                ".[]?",
                ".[0]?",
                "\"\\(.isDraft) \\(.body)\"",
                "\"\\(.[]?) and \\(1, 2)\\t\\\\\"",
                "select(.isDraft | not) | .body",
                ".[].tagName | select(startswith(env.PREFIX)) | ltrimstr(env.PREFIX) | select(test(\"^[0-9.]+([+].*)?$\"))",
                ".[] | select(.isDraft == false) | .tagName",
                "[.[] | select(.isDraft)] | length",
                "map(.tagName) | join(\", \")",
                "map(select(.isDraft != true) | .tagName) | sort | first",
                "[.assets[] | {name, mb: (.size + 1)}] | sort_by(.mb)",
                "[.assets[] | {\"n\": .name}] | .[0] // \"nothing\"",
                "sort, unique, length, type",
                "keys",
                "add",
                ".n > 2 and .half <= 1.5 or false",
                "if .isDraft then \"draft\" elif .n then \"public\" else \"no\" end",
                ".isDraft? // .none? // \"other\"",
                "[.[]? | type]",
                "tostring | ascii_upcase | endswith(\"}\")",
                "$ENV.PREFIX",
                ".a.b.c",
                "[]",
                "{}",
                "{a: 1, b: (1, 2)}",
                "{\"x-\\(.n?)\": 1, \"y\": .body?}",
                "empty",
                "first(.[].tagName)",
                "any(.size > 3)?",
                "[.[]? | .name?]",
                "first(.[]? | select(. == 2))",
                "has(\"body\")",
                ".body | split(\"\\n\")",
                "all, any",
                "reverse",
                "last",
                "# a comment\n.n # and another"
            })
    void printsWhatJqPrints(String expression) {
        assumeJq();
        String wrapped = "(" + expression + "\n) | if . == null then \"\" else . end";
        for (String input : INPUTS) {
            CommandResult judge = jq(new Call(List.of("jq", "-rc", wrapped), Path.of("."), ENV, input));
            String expected = judge.exit() == 0 ? judge.out() : "error";
            String actual = ours(expression, input);
            assertThat(actual.replace("1.50\n", "1.5\n"))
                    .as(expression + " of " + input)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".a |= 1",
                "reduce .[] as $x (0; . + $x)",
                "def f: 1; f",
                "@base64",
                ".[1:2]",
                "1 - 1",
                ". as [$a] | $a",
                "limit(1; .[])",
                ".a +",
                "]",
                "gsub(\"a\"; \"b\")"
            })
    void theRestIsLeftToJq(String expression) {
        assertThat(FilterReader.read(expression, ENV)).isEmpty();
        assertThatThrownBy(() -> new Query(Optional.empty()).of(expression, json("null"), call()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("install jq");
    }

    @Test
    void theJqOfTheMachineIsAskedForTheRest() {
        assumeJq();
        StandIn program = QueryTest::jq;
        Query query = new Query(Optional.of(program));
        assertThat(query.of("reduce .[] as $x (0; . + $x), null, {a: .[1:]}", json("[1, 2]"), call()))
                .isEqualTo("3\n\n{\"a\":[2]}\n");
        assertThatThrownBy(() -> query.of("def", json("1"), call())).isInstanceOf(Failure.class);
    }

    @Test
    void aDotMayStandBeforeABracket() {
        assertThat(ours(".a.[0].b", "{\"a\":[{\"b\":1}]}")).isEqualTo("1\n");
    }

    @Test
    void fractionsHaveTwoDigitsAsInTheGitHubCommandLine() {
        assertThat(ours(".[]", "[1.5, 2.0, 100, 0.333]")).isEqualTo("1.50\n2\n100\n0.33\n");
    }

    @Test
    void muchSpaceAndManyCommentsCostNothing() {
        String space = " ".repeat(50_000) + "# a comment\n".repeat(2_000);
        assertThat(FilterReader.read(".a" + space + "|" + space + ".b", Map.of()))
                .isPresent();
    }
}
