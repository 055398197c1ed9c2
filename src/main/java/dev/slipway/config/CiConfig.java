package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checks of each push and pull request.
 *
 * @param branches which branches are checked when pushed to; empty for the default
 * @param os the runner labels to test on; empty for the default
 * @param jobs words for jobs; absent for those that the toolchain usually has
 * @param commands jobs of the project's own, by their names
 * @param schedule when everything is checked although nothing changed, as fields of cron
 * @param mergeQueue whether the merge queue is checked
 * @param paths patterns of the files whose changes are checked; empty for all
 * @param pathsIgnore patterns of the files whose changes are not
 * @param packages Debian packages that builds and tests need
 * @param setup commands that run before the toolchain is installed
 * @param env variables for every job
 */
public record CiConfig(
        List<String> branches,
        List<String> os,
        Optional<List<String>> jobs,
        Map<String, Command> commands,
        List<String> schedule,
        Optional<Boolean> mergeQueue,
        List<String> paths,
        List<String> pathsIgnore,
        List<String> packages,
        List<String> setup,
        Map<String, String> env) {
    public CiConfig {
        branches = List.copyOf(branches);
        os = List.copyOf(os);
        jobs = jobs.map(List::copyOf);
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
        schedule = List.copyOf(schedule);
        paths = List.copyOf(paths);
        pathsIgnore = List.copyOf(pathsIgnore);
        packages = List.copyOf(packages);
        setup = List.copyOf(setup);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    /**
     * A job that runs commands.
     *
     * @param run lines of shell
     * @param os the runner labels to run on; empty for the default
     * @param permissions what its token may do beyond reading the sources, by scope
     */
    public record Command(List<String> run, List<String> os, Map<String, String> permissions) {
        public Command {
            run = List.copyOf(run);
            os = List.copyOf(os);
            permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
        }
    }
}
