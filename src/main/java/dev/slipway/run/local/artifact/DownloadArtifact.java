package dev.slipway.run.local.artifact;

import dev.slipway.minimatch.NamePattern;
import dev.slipway.minimatch.RefusedPattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What actions/download-artifact v8 does, from artifacts on this machine.
 *
 * @see <a href="https://github.com/actions/download-artifact">actions/download-artifact</a>
 */
public final class DownloadArtifact {
    private final Artifacts artifacts;

    public DownloadArtifact(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /**
     * What came of it.
     *
     * @param artifacts what was downloaded, the newest first
     * @param folder where to, each in a folder with its name if there are several and they are not merged
     * @param outputs of the step: {@code download-path}
     * @param warnings that the step shows, and which files of merged artifacts overwrote each other
     */
    public record Result(List<Artifact> artifacts, Path folder, Map<String, String> outputs, List<String> warnings) {
        public Result {
            artifacts = List.copyOf(artifacts);
            outputs = Map.copyOf(outputs);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Downloads what the step names.
     *
     * @param given the step's {@code with}
     * @param workspace the base of a relative {@code path}, and its default
     * @param home what a leading {@code ~} stands for
     * @throws ActionFailed if an input is wrong, a named artifact or all given ids are not there, or another run is asked
     *     for, whose artifacts this machine does not have
     */
    public Result run(Map<String, String> given, Path workspace, Path home) throws IOException {
        StepInputs inputs = new StepInputs(given);
        boolean merge = inputs.flag("merge-multiple", false);
        boolean packed = inputs.flag("skip-decompress", false);
        if (!Set.of("", "ignore", "info", "warn", "error").contains(inputs.text("digest-mismatch", ""))) {
            throw new ActionFailed("'digest-mismatch' is '" + inputs.text("digest-mismatch", "")
                    + "': write ignore, info, warn or error");
        }
        if (inputs.has("name") && inputs.has("artifact-ids")) {
            throw new ActionFailed("'name' and 'artifact-ids' exclude each other: write one of them");
        }
        checkRun(inputs);
        String path = inputs.text("path", "");
        Path folder = workspace
                .toAbsolutePath()
                .resolve(path.startsWith("~") ? home + path.substring(1) : path)
                .normalize();
        List<String> warnings = new ArrayList<>();
        List<Artifact> wanted = wanted(inputs, warnings);
        Map<Path, Artifact> written = new HashMap<>();
        for (Artifact artifact : wanted) {
            boolean together = merge || wanted.size() == 1;
            Path target = together ? folder : folder.resolve(artifact.name()).normalize();
            if (!target.startsWith(folder)) {
                throw new ActionFailed("the artifact '" + artifact.name() + "' would leave '" + folder
                        + "': write 'merge-multiple: true' or give it another name");
            }
            for (Path file : Unpacking.write(artifact, artifacts.content(artifact), target, packed)) {
                Optional.ofNullable(written.put(file, artifact))
                        .ifPresent(other -> warnings.add("'" + folder.relativize(file) + "' is in '" + other.name()
                                + "' and in '" + artifact.name() + "', and GitHub does not define which one is kept"));
            }
        }
        return new Result(wanted, folder, Map.of("download-path", folder.toString()), warnings);
    }

    /** Another run's artifacts are asked for with a token. */
    private void checkRun(StepInputs inputs) {
        Artifacts.Run run = artifacts.run();
        String id = inputs.text("run-id", run.id());
        String repository = inputs.text("repository", run.repository());
        if (inputs.has("github-token") && !(id.equals(run.id()) && repository.equals(run.repository()))) {
            throw new ActionFailed("the artifacts of run " + id + " of " + repository
                    + " are not on this machine: skip the step here, or leave 'run-id' and 'repository' out");
        }
    }

    private List<Artifact> wanted(StepInputs inputs, List<String> warnings) {
        if (inputs.has("name")) {
            String name = inputs.text("name", "");
            return List.of(artifacts
                    .named(name)
                    .orElseThrow(() -> new ActionFailed("there is no artifact '" + name + "': " + uploaded()
                            + "; upload it in a job that this one needs")));
        }
        if (inputs.has("artifact-ids")) {
            return byId(inputs.text("artifact-ids", ""), warnings);
        }
        List<Artifact> all = artifacts.newestFirst();
        if (!inputs.has("pattern")) {
            return all;
        }
        NamePattern pattern = pattern(inputs.text("pattern", ""));
        return all.stream().filter(artifact -> pattern.matches(artifact.name())).toList();
    }

    private static NamePattern pattern(String text) {
        try {
            return NamePattern.of(text);
        } catch (RefusedPattern refused) {
            throw new ActionFailed(String.valueOf(refused.getMessage()));
        }
    }

    private String uploaded() {
        List<Artifact> all = artifacts.all();
        return all.isEmpty()
                ? "none has been uploaded yet"
                : all.stream().map(Artifact::name).collect(Collectors.joining("', '", "the uploaded ones are '", "'"));
    }

    private List<Artifact> byId(String list, List<String> warnings) {
        List<Long> ids = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(DownloadArtifact::id)
                .toList();
        if (ids.isEmpty()) {
            throw new ActionFailed("'artifact-ids' has no id: write numbers, with commas between them");
        }
        List<Artifact> found = artifacts.newestFirst().stream()
                .filter(artifact -> ids.contains(artifact.id()))
                .toList();
        if (found.isEmpty()) {
            throw new ActionFailed(
                    "no artifact has one of the ids " + list + ": take them from 'artifact-id' of uploads");
        }
        List<Long> missing = ids.stream()
                .filter(id -> found.stream().noneMatch(artifact -> artifact.id() == id))
                .toList();
        if (!missing.isEmpty() && found.size() < ids.size()) {
            warnings.add("no artifact has the id "
                    + missing.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static long id(String text) {
        int end = 0;
        while (end < text.length() && end < 18 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == 0) {
            throw new ActionFailed(
                    "'" + text + "' in 'artifact-ids' is not an id: write numbers, with commas between them");
        }
        return Long.parseLong(text.substring(0, end));
    }
}
