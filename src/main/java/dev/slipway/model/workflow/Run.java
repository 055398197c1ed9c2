package dev.slipway.model.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A step that runs a script. */
public record Run(Common common, Text script, Optional<Text> shell, Optional<Text> workingDirectory) implements Step {
    /** A script without expressions: pass values with {@link #env}. */
    public static Run script(String name, String script) {
        return new Run(Common.named(Optional.of(Text.of(name))), lines(script), Optional.empty(), Optional.empty());
    }

    /**
     * A script whose expressions become environment variables, so that no value can run as code. An expression outside double
     * quotes gets quotes.
     *
     * @throws IllegalArgumentException if an expression is in single quotes, where the shell expands no variable
     */
    public static Run script(String name, Text script) {
        Run run = script(name, "");
        StringBuilder body = new StringBuilder();
        for (Text.Part part : script.parts()) {
            Optional<Expr<?>> embedded = part.fold(literal -> Optional.empty(), it -> Optional.of(it.expression()));
            if (embedded.isEmpty()) {
                body.append(part.<String>fold(Text.Literal::text, it -> ""));
                continue;
            }
            String variable = variable(embedded.get());
            run = run.env(variable, Value.of(embedded.get()));
            body.append(reference(body, variable));
        }
        return new Run(run.common, lines(body.toString()), run.shell, run.workingDirectory);
    }

    /** A script of several lines ends with a line break, as any file. */
    private static Text lines(String script) {
        boolean unfinished = script.contains("\n") && !script.endsWith("\n");
        return Text.of(unfinished ? script + "\n" : script);
    }

    private static String variable(Expr<?> expression) {
        String words = expression.source().replaceFirst("^github\\.", "").replaceAll("[^A-Za-z0-9]+", "_");
        return words.replaceAll("^_|_$", "").toUpperCase(Locale.ROOT);
    }

    private static String reference(CharSequence before, String variable) {
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            if (c == '\\' && !single) {
                i++;
            } else if (c == '\'' && !twice) {
                single = !single;
            } else if (c == '"' && !single) {
                twice = !twice;
            }
        }
        if (single) {
            throw new IllegalArgumentException("the shell does not look at an expression in single quotes: " + before);
        }
        return twice ? "${" + variable + "}" : "\"${" + variable + "}\"";
    }

    public Run env(String key, Value value) {
        return with(common.withEnv(key, value));
    }

    public Run env(String key, Expr<String> value) {
        return env(key, Value.of(value));
    }

    public Run env(String key, String value) {
        return env(key, Value.of(value));
    }

    /** The id that expressions refer to. */
    public Run id(String id) {
        return with(common.withId(id));
    }

    public Run when(Expr<Boolean> condition) {
        return with(common.when(condition));
    }

    /** Lets the job continue if the script fails. */
    public Run mayFail() {
        return with(common.mayFail());
    }

    /** Stops the step after this time; by default, only the limit of the job applies. */
    public Run timeoutMinutes(int minutes) {
        return with(common.withTimeout(minutes));
    }

    public Run comment(String comment) {
        return with(common.withComment(comment));
    }

    public Run shell(String shell) {
        return new Run(common, script, Optional.of(Text.of(shell)), workingDirectory);
    }

    /** The folder that the script runs in, relative to the workspace. */
    public Run workingDirectory(String folder) {
        return workingDirectory(Text.of(folder));
    }

    /** The folder that the script runs in, relative to the workspace. */
    public Run workingDirectory(Text folder) {
        return new Run(common, script, shell, Optional.of(folder));
    }

    @Override
    public Run with(Common other) {
        return new Run(other, script, shell, workingDirectory);
    }

    @Override
    public List<Expr<?>> expressions() {
        Expressions found = new Expressions();
        common.expressions().forEach(found::add);
        found.addAll(Optional.of(script));
        found.addAll(shell);
        found.addAll(workingDirectory);
        return found.list();
    }
}
