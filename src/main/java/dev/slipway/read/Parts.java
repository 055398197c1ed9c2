package dev.slipway.read;

import dev.slipway.model.workflow.Concurrency;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.Defaults;
import dev.slipway.model.workflow.Environment;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Service;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what several kinds of jobs, or a job and a workflow, have. */
final class Parts {
    private static final Text NOTHING = Text.of("");

    private Parts() {}

    static Optional<Permissions> permissions(Keys keys) {
        return keys.node("permissions")
                .flatMap(node -> node.fold(
                        mapping -> keys.nested("permissions", Parts::grants),
                        sequence -> keys.nested("permissions", Parts::grants),
                        scalar -> scalar.type() == Node.Scalar.Type.NULL
                                ? Optional.of(Permissions.NONE)
                                : Optional.of(new Permissions(Optional.of(scalar.text()), List.of()))));
    }

    private static Permissions grants(Keys keys) {
        List<Permissions.Grant> grants = new ArrayList<>();
        keys.each((node, place) -> grants.add(new Permissions.Grant(
                new Scope(place.last()), keys.word(place.last()).orElse("none"), "")));
        return new Permissions(Optional.empty(), grants);
    }

    static Optional<Concurrency> concurrency(Keys keys) {
        return keys.shortOr(
                "concurrency",
                group -> new Concurrency(group, Optional.empty(), Optional.empty()),
                it -> new Concurrency(
                        it.text("group").orElse(NOTHING), it.value("cancel-in-progress"), it.word("queue")));
    }

    static Optional<Defaults> defaults(Keys keys) {
        return keys.nested(
                        "defaults",
                        it -> it.nested("run", run -> {
                            Optional<Text> shell = run.text("shell");
                            Optional<Text> directory = run.text("working-directory");
                            return shell.isEmpty() && directory.isEmpty()
                                    ? Optional.<Defaults>empty()
                                    : Optional.of(new Defaults(shell, directory));
                        }))
                .flatMap(run -> run)
                .flatMap(run -> run);
    }

    static Environment environment(Text name) {
        return new Environment(name, Optional.empty(), Optional.empty());
    }

    static Environment environment(Keys keys) {
        return new Environment(keys.text("name").orElse(NOTHING), keys.text("url"), keys.value("deployment"));
    }

    static Container image(Text image) {
        return new Container(image, Optional.empty(), Map.of(), List.of(), List.of(), Optional.empty(), "");
    }

    static Container container(Keys keys) {
        return new Container(
                keys.text("image").orElse(NOTHING),
                keys.nested(
                        "credentials",
                        it -> new Container.Credentials(
                                it.text("username").orElse(NOTHING),
                                it.text("password").orElse(NOTHING))),
                keys.values("env"),
                keys.node("ports")
                        .map(node -> keys.values(node, keys.at("ports")))
                        .orElse(List.of()),
                keys.texts("volumes"),
                keys.text("options"),
                "");
    }

    static Service service(Keys keys) {
        return new Service(container(keys), keys.text("entrypoint"), keys.text("command"));
    }

    static Optional<Strategy> strategy(Keys keys) {
        return keys.nested(
                "strategy",
                it -> new Strategy(
                        it.value("fail-fast"),
                        it.value("max-parallel"),
                        it.computed("matrix").isPresent()
                                ? Optional.of(new Matrix(Map.of(), List.of(), List.of(), it.computed("matrix")))
                                : it.nested("matrix", Parts::matrix)));
    }

    private static Matrix matrix(Keys keys) {
        Map<String, List<Value>> axes = new LinkedHashMap<>();
        Map<String, Text> computed = new LinkedHashMap<>();
        List<Map<String, Value>> include = rows(keys, "include");
        List<Map<String, Value>> exclude = rows(keys, "exclude");
        keys.each((node, place) -> {
            String key = place.last();
            keys.computed(key).ifPresent(code -> computed.put(key, Text.of(code)));
            if (!computed.containsKey(key) && !key.equals("include") && !key.equals("exclude")) {
                axes.put(key, keys.values(node, place));
            }
            return key;
        });
        return new Matrix(axes, include, exclude, computed, Optional.empty());
    }

    private static List<Map<String, Value>> rows(Keys keys, String key) {
        return keys.computed(key).isPresent() ? List.of() : keys.rows(key);
    }
}
