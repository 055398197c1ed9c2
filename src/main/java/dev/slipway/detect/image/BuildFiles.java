package dev.slipway.detect.image;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.Command;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What commands build from files that describe several images: {@code docker buildx bake} and {@code docker compose}. */
record BuildFiles(RepositoryFiles files) {
    private static final List<String> COMPOSE =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final List<String> COMPOSE_OVERRIDES = List.of(
            "compose.override.yaml",
            "compose.override.yml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");
    private static final List<String> BAKE =
            List.of("docker-bake.json", "docker-bake.hcl", "docker-bake.override.json", "docker-bake.override.hcl");

    /** Options of both whose value is the next word. */
    private static final List<String> VALUED = List.of(
            "-f",
            "--file",
            "--set",
            "--builder",
            "--metadata-file",
            "--progress",
            "--allow",
            "--call",
            "--var",
            "--build-arg",
            "--env-file",
            "--profile",
            "-p",
            "--project-name",
            "--project-directory",
            "-m",
            "--memory",
            "--ssh");

    /** What a command builds; nothing if it is none of the two. */
    List<ImageBuild> of(Command command) {
        Options options = new Options(command.arguments());
        boolean engine = command.program().matches("docker|podman|nerdctl|depot");
        if (engine && options.says("bake")) {
            return baked(command, options);
        }
        return isCompose(command) ? composed(command, options) : List.of();
    }

    static boolean isCompose(Command command) {
        return command.program().matches("(?:docker|podman)-compose")
                || command.program().matches("docker|podman|nerdctl")
                        && command.arguments().contains("compose");
    }

    private List<ImageBuild> baked(Command command, Options options) {
        List<String> usual = Stream.concat(COMPOSE.stream(), BAKE.stream()).toList();
        BuildFile file = file(command, options, usual);
        List<String> sets = options.values("--set");
        BuildVariables variables = variables(command, file);
        return file.named(options.after("bake", VALUED)).stream()
                .map(name -> with(sets, name, file.target(name)))
                .filter(target -> options.has("--push") || !ImageBuilds.areFiles(texts(target, "output", variables)))
                .map(target -> build(
                        target,
                        variables,
                        command.folder(),
                        options.has("--push")
                                || target.getOrDefault("output", List.of()).stream()
                                        .anyMatch(ImageBuilds::isPush)))
                .toList();
    }

    /** A target with what {@code --set} says, such as {@code *.tags=name}. */
    private static Map<String, List<String>> with(List<String> sets, String name, Map<String, List<String>> target) {
        Map<String, List<String>> said = new TreeMap<>();
        for (String set : sets) {
            int dot = set.indexOf('.');
            int sign = set.indexOf('=');
            if (dot > 0 && sign > dot && (set.startsWith("*.") || set.startsWith(name + "."))) {
                boolean adds = set.charAt(sign - 1) == '+';
                String key = set.substring(dot + 1, adds ? sign - 1 : sign).replaceFirst("^platform$", "platforms");
                said.computeIfAbsent(
                                key, any -> new ArrayList<>(adds ? target.getOrDefault(key, List.of()) : List.of()))
                        .add(set.substring(sign + 1));
            }
        }
        Map<String, List<String>> all = new TreeMap<>(target);
        all.putAll(said);
        return all;
    }

    private List<ImageBuild> composed(Command command, Options options) {
        boolean pushed = options.says("push") || options.has("--push");
        String work = options.says("push") ? "push" : options.says("up") ? "up" : "build";
        if (!options.says("push", "build") && !options.has("--build")) {
            return List.of();
        }
        List<String> main = COMPOSE.stream()
                .filter(name -> files.has(path(command, options, name)))
                .limit(1)
                .toList();
        BuildFile file = file(
                command,
                options,
                Stream.concat(main.stream(), COMPOSE_OVERRIDES.stream()).toList());
        BuildVariables variables = variables(command, file);
        String folder = options.values("--project-directory").stream()
                .findFirst()
                .or(() -> options.values("-f", "--file").stream()
                        .map(name -> name.contains("/") ? name.replaceFirst("/[^/]*$", "") : "")
                        .findFirst())
                .orElse("");
        return file.named(options.after(work, VALUED)).stream()
                .map(name -> build(file.target(name), variables, command.folder() + "/" + folder, pushed))
                .toList();
    }

    private static String path(Command command, Options options, String name) {
        String folder =
                options.values("--project-directory").stream().findFirst().orElse("");
        return RepositoryFiles.plain(command.folder() + "/" + folder + "/" + name);
    }

    /** The files that the command names, or those that it finds, as one. */
    private BuildFile file(Command command, Options options, List<String> usual) {
        List<String> named = options.lists("-f", "--file").stream()
                .map(name -> RepositoryFiles.plain(command.folder() + "/" + name.replaceFirst("^cwd://", "")))
                .toList();
        List<String> found =
                usual.stream().map(name -> path(command, options, name)).toList();
        return (named.isEmpty() ? found : named)
                .stream()
                        .filter(files::has)
                        .flatMap(path -> files.read(path).stream())
                        .flatMap(source -> read(source).stream())
                        .reduce(BuildFile.NONE, BuildFile::and)
                        .spread();
    }

    private Optional<BuildFile> read(SourceText source) {
        return source.name().matches(".*\\.(?:ya?ml|json)")
                ? new YamlBuildFile(path -> files.has(path) ? files.read(path) : Optional.empty()).read(source)
                : Optional.of(HclBuildFile.read(source.text()));
    }

    private BuildVariables variables(Command command, BuildFile file) {
        Map<String, String> defaults = new HashMap<>(file.variables());
        files.read(RepositoryFiles.plain(command.folder() + "/.env")).stream()
                .flatMap(source -> source.lines().stream())
                .filter(line -> line.matches("\\s*+[A-Za-z_]\\w*+=.*+"))
                .forEach(line -> defaults.putIfAbsent(
                        line.substring(0, line.indexOf('=')).strip(),
                        line.substring(line.indexOf('=') + 1).strip()));
        return new BuildVariables(command.env(), defaults);
    }

    private static ImageBuild build(
            Map<String, List<String>> target, BuildVariables variables, String folder, boolean pushed) {
        String context = text(target, "context", variables);
        boolean remote = context.contains(":");
        boolean inline = target.containsKey("dockerfile-inline") || target.containsKey("dockerfile_inline");
        return new ImageBuild(
                inline || remote ? Optional.empty() : Optional.of(text(target, "dockerfile", variables)),
                text(target, "target", variables),
                RepositoryFiles.plain(folder + "/" + context),
                texts(target, "tags", variables),
                texts(target, "platforms", variables),
                texts(target, "labels", variables),
                texts(target, "args", variables),
                pushed);
    }

    private static List<String> texts(Map<String, List<String>> target, String key, BuildVariables variables) {
        return target.getOrDefault(key, List.of()).stream().map(variables::fill).toList();
    }

    private static String text(Map<String, List<String>> target, String key, BuildVariables variables) {
        return texts(target, key, variables).stream().findFirst().orElse("");
    }
}
