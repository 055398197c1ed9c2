package dev.slipway.toolchain.command;

import dev.slipway.config.BuildGrammars;
import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.TargetWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the key {@code command}. */
public final class CommandReader {
    /** The shell is the user's own; only what GitHub would put into it before the shell sees it is refused. */
    private static final Grammar LINE = new Grammar(
            "command",
            "commands",
            1000,
            ".*[^ ].*",
            "one line of shell, with {target}, {platform}, {name} and {version} filled in",
            "make TARGET={target}");

    private static final Grammar OUTPUT = new Grammar(
                    "path",
                    "paths",
                    200,
                    "(?!/)(?!.*(^|/)\\.\\.(/|$))([A-Za-z0-9_./-]|\\{(name|target|platform)\\})*\\{name\\}",
                    "a path below the repository that ends with {name}",
                    "bin/{name}")
            .filling("name", "platform", "target");
    private static final Grammar PROGRAM =
            new Grammar("program", "programs", 64, "[A-Za-z0-9_][A-Za-z0-9_.-]*", "the name of a program", "otto");
    private static final Grammar WORD = new Grammar(
            "word for a target",
            "words for targets",
            100,
            "[A-Za-z0-9_][A-Za-z0-9_.+-]*",
            "the command's name for the target",
            "aarch64-linux-musl");

    private CommandReader() {}

    public static Command read(Fields fields) {
        fields.require("build", LINE);
        Script build = script(fields, "build", true);
        return new Command(
                build.lines().isEmpty() ? new Script(List.of(":")) : build,
                fields.text("output", OUTPUT).orElse("{name}"),
                fields.texts("bins", PROGRAM),
                script(fields, "setup", false),
                script(fields, "lint", false),
                script(fields, "test", false),
                script(fields, "version", false),
                words(fields),
                !fields.flag("static").orElse(false),
                fields.flag("history").orElse(false));
    }

    private static Script script(Fields fields, String key, boolean values) {
        Script script = new Script(
                fields.texts(key, LINE).stream().filter(line -> !line.isEmpty()).toList());
        script.hidden()
                .ifPresent(word -> fields.report(
                        fields.at(key),
                        Quote.of(word) + " is in single quotes, where the shell does not replace it",
                        "use double quotes, or none"));
        if (!values) {
            Script.WORDS.stream()
                    .filter(word -> script.uses(word))
                    .findFirst()
                    .ifPresent(word -> fields.report(
                            fields.at(key),
                            "'{" + word + "}' is only available in 'build'",
                            "remove it: CI runs this command too"));
        }
        return script;
    }

    private static Map<String, String> words(Fields fields) {
        Map<String, String> words = new LinkedHashMap<>();
        fields.texts("targets", BuildGrammars.TARGET, WORD)
                .forEach((key, word) -> Target.of(key)
                        .ifPresentOrElse(
                                target -> words.put(target.word(), word),
                                () -> fields.report(
                                        fields.at("targets").child(key).key(),
                                        "unknown target " + Quote.of(key),
                                        TargetWords.advice(key, Target.allWords(), Target.usualWords()))));
        return words;
    }
}
