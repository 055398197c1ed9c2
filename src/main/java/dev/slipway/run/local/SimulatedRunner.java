package dev.slipway.run.local;

import dev.slipway.run.local.artifact.Artifact;
import dev.slipway.run.local.consumer.ProgramFile;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.Note;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A runner of another system or processor, which this machine simulates: what its job compiles may be for this machine.
 *
 * @param before how many artifacts were there before it
 */
record SimulatedRunner(Site site, Machine machine, int before) {
    static SimulatedRunner of(Site site, Machine machine) {
        return new SimulatedRunner(site, machine, site.artifacts().all().size());
    }

    /**
     * A sentence about uploaded programs that were built for this machine instead of their target; empty if there are none,
     * or if the stand-in that built them has reported it.
     */
    Optional<String> builtHere(List<Note> notes) throws IOException {
        if (machine.simulated().isEmpty() || notes.stream().anyMatch(Note.Placeholder.class::isInstance)) {
            return Optional.empty();
        }
        List<String> programs = new ArrayList<>();
        List<Artifact> uploaded = site.artifacts().all();
        for (Artifact artifact : uploaded.subList(Math.min(before, uploaded.size()), uploaded.size())) {
            programs.addAll(site.artifacts()
                    .files(artifact, ProgramFile.LONGEST_HEADER, head -> ProgramFile.isFor(site.host(), head)));
        }
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", programs) + " was built for this machine");
    }
}
