package dev.slipway.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** One word after {@code slipway}, and what it does; {@link SlipwayCommand} says how to add one. */
interface Command {
    /** Name, description, options and parameters; its user object is this command. */
    CommandSpec spec();

    /** Does the work, when the options have their values. */
    ExitCode run(Console console) throws IOException;

    /** Whether it works on a repository: otherwise it takes only the options for help and the version. */
    default boolean worksOnRepository() {
        return true;
    }

    /** Its counts, if it counts anything. */
    default Optional<Tally> tally() {
        return Optional.empty();
    }
}
