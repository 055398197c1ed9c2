package dev.slipway.render;

import dev.slipway.model.workflow.ActionRef;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.model.workflow.Cancel;
import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Defaults;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Event;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Parallel;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Schedule;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Service;
import dev.slipway.model.workflow.Snapshot;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Wait;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.model.workflow.WorkflowCall;
import dev.slipway.model.workflow.WorkflowDispatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Workflows in which every text is one that YAML could take for something else. */
final class Hostile {
    private static final List<String> ATOMS = List.of(
            "",
            " ",
            "  ",
            "\t",
            "\n",
            "\n\n",
            "\r",
            "\r\n",
            ":",
            ": ",
            " #",
            "#",
            "- ",
            "-",
            "---",
            "...",
            "? ",
            "?",
            "'",
            "''",
            "\"",
            "\\",
            "\\n",
            "*",
            "&a",
            "!",
            "!!int",
            "|",
            "|-",
            ">",
            "%",
            "%YAML",
            "@",
            "`",
            "{",
            "}",
            "[",
            "]",
            ",",
            "{}",
            "[]",
            "[=x]",
            "<#if>",
            "<#visit x>",
            "~",
            "null",
            "Null",
            "yes",
            "No",
            "ON",
            "off",
            "y",
            "N",
            "true",
            "FALSE",
            "<<",
            "=",
            "0",
            "007",
            "0o7",
            "0x1f",
            "0b1",
            "1e3",
            "1.0",
            "1.94.0",
            "1.10",
            ".5",
            ".inf",
            "-.INF",
            ".NaN",
            "+1",
            "-1",
            "1_000",
            "1,000",
            "12:30",
            "1:2:3.4",
            "2026-01-01",
            "2026-1-1 10:00:00",
            "2026-01-01T00:00:00Z",
            "a",
            "word",
            "two words",
            "key: value",
            "a:b",
            "a #b",
            "http://x/#y",
            "$HOME",
            "${x[@]}",
            "}}",
            "ünï",
            "日本",
            "😀",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u00a0",
            "\u3000",
            "\ufeff",
            "\u0007",
            "\u001b[0m",
            "\u007f",
            "\ufffe",
            "x".repeat(130),
            "lorem ipsum ".repeat(20),
            "  indented\n",
            "\tTab\n",
            "echo 'a: b'\n",
            "line \n",
            "#!/bin/sh\n");

    private final Random random;

    Hostile(long seed) {
        this.random = new Random(seed);
    }

    String string() {
        StringBuilder text = new StringBuilder();
        int atoms = 1 + random.nextInt(4);
        for (int i = 0; i < atoms; i++) {
            text.append(ATOMS.get(random.nextInt(ATOMS.size())));
        }
        return text.toString();
    }

    Workflow workflow() {
        StepsJob build = build();
        return new Workflow(
                string(),
                string(),
                Optional.of(string()),
                Optional.of(text()),
                List.of(
                        Event.push().branches(strings()).tags(strings()).remark(string()),
                        Event.named("release"),
                        new Schedule(List.of(new Schedule.Cron(string(), Optional.of(string())))),
                        new WorkflowDispatch(map(this::input)),
                        new WorkflowCall(
                                map(this::input),
                                map(() -> new WorkflowCall.Secret(Optional.of(string()), random.nextBoolean())),
                                map(() -> new WorkflowCall.Output(Optional.of(string()), text())))),
                Optional.of(permissions()),
                Optional.of(string()),
                map(this::value),
                Optional.of(defaults()),
                Optional.of(concurrency()),
                List.of(build, call(build)));
    }

    private StepsJob build() {
        return new StepsJob(
                "build",
                string(),
                Optional.of(text()),
                List.of(),
                Optional.of(condition()),
                new RunsOn(texts(), optional(this::text)),
                Optional.of(container()),
                map(() -> new Service(container(), Optional.of(text()), Optional.of(text()))),
                Optional.of(permissions()),
                Optional.of(string()),
                Optional.of(new Environment(text(), optional(this::text), optional(this::value))),
                Optional.of(concurrency()),
                Optional.of(value()),
                Optional.of(value()),
                Optional.of(value()),
                Optional.of(new Strategy(Optional.of(value()), Optional.of(value()), Optional.of(matrix()))),
                Optional.of(defaults()),
                map(this::value),
                map(this::text),
                Optional.of(new Snapshot(text(), optional(this::text), optional(this::condition))),
                List.of(
                        new Run(common(), text(), Optional.of(text()), Optional.of(text())),
                        new Uses(common(), new ActionRef(string(), string(), string()), map(this::value)),
                        new Wait(common(), strings()),
                        new Cancel(common(), string()),
                        new Parallel(
                                common(), List.of(new Run(common(), text(), Optional.empty(), Optional.empty())))));
    }

    private CallJob call(StepsJob build) {
        return new CallJob(
                "call",
                string(),
                Optional.of(text()),
                List.of(build),
                Optional.of(condition()),
                Optional.of(permissions()),
                Optional.of(string()),
                Optional.of(concurrency()),
                Optional.empty(),
                new ActionRef(string(), "", string()),
                map(this::value),
                map(this::text),
                false);
    }

    private Step.Common common() {
        return new Step.Common(
                string(),
                Optional.of(text()),
                Optional.of(string()),
                optional(this::condition),
                map(this::value),
                optional(this::value),
                optional(this::value),
                random.nextBoolean());
    }

    private Container container() {
        return new Container(
                text(),
                optional(() -> new Container.Credentials(text(), text())),
                map(this::value),
                List.of(value(), value()),
                texts(),
                optional(this::text),
                "");
    }

    private Matrix matrix() {
        return new Matrix(
                map(() -> List.of(value(), value())),
                List.of(map(this::value), Map.of()),
                List.of(map(this::value)),
                Optional.empty());
    }

    private Input input() {
        return new Input(Optional.of(string()), string(), random.nextBoolean(), optional(this::value), strings());
    }

    private Permissions permissions() {
        return Permissions.of(
                new Scope("contents").write(string()), new Permissions.Grant(new Scope("odd"), string(), string()));
    }

    private Defaults defaults() {
        return new Defaults(Optional.of(text()), optional(this::text));
    }

    private Concurrency concurrency() {
        return new Concurrency(text(), optional(this::value), optional(this::string));
    }

    private Expr<Boolean> condition() {
        Expr<Boolean> condition = Expr.contains(Expr.of("github", "ref"), string());
        return random.nextBoolean() ? Expr.not(condition) : condition;
    }

    private Value value() {
        return switch (random.nextInt(5)) {
            case 0 -> Value.of(random.nextBoolean());
            case 1 -> Value.of(random.nextInt());
            default -> text();
        };
    }

    private Text text() {
        Text text = Text.of(string());
        return random.nextInt(3) == 0 ? text.plus(Text.of(Expr.of("github", "ref"))) : text;
    }

    private List<Text> texts() {
        return Stream.generate(this::text).limit(1 + random.nextInt(3)).toList();
    }

    private List<String> strings() {
        return Stream.generate(this::string).limit(1 + random.nextInt(3)).toList();
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <V> Map<String, V> map(Supplier<? extends V> value) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(string(), value.get());
        map.put(string(), value.get());
        return map;
    }
}
