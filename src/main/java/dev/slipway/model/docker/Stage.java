package dev.slipway.model.docker;

import java.util.List;
import java.util.Optional;

/**
 * A stage of a Dockerfile.
 *
 * @param comment the reason for the stage, printed above it
 * @param platform for what the stage is built; the image's own platform if absent
 * @param name how later stages refer to it; absent for the last
 */
public record Stage(
        String comment,
        String image,
        Optional<String> platform,
        Optional<String> name,
        List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }
}
