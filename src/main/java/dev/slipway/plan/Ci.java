package dev.slipway.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * When, where and how every change is tested.
 *
 * @param runners the labels that tests run on
 * @param jobs the words of those jobs of the toolchain that are wanted
 * @param commands the jobs that the project says itself
 * @param shared the jobs that every project may have
 * @param packages Debian packages that builds and tests need
 * @param setup lines of shell that run before the toolchain is installed
 * @param env variables for every job
 */
public record Ci(
        CiTriggers triggers,
        List<String> runners,
        List<String> jobs,
        List<CiCommand> commands,
        Set<SharedJob> shared,
        List<String> packages,
        List<String> setup,
        Map<String, String> env) {
    public Ci {
        runners = List.copyOf(runners);
        jobs = List.copyOf(jobs);
        commands = List.copyOf(commands);
        shared = Collections.unmodifiableSet(new TreeSet<>(shared));
        packages = List.copyOf(packages);
        setup = List.copyOf(setup);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    /** Whether nothing is tested at all, because no command for it is known. */
    boolean idle() {
        return jobs.isEmpty() && commands.isEmpty() && shared.isEmpty();
    }

    /** Whether everything is built as for a release. */
    public boolean buildsTargets() {
        return has(SharedJob.TARGETS) || has(SharedJob.REHEARSE);
    }

    /** Whether the config has a job. */
    public boolean has(SharedJob job) {
        return shared.contains(job);
    }
}
