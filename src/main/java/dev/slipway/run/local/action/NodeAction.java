package dev.slipway.run.local.action;

import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.EvaluationFailure;
import dev.slipway.model.expression.Evaluator;
import dev.slipway.model.expression.ExpressionReader;
import dev.slipway.model.expression.InvalidExpression;
import dev.slipway.model.expression.Template;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An action of the repository that is a program for Node.js. The Node.js of this machine runs it.
 *
 * @param name as the step uses it, such as {@code ./.github/actions/label}
 * @param main the program
 * @param post the program that runs at the end of the job, if there is one
 * @param postCondition when that runs; an expression
 * @param env all variables that it starts with: those of the step, and its inputs
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#runs-for-javascript-actions">runs
 *     for JavaScript actions</a>
 */
public record NodeAction(String name, Path main, Optional<Path> post, String postCondition, Map<String, String> env) {
    private static final String PROGRAM = "node";

    public NodeAction {
        env = Map.copyOf(env);
    }

    /** Whether an action is one of the repository, by its name. */
    public static boolean ofRepository(String name) {
        return name.startsWith("./") || name.startsWith("$/");
    }

    /**
     * Reads the action that a step uses.
     *
     * @throws ActionFailed if it is not there, or none that can be rehearsed; the message says how to go on
     */
    public static NodeAction of(ActionCall call) throws IOException {
        String name = call.action().name();
        String wayOut = ": to skip it, add --skip-action " + name;
        Path folder = call.place().host(name.substring(2)).normalize();
        Node document = document(name, folder);
        String using = text(document, "runs", "using").orElse("");
        if (using.equalsIgnoreCase("composite")) {
            throw new ActionFailed(
                    "the steps of the action " + name + " cannot be read; run 'slipway lint' for details");
        }
        if (!using.toLowerCase(Locale.ROOT).startsWith(PROGRAM)) {
            throw new ActionFailed("the action " + name + " runs by '" + using
                    + "'; of this repository's actions, a rehearsal runs only composite and Node.js actions"
                    + wayOut);
        }
        if (call.place().inside()) {
            throw new ActionFailed("the action " + name
                    + " uses Node.js, and a rehearsal does not run Node.js actions in a container" + wayOut);
        }
        if (LocalProcess.executable(PROGRAM, call.env().getOrDefault("PATH", ""))
                .isEmpty()) {
            throw new ActionFailed("the action " + name + " uses Node.js, which is not on this machine; install it, or"
                    + wayOut.substring(1));
        }
        Path main = program(name, folder, text(document, "runs", "main").orElse(""));
        Optional<String> post = text(document, "runs", "post");
        return new NodeAction(
                name,
                main,
                post.isPresent() ? Optional.of(program(name, folder, post.get())) : Optional.empty(),
                text(document, "runs", "post-if").orElse("always()"),
                environment(call, document, folder));
    }

    private static Node document(String name, Path folder) throws IOException {
        for (String file : List.of("action.yml", "action.yaml")) {
            Path path = folder.resolve(file);
            if (Files.isRegularFile(path)) {
                try {
                    return YamlReader.read(
                            new SourceText(name + "/" + file, RegularFile.text(path, name + "/" + file, Limit.CONFIG)));
                } catch (InvalidSource invalid) {
                    throw new ActionFailed(name + "/" + file + " is not YAML: " + invalid.getMessage());
                }
            }
        }
        throw new ActionFailed("there is no action.yml in '" + name.substring(2)
                + "' of the workspace; an action of the repository exists only after actions/checkout");
    }

    private static Path program(String name, Path folder, String file) {
        Path program = folder.resolve(file).normalize();
        if (file.isEmpty() || !Files.isRegularFile(program)) {
            throw new ActionFailed("the action " + name + " has no file '" + file + "'");
        }
        return program;
    }

    private static Optional<String> text(Node node, String... keys) {
        Optional<Node> here = Optional.of(node);
        for (String key : keys) {
            here = here.flatMap(it -> it.child(key));
        }
        return here.flatMap(it -> it.fold(
                mapping -> Optional.<String>empty(),
                sequence -> Optional.empty(),
                scalar -> Optional.of(scalar.text())));
    }

    /** Inputs are variables; those that the step does not give have their defaults. */
    private static Map<String, String> environment(ActionCall call, Node document, Path folder) {
        Map<String, String> env = new LinkedHashMap<>(call.env());
        Contexts known = known(call);
        document.child("inputs")
                .map(inputs -> inputs.fold(
                        Node.Mapping::entries,
                        sequence -> Map.<String, Node.Entry>of(),
                        scalar -> Map.<String, Node.Entry>of()))
                .orElse(Map.of())
                .forEach((input, entry) -> env.put(
                        variable(input), filled(text(entry.value(), "default").orElse(""), known)));
        call.step().inputs().forEach((input, value) -> env.put(variable(input), value));
        env.put("GITHUB_ACTION_PATH", folder.toString());
        return env;
    }

    private static String variable(String input) {
        return "INPUT_" + input.replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    private static String filled(String text, Contexts known) {
        try {
            StringBuilder filled = new StringBuilder();
            int done = 0;
            for (Template.Code code : Template.of(text).codes()) {
                filled.append(text, done, code.start())
                        .append(new Evaluator(known)
                                .evaluate(ExpressionReader.read(code.source()))
                                .text());
                done = code.end();
            }
            return filled.append(text.substring(done)).toString();
        } catch (InvalidExpression | EvaluationFailure invalid) {
            throw new ActionFailed("the default '" + text + "' has no value: " + invalid.getMessage());
        }
    }

    /** What the variables say of {@code github} and {@code runner}, and the token. */
    private static Contexts known(ActionCall call) {
        return Contexts.NOTHING
                .with(
                        "github",
                        context(
                                call,
                                "GITHUB_",
                                Map.of("token", Data.of(call.site().token()))))
                .with("runner", context(call, "RUNNER_", Map.of()));
    }

    private static Data context(ActionCall call, String prefix, Map<String, Data> more) {
        Map<String, Data> all = new LinkedHashMap<>(more);
        call.env().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                all.put(name.substring(prefix.length()).toLowerCase(Locale.ROOT), Data.of(value));
            }
        });
        return new Data.Dict(all, false);
    }

    /** The words that start one of its programs. */
    public static List<String> words(Path program) {
        return List.of(PROGRAM, program.toString());
    }

    /**
     * Whether it has something to do at the end of the job.
     *
     * @param failed whether a step of the job failed
     */
    public boolean ends(boolean failed) {
        Map<String, java.util.function.Function<List<Data>, Data>> status = Map.of(
                "always", arguments -> Data.TRUE,
                "success", arguments -> Data.of(!failed),
                "failure", arguments -> Data.of(failed),
                "cancelled", arguments -> Data.FALSE);
        try {
            return post.isPresent()
                    && Evaluator.truth(new Evaluator(Contexts.NOTHING.with(status)).evaluate(postCondition))
                            .orElse(true);
        } catch (InvalidExpression | EvaluationFailure invalid) {
            return true;
        }
    }
}
