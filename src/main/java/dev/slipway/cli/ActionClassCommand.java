package dev.slipway.cli;

import dev.slipway.disk.Checkout;
import dev.slipway.disk.Limit;
import dev.slipway.source.Quote;
import dev.slipway.source.SourceText;
import dev.slipway.typed.ActionClass;
import dev.slipway.typed.ActionFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway action-class}: prints a Java class for an action, with a method for each input and output. */
final class ActionClassCommand implements Command {
    private final PositionalParamSpec action = PositionalParamSpec.builder()
            .paramLabel("<action@ref>")
            .type(String.class)
            .required(true)
            .description("the action and its version, such as docker/bake-action@v7")
            .build();
    private final OptionSpec from = OptionSpec.builder("--from")
            .paramLabel("<file>")
            .type(String.class)
            .required(true)
            .description("the action.yml of that version (required)")
            .build();
    private final OptionSpec packageName = text("--package", "<name>", "the package of the class (default: none)");
    private final OptionSpec release =
            text("--release", "<version>", "the version of a pinned commit, such as v7.1.0, for the comment");
    private final GlobalOptions options;

    ActionClassCommand(GlobalOptions options) {
        this.options = options;
    }

    private static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .defaultValue("")
                .description(description)
                .build();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(action);
        List.of(from, packageName, release).forEach(spec::addOption);
        spec.usageMessage().description("Print a Java class for an action, for workflows written in Java.");
        return spec;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        String named = action.getValue();
        int at = named.indexOf('@');
        if (!named.matches("[A-Za-z0-9_.-]++(/[A-Za-z0-9_.-]++)++@[A-Za-z0-9_./-]++")) {
            throw new IOException("expected an action such as 'docker/bake-action@v7', not " + Quote.of(named));
        }
        String inside = packageName.getValue();
        if (ActionClass.hasKeyword(inside)
                || !inside.matches("([A-Za-z_][A-Za-z0-9_]*+(\\.[A-Za-z_][A-Za-z0-9_]*+)*+)?")) {
            throw new IOException(
                    "--package needs the name of a package, such as 'ci.actions', not " + Quote.of(inside));
        }
        String known = release.getValue();
        if (!known.matches("[A-Za-z0-9_.+-]*+")) {
            throw new IOException("--release needs a version, such as 'v7.1.0', not " + Quote.of(known));
        }
        console.out()
                .print(ActionFile.classFor(file(), inside, named.substring(0, at), named.substring(at + 1), known)
                        .text());
        return ExitCode.FINE;
    }

    private SourceText file() throws IOException {
        String name = from.getValue();
        Path place = options.folder().resolve(name);
        return Checkout.named(options.folder(), place, name, Limit.CONFIG)
                .map(bytes -> SourceText.decode(name, bytes))
                .orElseThrow(() -> new IOException("no such file: " + Quote.of(name)));
    }
}
