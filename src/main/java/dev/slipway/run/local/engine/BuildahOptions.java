package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of a job's container that {@code buildah run} has too, and those that it does not have.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/create/#options">options of docker create</a>
 */
record BuildahOptions(List<String> known, List<String> leftOut) {
    private static final Map<String, String> SHORT = Map.of("-e", "--env", "-v", "--volume", "-u", "--user");

    private static final Set<String> KNOWN =
            Set.of("--env", "--volume", "--user", "--cap-add", "--cap-drop", "--mount", "--hostname");

    static BuildahOptions of(List<String> options) {
        List<String> known = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            String[] parts = options.get(i).split("=", 2);
            String name = SHORT.getOrDefault(parts[0], parts[0]);
            boolean next = parts.length == 1
                    && i + 1 < options.size()
                    && !options.get(i + 1).startsWith("-");
            String value = parts.length == 2 ? parts[1] : next ? options.get(i + 1) : "";
            if (KNOWN.contains(name)) {
                known.addAll(List.of(name, value));
            } else {
                leftOut.add(value.isEmpty() ? name : name + " " + value);
            }
            i += next ? 1 : 0;
        }
        return new BuildahOptions(List.copyOf(known), List.copyOf(leftOut));
    }
}
