package dev.slipway.cli;

import dev.slipway.files.Configs;
import dev.slipway.plan.Paths;
import dev.slipway.source.Document;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the projects of a repository. */
final class Projects {
    private Projects() {}

    /** The project of the config that was asked for, or every project of the repository; the usual one if none is. */
    static List<Project> of(GlobalOptions options) throws IOException {
        List<Project> found = options.asked().isPresent() ? List.of() : in(options.directory());
        return found.isEmpty() ? List.of(Project.asked(options)) : found;
    }

    /** The same without those whose configs are gone. */
    static List<Project> present(GlobalOptions options) throws IOException {
        return of(options).stream().filter(project -> !project.gone()).toList();
    }

    /** Those of another directory than that of the command line; the config that was asked for is the same in each. */
    static List<Project> presentIn(Path root, GlobalOptions options) throws IOException {
        List<Project> found = options.asked().isPresent() ? List.of() : in(root);
        Path config = options.asked().orElse(Path.of(GlobalOptions.CONFIG_FILE));
        return found.isEmpty()
                ? List.of(new Project(root, root.resolve(config), false))
                : found.stream().filter(project -> !project.gone()).toList();
    }

    /** The projects whose configs have known names, and those that files were written for; none without a config. */
    static List<Project> in(Path root) throws IOException {
        Configs configs = new Configs(root);
        Map<String, Project> projects = new TreeMap<>();
        for (String name : configs.named()) {
            projects.put(name, project(root, name));
        }
        projects.keySet().removeAll(extended(projects, configs.recorded().values()));
        List<String> words =
                projects.keySet().stream().map(name -> Paths.of(name).project()).toList();
        configs.recorded().forEach((word, name) -> {
            Project written = project(root, name);
            if (!written.gone() || !words.contains(word)) { // one that was renamed goes on under its new name
                projects.putIfAbsent(name, written);
            }
        });
        List<Project> all = new ArrayList<>(projects.values());
        all.sort((one, other) -> one.paths().project().compareTo(other.paths().project()));
        return all.stream().allMatch(Project::gone) ? List.of() : all;
    }

    /** The files that configs next to them extend: {@code slipway.base.yml} is no project, whatever its name. */
    private static Set<String> extended(Map<String, Project> projects, Collection<String> recorded) throws IOException {
        Set<String> bases = new HashSet<>();
        if (projects.size() > 1) {
            for (Project project : projects.values()) {
                project.readable()
                        .map(Document::sources)
                        .ifPresent(sources ->
                                sources.stream().skip(1).map(SourceText::name).forEach(bases::add));
            }
            bases.removeAll(recorded);
            bases.remove(Paths.CONFIG);
        }
        return bases;
    }

    private static Project project(Path root, String config) {
        Path file = root.resolve(config);
        return new Project(root, file, !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }
}
