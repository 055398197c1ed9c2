package dev.slipway.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key {@code ci}: the workflow that tests pushes and pull requests. Empty values have the defaults of the plan.
 *
 * @param branches the branches whose pushes are tested; empty for the default
 * @param os the runner labels to test on; empty for the default
 * @param jobs the ids of jobs, such as {@code test}; absent for the usual jobs of the toolchain
 * @param commands further jobs that run commands, by their ids
 * @param schedule when everything is tested without a change, as five fields of cron in UTC
 * @param mergeQueue whether the merge queue is tested
 * @param paths patterns of the files whose changes are tested; empty for all
 * @param pathsIgnore patterns of the files whose changes are not tested
 * @param packages the Debian packages that Linux jobs install
 * @param setup the commands that run before the toolchain is installed
 * @param env environment variables of every job
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
     * @param run lines of a script in bash
     * @param os the runner labels to run on; empty for the default
     * @param permissions the permissions of its token in addition to reading the sources, by scope
     */
    public record Command(List<String> run, List<String> os, Map<String, String> permissions) {
        public Command {
            run = List.copyOf(run);
            os = List.copyOf(os);
            permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
        }
    }
}
