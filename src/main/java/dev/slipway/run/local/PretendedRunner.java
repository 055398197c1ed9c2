package dev.slipway.run.local;

import dev.slipway.run.local.artifact.Artifact;
import dev.slipway.run.local.consumer.ProgramFile;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.Recorded;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A runner that this machine plays, which is of another system or processor: what its job compiles may be for this machine.
 *
 * @param job the name of the row, as people see it
 * @param before how many artifacts were there before it
 */
record PretendedRunner(Site site, Machine machine, String job, int before) {
    static PretendedRunner of(Site site, Machine machine, String job) {
        return new PretendedRunner(site, machine, job, site.artifacts().all().size());
    }

    /**
     * Notes the programs that the row uploaded and that are for this machine, unless the stand-in that built them has noted
     * that.
     */
    void notePrograms(List<Recorded> recorded) throws IOException {
        if (machine.pretended().isEmpty()
                || recorded.stream().anyMatch(each -> each.kind() == Recorded.Kind.PLACEHOLDER)) {
            return;
        }
        List<String> programs = new ArrayList<>();
        List<Artifact> uploaded = site.artifacts().all();
        for (Artifact artifact : uploaded.subList(Math.min(before, uploaded.size()), uploaded.size())) {
            programs.addAll(site.artifacts()
                    .files(artifact, ProgramFile.LONGEST_HEADER, head -> ProgramFile.isFor(site.host(), head)));
        }
        if (!programs.isEmpty()) {
            site.notes().standIn(job + ": " + String.join(", ", programs) + " was built for this machine");
        }
    }
}
