package dev.slipway.shell;

import java.util.List;
import java.util.Optional;

/**
 * A file that a job would make.
 *
 * @param row which run of which job makes it
 * @param by the command that creates it, if one is known
 * @param programs what of compiled programs is in it: one for a program, several for an archive
 * @param text what it says, as far as that is known
 */
public record Made(String row, Optional<Command> by, List<Program> programs, Optional<String> text) {
    public Made {
        programs = List.copyOf(programs);
    }

    /**
     * What a compiler leaves.
     *
     * @param row which run of which job compiles it
     * @param path where it is left
     * @param by the command that creates it, if only that shows the platform
     */
    public record Program(String row, String path, Optional<Command> by) {}
}
