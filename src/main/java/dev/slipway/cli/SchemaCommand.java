package dev.slipway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code slipway schema}: the JSON schema of a {@code slipway.yml}, for editors. */
final class SchemaCommand implements Command {
    private final PositionalParamSpec which = PositionalParamSpec.builder()
            .paramLabel("<schema>")
            .type(Which.class)
            .converters(Choice.of(Which.class))
            .arity("0..1")
            .defaultValue(Which.CONFIG.toString())
            .description(
                    "config for slipway.yml, base for files that it extends, or workflow for GitHub workflows (default: config)")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).addPositional(which);
        spec.usageMessage().description("Print the JSON schema of slipway.yml, for editors.");
        return spec;
    }

    @Override
    public boolean worksOnRepository() {
        return false;
    }

    @Override
    public ExitCode run(Console console) throws IOException {
        Which asked = which.getValue();
        console.out().print(asked.text());
        return ExitCode.FINE;
    }

    /** The schemas there are. */
    private enum Which {
        CONFIG("slipway.schema.json"),
        BASE("slipway.base.schema.json"),
        WORKFLOW("github-workflow.schema.json");

        private final String file;

        Which(String file) {
            this.file = file;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        String text() throws IOException {
            String path = "/dev/slipway/schemas/" + file;
            try (InputStream in = Objects.requireNonNull(SchemaCommand.class.getResourceAsStream(path), path)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
