package dev.slipway.model.docker;

import java.util.List;
import java.util.Optional;

/** A line of a stage; values are printed as the instruction's grammar wants them. */
public sealed interface Instruction {
    /** The reason, printed above the instruction; may be empty. */
    String comment();

    /** A variable of the build. */
    record Arg(String comment, String name) implements Instruction {}

    /**
     * Files from a stage or a named build context.
     *
     * @param chmod the permissions of the copies, such as {@code 755}
     * @param chown the owner of the copies, such as {@code 1000:1000}; root if absent
     */
    record Copy(
            String comment,
            String from,
            Optional<String> chmod,
            Optional<String> chown,
            List<String> sources,
            String destination)
            implements Instruction {
        public Copy {
            sources = List.copyOf(sources);
        }
    }

    /** A file or a folder of the main context, as it is there. */
    record CopyFile(String comment, String source, String destination) implements Instruction {}

    /** Commands, joined by {@code &&}. */
    record Run(String comment, List<String> commands) implements Instruction {
        public Run {
            commands = List.copyOf(commands);
        }
    }

    /** A variable that programs in the image see. */
    record Env(String comment, String name, String value) implements Instruction {}

    /** A port that the program listens on, such as {@code 8080} or {@code 53/udp}. */
    record Expose(String comment, String port) implements Instruction {}

    /** The user that the image runs as. */
    record User(String comment, String user) implements Instruction {}

    /** The folder that the image starts in. */
    record Workdir(String comment, String folder) implements Instruction {}

    /** The program that the image is, with its arguments. */
    record Entrypoint(String comment, List<String> command) implements Instruction {
        public Entrypoint {
            command = List.copyOf(command);
        }
    }

    /** The arguments if none are given. */
    record Cmd(String comment, List<String> arguments) implements Instruction {
        public Cmd {
            arguments = List.copyOf(arguments);
        }
    }
}
