package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Quote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the project of a repository that a tag releases.
 *
 * @param projects more than one
 */
record TagOwner(List<Project> projects, String tag) {
    /** Plans the release of that project. A tag that starts no release belongs to no project. An unreadable config is an error. */
    ExitCode plan(Console console, EachProject.Work plan) throws IOException {
        List<Project> owners = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        ExitCode worst = ExitCode.FINE;
        for (Project project : projects) {
            try {
                Generation generation = project.generate();
                if (generation.plan().tags().starts(tag)) {
                    owners.add(project);
                }
                examples.add(Quote.of(generation.plan().tags().example().name()) + " of " + project.name());
            } catch (InvalidSource invalid) {
                worst = Failure.ofCommand(invalid, console);
            }
        }
        if (!owners.isEmpty()) {
            ExitCode code = plan.on(owners.get(0), console);
            return code.compareTo(worst) > 0 ? code : worst;
        }
        if (worst == ExitCode.FINE) {
            console.err().println("error: pushing " + Quote.of(tag) + " starts no release");
            console.err().println("  push a tag such as " + String.join(", or ", examples));
            return ExitCode.FINDINGS;
        }
        return worst;
    }
}
