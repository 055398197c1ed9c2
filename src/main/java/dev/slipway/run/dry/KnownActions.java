package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Well-known actions, and what each of them does for a release. */
final class KnownActions {
    /** A variable that a script leaves for later steps, and its value if that is a text. */
    private static final Pattern EXPORT = Pattern.compile(
            "core\\.exportVariable\\(\\s{0,20}+(['\"`])(\\w{1,100}+)\\1\\s{0,20}+,\\s{0,20}+(?:(['\"])([^'\"\\\\\\n]{0,500}+)\\3\\s{0,20}+\\))?");

    /**
     * What the name of an action begins with that is an image.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">docker://</a>
     */
    private static final String IMAGE = "docker://";

    /** How such an image is started: the workspace is mounted. */
    private static final String MOUNTED =
            "docker run -v " + Tree.WORKSPACE + ":" + Tree.WORKSPACE + " -w " + Tree.WORKSPACE + " ";

    private KnownActions() {}

    /** What a script in JavaScript leaves; what it computes is known by the name of its variable only. */
    private static StepEffects exported(String script) {
        Map<String, String> env = new LinkedHashMap<>();
        EXPORT.matcher(script)
                .results()
                .forEach(found -> env.put(
                        found.group(2), found.group(4) == null ? Symbols.byName(found.group(2)) : found.group(4)));
        return new StepEffects(List.of(), Map.of(), env, Map.of());
    }

    /** A field of a manifest, if no version begins with a {@code v}. */
    private static String ofManifest(String field) {
        return Symbols.settled(Symbols.byName(field));
    }

    /** It calls cross only on Linux, and for what Linux on amd64 does not link itself. */
    private static boolean crosses(Map<String, String> inputs, boolean windows) {
        String target = inputs.getOrDefault("target", "");
        return !windows && !target.matches("x86_64.+linux-(?:gnu|musl).*|.*-apple-.*");
    }

    /** What starts Gradle only with arguments. */
    private static StepEffects gradle(Map<String, String> inputs) {
        List<String> words = CargoAction.words(inputs.getOrDefault("arguments", ""));
        List<String> all = Stream.concat(Stream.of("gradlew"), words.stream()).toList();
        String folder = Tree.path("", inputs.getOrDefault("build-root-directory", ""));
        return words.isEmpty()
                ? StepEffects.NOTHING
                : StepEffects.commands(List.of(new Command(all, "", 0, folder, Map.of())));
    }

    /** The command that Docker's action starts. */
    private static StepEffects bake(Map<String, String> inputs) {
        List<String> words = new ArrayList<>(List.of("docker", "buildx", "bake"));
        items(inputs, "files").forEach(file -> words.addAll(List.of("--file", file)));
        inputs.getOrDefault("set", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> words.addAll(List.of("--set", line)));
        if (!inputs.getOrDefault("push", "false").matches("false|")) {
            words.add("--push");
        }
        items(inputs, "targets").forEach(words::add);
        String folder = Tree.path("", inputs.getOrDefault("workdir", ""));
        return StepEffects.commands(List.of(new Command(words, "", 0, folder, Map.of())));
    }

    private static Stream<String> items(Map<String, String> inputs, String key) {
        return Stream.of(inputs.getOrDefault(key, "").split("[\\s,]+")).filter(item -> !item.isEmpty());
    }

    /** What an action runs as a script, again and again until it works or once; empty for one that runs none. */
    static String script(String action, Map<String, String> inputs) {
        String arguments = inputs.getOrDefault("args", "");
        if (action.equals("actions-rs/cargo") && arguments.contains("zip-release-ci-flow")) {
            return "cargo " + inputs.getOrDefault("command", "") + " " + arguments;
        }
        if (action.startsWith(IMAGE)) {
            String program = inputs.getOrDefault("entrypoint", "");
            return (program.isEmpty() ? MOUNTED + action.substring(IMAGE.length()) : program) + " " + arguments;
        }
        if (action.equalsIgnoreCase("thedoctor0/zip-release")) {
            return packing(inputs);
        }
        if (action.equals("montudor/action-zip")) {
            return arguments;
        }
        return action.matches("nick-(?:fields|invision)/retry|[Ww]andalen/wretry\\.action")
                ? inputs.getOrDefault("command", "")
                : "";
    }

    /** What packs the files of a folder, without those that it leaves out. */
    private static String packing(Map<String, String> inputs) {
        String packs = inputs.getOrDefault("type", "zip").startsWith("tar") ? "tar -zcvf" : "zip -r";
        String paths = inputs.getOrDefault("path", ".").replaceAll("\\s++", " ");
        return "cd \"" + inputs.getOrDefault("directory", ".") + "\"\n" + packs + " \""
                + inputs.getOrDefault("filename", "release.zip") + "\" " + paths;
    }

    /** The tag, or what a group of a pattern matches in it. */
    private static String partOfTag(Map<String, String> inputs) {
        String pattern = inputs.getOrDefault("tagRegex", "");
        if (pattern.isEmpty() || inputs.getOrDefault("tagRegexGroup", "1").equals("0")) {
            return Symbols.TAG;
        }
        if (pattern.matches("\\^?\\(\\.[*+]\\)\\$?")) {
            return Symbols.TAG;
        }
        return pattern.matches("\\^?v\\(\\.[*+]\\)\\$?") ? Symbols.VERSION : Symbols.byName("version");
    }

    /**
     * What an action does.
     *
     * @param action its name without a version
     * @param inputs with symbols for what is open
     * @param windows whether it runs on Windows
     */
    static StepEffects effects(String action, Map<String, String> inputs, boolean windows) {
        return switch (action) {
            case "actions-rs/cargo", "ClementTsang/cargo-action", "clechasseur/rs-cargo" ->
                new CargoAction(
                                inputs,
                                inputs.getOrDefault("use-cross", "").equals("true")
                                        || inputs.getOrDefault("tool", "").equals("cross"))
                        .effects();
            case "actions-rs/clippy-check", "clechasseur/rs-clippy-check", "giraffate/clippy-action" ->
                new CargoAction(
                                Map.of(
                                        "command",
                                        "clippy",
                                        "args",
                                        inputs.getOrDefault("args", inputs.getOrDefault("clippy_flags", ""))),
                                false)
                        .effects();
            case "houseabsolute/actions-rust-cross" -> new CargoAction(inputs, crosses(inputs, windows)).effects();
            case "taiki-e/upload-rust-binary-action" -> new RustBinaryUpload(inputs, windows).effects();
            case "houseabsolute/actions-rust-release" -> new RustProjectRelease(inputs, windows).effects();
            case "wangyoucao577/go-release-action" -> new GoBinaryRelease(inputs).effects();
            case "gradle/gradle-build-action",
                    "gradle/actions/setup-gradle",
                    "gradle/gradle-command-action",
                    "eskatos/gradle-command-action",
                    "burrunan/gradle-cache-action" -> gradle(inputs);
            case "actions/github-script" -> exported(inputs.getOrDefault("script", ""));
            case "redhat-actions/buildah-build" ->
                StepEffects.outputs(Map.of(
                        "image", inputs.getOrDefault("image", ""), "tags", inputs.getOrDefault("tags", "latest")));
            case "docker/bake-action", "depot/bake-action" -> bake(inputs);
            case "battila7/get-version-action" ->
                StepEffects.outputs(Map.of("version", Symbols.TAG, "version-without-v", Symbols.VERSION));
            case "aws-actions/amazon-ecr-login" ->
                inputs.getOrDefault("registry-type", "").equals("public")
                        ? StepEffects.outputs(Map.of("registry", "public.ecr.aws"))
                        : StepEffects.NOTHING;
            case "olegtarasov/get-tag" -> StepEffects.outputs(Map.of("tag", partOfTag(inputs)));
            case "dawidd6/action-get-tag" -> StepEffects.outputs(Map.of("tag", Symbols.TAG));
            case "SebRollen/toml-action" ->
                StepEffects.outputs(Map.of("value", ofManifest(inputs.getOrDefault("field", ""))));
            default -> StepEffects.NOTHING;
        };
    }

    /**
     * What an action leaves in the environment of later steps.
     *
     * @param inputs with symbols for what is open
     * @param before the variables that are set already
     */
    static Map<String, String> environment(String action, Map<String, String> inputs, Map<String, String> before) {
        String target = inputs.getOrDefault("target", "").replaceFirst("@.*", "");
        if (action.equals("taiki-e/setup-cross-toolchain-action") && !target.isEmpty()) {
            return Map.of("CARGO_BUILD_TARGET", target, RustBinaryUpload.linker(target), Symbols.UNKNOWN);
        }
        return action.matches("(?:ko-build|imjasonh)/setup-ko") && !before.containsKey("KO_DOCKER_REPO")
                ? Map.of("KO_DOCKER_REPO", "ghcr.io/" + Symbols.OWNER + "/" + Symbols.REPOSITORY)
                : Map.of();
    }
}
