package dev.slipway.detect.release;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the configs of CI services other than GitHub Actions that may release. Of what they do, only GoReleaser's config is read. */
record OtherCi(RepositoryFiles files) {
    private static final Map<String, String> SERVICES = services();

    /** Folders of which each file may be a config, and the services that read them. */
    private static final Map<String, String> FOLDERS = Map.of(
            ".azure-pipelines", "Azure Pipelines",
            "azure-pipelines", "Azure Pipelines",
            ".azuredevops", "Azure Pipelines",
            ".buildkite", "Buildkite",
            ".builds", "SourceHut",
            ".gitlab/ci", "GitLab",
            ".teamcity", "TeamCity",
            ".teamcity/src/main/kotlin", "TeamCity",
            ".woodpecker", "Woodpecker");

    private static final int MOST = 20;
    private static final int LONGEST = 1000;

    /** What stands before a command: the dash of a list, a key, a quotation mark. */
    private static final Pattern COMMAND = Pattern.compile("^[\\s-]*+(?:\\w++:\\s++)?+[\"']?+");

    /** Plugins and images of services that build an image and push it. */
    private static final List<String> PUSHING = List.of(
            "plugins/docker",
            "plugins/kaniko",
            "woodpeckerci/plugin-docker-buildx",
            "kaniko-project/executor",
            "docker/publish");

    private static Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        services.put(".circleci/config.yml", "CircleCI");
        services.put(".gitlab-ci.yml", "GitLab");
        services.put(".travis.yml", "Travis CI");
        services.put("azure-pipelines.yml", "Azure Pipelines");
        services.put(".azure-pipelines.yml", "Azure Pipelines");
        services.put("appveyor.yml", "AppVeyor");
        services.put(".appveyor.yml", "AppVeyor");
        services.put(".drone.yml", "Drone");
        services.put(".woodpecker.yml", "Woodpecker");
        services.put(".cirrus.yml", "Cirrus CI");
        services.put(".buildkite/pipeline.yml", "Buildkite");
        services.put(".semaphore/semaphore.yml", "Semaphore");
        services.put("bitbucket-pipelines.yml", "Bitbucket Pipelines");
        services.put("cloudbuild.yaml", "Cloud Build");
        services.put("Jenkinsfile", "Jenkins");
        return services;
    }

    /** Those that are there, with their services. */
    Map<String, String> configs() {
        Map<String, String> found = new LinkedHashMap<>(SERVICES);
        FOLDERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(folder -> files.list(folder.getKey()).stream()
                        .filter(name -> name.matches(folder.getValue().equals("TeamCity") ? ".*\\.kts?" : ".*\\.ya?ml"))
                        .sorted()
                        .limit(MOST)
                        .forEach(name -> found.putIfAbsent(folder.getKey() + "/" + name, folder.getValue())));
        found.keySet().removeIf(file -> !files.has(file));
        return found;
    }

    /** Those that say something of a release. */
    Takeover takeover() {
        List<Takeover.Open> open = configs().entrySet().stream()
                .flatMap(service -> files.read(service.getKey()).flatMap(OtherCi::line).stream()
                        .map(line -> Takeover.Open.notFollowed(service.getKey() + ":" + line, service.getValue())))
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    /** Those that push an image. */
    Takeover images() {
        List<Takeover.Open> open = configs().entrySet().stream()
                .flatMap(service -> files.read(service.getKey()).flatMap(OtherCi::push).stream()
                        .map(line -> Takeover.Open.notFollowedImage(service.getKey() + ":" + line, service.getValue())))
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    /** The first line with a command or a plugin that pushes an image. */
    private static Optional<Integer> push(SourceText text) {
        List<String> lines = text.lines();
        return IntStream.range(0, lines.size())
                .filter(at -> !isComment(lines.get(at)) && lines.get(at).length() < LONGEST)
                .filter(at -> new ScriptLine(COMMAND.matcher(lines.get(at)).replaceFirst("")).pushesImage()
                        || PUSHING.stream().anyMatch(lines.get(at)::contains))
                .mapToObj(at -> at + 1)
                .findFirst();
    }

    /** The configs that GoReleaser gets there by name; it finds the usual ones without. */
    Stream<String> goReleaserConfigs() {
        return configs().keySet().stream()
                .flatMap(service -> files.read(service).stream())
                .flatMap(text -> text.lines().stream())
                .filter(line -> !isComment(line))
                .flatMap(line -> GoReleaserCalls.config(line).stream())
                .distinct();
    }

    private static boolean isComment(String line) {
        return line.strip().matches("(?:#|//).*");
    }

    /** The first line with the word, but for comments and downloads; rather one that is not about a try. */
    private static Optional<Integer> line(SourceText text) {
        List<String> lines = text.lines();
        List<Integer> found = IntStream.range(0, lines.size())
                .filter(at -> !isComment(lines.get(at)) && speaks(lines.get(at)))
                .boxed()
                .toList();
        return found.stream()
                .filter(at -> !lines.get(at).toLowerCase(Locale.ROOT).contains("snapshot"))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(at -> at + 1);
    }

    /** Whether a line has the word, also in an address to which something is sent. */
    private static boolean speaks(String line) {
        return Stream.of(line.toLowerCase(Locale.ROOT).split("\\s"))
                .anyMatch(word -> word.contains("release")
                        && (!word.contains("://") || word.contains("://api.") || word.contains("://uploads.")));
    }
}
