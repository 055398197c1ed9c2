package dev.slipway.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CI job that a project defines itself: commands that run with the toolchain installed.
 *
 * @param name the id of the job
 * @param run lines of shell
 * @param runners the labels of the machines, at least one
 * @param permissions what its token may do, by scope: {@code read} or {@code write}
 */
public record CiCommand(String name, List<String> run, List<String> runners, Map<String, String> permissions) {
    public CiCommand {
        run = List.copyOf(run);
        runners = List.copyOf(runners);
        permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
    }
}
