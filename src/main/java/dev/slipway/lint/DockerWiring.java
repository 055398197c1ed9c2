package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds images whose Dockerfile copies from places that the build does not provide. */
final class DockerWiring implements Rule<WorkflowFile> {
    /** How many builds of a workflow are looked at, and how many findings are reported for each. */
    private static final int MOST = 100;

    private static final Pattern BY_ARCHITECTURE = Pattern.compile("\\$\\{?TARGETARCH}?/");
    private static final Pattern BY_VARIANT = Pattern.compile("\\$\\{?TARGETARCH}?\\$\\{?TARGETVARIANT}?/");

    @Override
    public String id() {
        return "docker-wiring";
    }

    @Override
    public String summary() {
        return "'COPY --from' names a stage, a build context of the step, or an image, and every platform has its folder";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        Map<String, DockerCopies> copies = new HashMap<>();
        ContextFolders folders = new ContextFolders(file);
        ImageBuild.in(file).stream()
                .limit(MOST)
                .forEach(build -> build.dockerfile()
                        .flatMap(context::dockerfile)
                        .ifPresent(found -> {
                            DockerCopies known =
                                    copies.computeIfAbsent(found.source().name(), name -> DockerCopies.of(found));
                            checkSources(build, known, problems);
                            build.namedContexts().entrySet().stream()
                                    .limit(MOST)
                                    .forEach(entry -> checkFolders(
                                            folders, build, known, entry.getKey(), entry.getValue(), problems));
                        }));
        return problems;
    }

    private static void checkSources(ImageBuild build, DockerCopies known, List<Problem> problems) {
        Set<String> provided = new TreeSet<>(build.namedContexts().keySet());
        List<DockerFile.Stage> stages = known.file().stages();
        int stage = 0;
        int told = 0;
        for (DockerCopies.Copy copy : known.copies()) {
            for (; stage < copy.stage(); stage++) {
                provided.add(Integer.toString(stage));
                provided.add(stages.get(stage).name().toLowerCase(Locale.ROOT));
                provided.remove("");
            }
            if (!provided.contains(copy.from().toLowerCase(Locale.ROOT)) && told++ < MOST) {
                problems.add(build.step()
                        .input("build-contexts")
                        .problem(
                                known.file().source().name() + ":" + copy.line() + " copies from '" + copy.from()
                                        + "', which is neither an earlier stage nor a build context of this step",
                                Phrases.meant(copy.from(), provided, "stages and contexts")));
            }
        }
    }

    /** If the Dockerfile picks a folder by architecture, every platform must have one. */
    private static void checkFolders(
            ContextFolders folders,
            ImageBuild build,
            DockerCopies known,
            String name,
            String folder,
            List<Problem> problems) {
        Set<String> words = known.words().getOrDefault(name, Set.of());
        boolean byVariant =
                words.stream().anyMatch(word -> BY_VARIANT.matcher(word).lookingAt());
        boolean byArchitecture = byVariant
                || words.stream().anyMatch(word -> BY_ARCHITECTURE.matcher(word).lookingAt());
        Optional<Set<String>> made = byArchitecture ? folders.below(build, folder) : Optional.empty();
        if (made.isEmpty()) {
            return;
        }
        for (String platform : build.platforms()) {
            String[] parts = platform.split("/");
            String variant = byVariant && parts.length > 2 ? parts[2] : "";
            String architecture = (parts.length > 1 ? parts[1] : platform) + variant;
            if (!made.get().contains(architecture)) {
                problems.add(build.step()
                        .input("platforms")
                        .problem(
                                "nothing creates the folder '" + folder + "/" + architecture + "' for platform '"
                                        + platform + "'",
                                made.get().isEmpty()
                                        ? "download its files first"
                                        : "the folders are " + String.join(", ", made.get())));
            }
        }
    }
}
