package dev.slipway.cli;

import picocli.CommandLine.Model.OptionSpec;

/** Creates options without a value. */
final class Flags {
    private Flags() {}

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    static boolean on(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }
}
