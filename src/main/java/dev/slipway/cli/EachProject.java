package dev.slipway.cli;

import dev.slipway.report.Combined;
import dev.slipway.source.InvalidSource;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does the same for each project of a repository: one that fails hides no other, and the worst exit code counts. */
final class EachProject {
    /** How the results of several projects are combined. */
    enum Form {
        /** In sequence, each below the name of its config. */
        TEXT,
        /** In sequence. Each line contains the name of its file. */
        LINES,
        /** One object with all of them. */
        JSON
    }

    /** The action for a project. */
    @FunctionalInterface
    interface Work {
        ExitCode on(Project project, Console console) throws IOException;
    }

    private EachProject() {}

    /** A single project has the same output as a repository without other projects. */
    static ExitCode run(List<Project> projects, Form form, Console console, Work work) throws IOException {
        if (projects.size() == 1) {
            return work.on(projects.get(0), console);
        }
        ExitCode worst = ExitCode.FINE;
        Map<String, String> answers = new LinkedHashMap<>();
        for (Project project : projects) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Console own = new Console(out, err, console.around());
            ExitCode code = attempt(project, own, work);
            own.flush();
            worst = code.compareTo(worst) > 0 ? code : worst;
            show(project, form, err.toString(), console.err());
            answers.put(project.name(), out.toString());
            if (form != Form.JSON) {
                show(project, form, out.toString(), console.out());
            }
        }
        if (form == Form.JSON) {
            console.out().print(Combined.json(answers));
        }
        return worst;
    }

    /** @param text what another printer has printed */
    private static void show(Project project, Form form, String text, Printer printer) {
        if (form == Form.TEXT && !text.isBlank()) {
            printer.println(project.name() + (project.gone() ? " (gone)" : "") + ":");
            printer.raw(text + "\n");
        } else {
            printer.raw(text);
        }
    }

    private static ExitCode attempt(Project project, Console console, Work work) {
        try {
            return work.on(project, console);
        } catch (InvalidSource | IOException mistake) {
            return Failure.ofCommand(mistake, console);
        }
    }
}
