package dev.slipway.cli;

import dev.slipway.Generation;
import dev.slipway.Validator;
import dev.slipway.Version;
import dev.slipway.detect.git.GitTags;
import dev.slipway.page.PlanPage;
import dev.slipway.page.Sheet;
import dev.slipway.plan.ReleasedVersions;
import dev.slipway.plan.TagRule;
import dev.slipway.report.FindingReport;
import dev.slipway.report.TagSimulator;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code slipway plan --format html}: one page about all projects that the command line names. */
final class PlanHtml {
    private final GlobalOptions options;
    private final Repositories repositories;
    private final Today today;
    private final List<Sheet> sheets = new ArrayList<>();
    private ExitCode worst = ExitCode.FINE;

    PlanHtml(GlobalOptions options, Repositories repositories, Today today) {
        this.options = options;
        this.repositories = repositories;
        this.today = today;
    }

    ExitCode run(PlanWords given, Console console) throws IOException {
        Map<String, Project> projects = projects(given);
        boolean owned = projects.size() > 1
                && given.tag().isPresent()
                && owned(projects, given.tag().get());
        projects.forEach((place, project) -> add(place, project, given.tag(), owned, console));
        console.out().print(new PlanPage(Version.current(), sheets).html());
        return worst;
    }

    /** The projects by the places of their configs. */
    private Map<String, Project> projects(PlanWords given) throws IOException {
        Map<String, Project> all = new LinkedHashMap<>();
        if (!repositories.asked(given.directories())) {
            Projects.present(options).forEach(project -> all.put(project.name(), project));
            return all;
        }
        for (var directory : repositories.found(given.directories()).entrySet()) {
            for (Project project : Projects.presentIn(directory.getValue(), options)) {
                all.put(directory.getKey() + "/" + project.name(), project);
            }
        }
        return all;
    }

    /** Whether the tag starts the release of some project; the others then show an example. */
    private static boolean owned(Map<String, Project> projects, String tag) {
        return projects.values().stream().anyMatch(project -> {
            try {
                return project.generate().plan().tags().starts(tag);
            } catch (InvalidSource | IOException reported) {
                return false;
            }
        });
    }

    private void add(String place, Project project, Optional<String> asked, boolean owned, Console console) {
        String id = "p" + (sheets.size() + 1);
        try {
            Generation generation = project.generate(today.value());
            TagRule rule = generation.plan().tags();
            Optional<String> tag = asked.filter(it -> !owned || rule.starts(it));
            Optional<ReleasedVersions> released =
                    GitTags.of(project.root()).map(names -> ReleasedVersions.of(names, rule));
            List<Finding> findings = new Validator(today.value(), project::has).check(generation);
            TagSimulator simulator = new TagSimulator(
                    generation.plan(),
                    generation.blueprint().release(),
                    generation.release(),
                    generation.overrides().paths(),
                    released);
            Sheet sheet = Sheet.of(id, place, generation, simulator, tag, suggestions(rule, released), findings);
            sheets.add(sheet);
            report(findings, texts(generation), console);
            boolean failed = sheet.refuses() || findings.stream().anyMatch(it -> it.severity() == Severity.ERROR);
            ends(failed ? ExitCode.FINDINGS : ExitCode.FINE);
        } catch (InvalidSource invalid) {
            sheets.add(Sheet.of(id, place, invalid));
            ends(Failure.ofCommand(invalid, console));
        } catch (IOException unreadable) {
            sheets.add(Sheet.unreadable(id, place, Failure.message(unreadable)));
            ends(Failure.ofCommand(unreadable, console));
        }
    }

    private static List<SourceText> texts(Generation generation) {
        return Stream.concat(generation.document().sources().stream(), Validator.texts(generation).stream())
                .toList();
    }

    private void report(List<Finding> findings, List<SourceText> texts, Console console) {
        console.err().print(new FindingReport(texts, findings).text(console.style()));
    }

    private void ends(ExitCode code) {
        worst = code.compareTo(worst) > 0 ? code : worst;
    }

    /** A release, a prerelease if there is such a thing, one that comes too late, and a word that is not a version. */
    private static List<String> suggestions(TagRule rule, Optional<ReleasedVersions> released) {
        String next = released.filter(versions -> versions.newest().isPresent())
                .map(versions -> NextTag.of(rule, versions))
                .orElse(rule.example().name());
        List<String> tags = new ArrayList<>(List.of(next));
        if (rule.semantic()) {
            tags.add(next + "-rc.1");
            tags.add(rule.example("0.0.1"));
        }
        tags.add("nightly");
        return tags.stream().distinct().toList();
    }
}
