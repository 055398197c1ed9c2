package dev.slipway.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** One word after {@code slipway}, and what it does; {@link SlipwayCommand} says how to add one. */
interface Command {
    /** Name, description, options and parameters; its user object is this command. */
    CommandSpec spec();

    /** Runs the command after the options have been parsed. */
    ExitCode run(Console console) throws IOException;

    /** Whether it works on a repository: otherwise it takes only the options for help and the version. */
    default boolean worksOnRepository() {
        return true;
    }

    /** The counts of the command, if it has any. */
    default Optional<Tally> tally() {
        return Optional.empty();
    }
}
