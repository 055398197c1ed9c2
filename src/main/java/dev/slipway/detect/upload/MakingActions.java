package dev.slipway.detect.upload;

import dev.slipway.detect.workflow.ReleaseStep;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds where actions may leave files. */
final class MakingActions {
    private MakingActions() {}

    /** The places, as far as the inputs of the action name them. */
    static List<Area> of(DryStep step, Set<String> known) {
        Map<String, String> with = step.with();
        String to = with.getOrDefault("path", "");
        return switch (step.action()) {
            case "actions/checkout" -> to.isEmpty() ? List.of() : below(to);
            case "goreleaser/goreleaser-action" ->
                known.contains("goreleaser")
                                || with.getOrDefault("install-only", "").equals("true")
                        ? List.of()
                        : below("dist");
            case "PyO3/maturin-action" -> below("");
            case "pypa/cibuildwheel" -> below(with.getOrDefault("output-dir", "wheelhouse"));
            case "robinraju/release-downloader", "dawidd6/action-download-artifact" ->
                below(with.getOrDefault("out-file-path", to));
            default ->
                step.action().startsWith("gradle/") && with.containsKey("arguments")
                        ? List.of(new Area("", true, "", "", "build"))
                        : isQuiet(step) ? List.of() : named(with);
        };
    }

    private static List<Area> below(String folder) {
        return List.of(Area.below(Tree.path("", folder)));
    }

    /** Whether it only prepares, proves or publishes something. */
    private static boolean isQuiet(DryStep step) {
        String action = step.action().toLowerCase(Locale.ROOT);
        return action.isEmpty()
                || action.startsWith("actions/")
                || action.startsWith("github/")
                || Stream.of(
                                "setup",
                                "login",
                                "cache",
                                "attest",
                                "sign",
                                "toolchain",
                                "install",
                                "dev-cmd",
                                "disk",
                                "harden")
                        .anyMatch(action::contains)
                || ReleaseStep.of(step).isPresent();
    }

    private static List<Area> named(Map<String, String> inputs) {
        return inputs.values().stream()
                .flatMap(String::lines)
                .flatMap(line -> Stream.of(line.split("[,\\s]+")))
                .map(word -> word.replaceFirst("^(?:dest|output|out)=", ""))
                .flatMap(word -> NamedPaths.paths("", word, true))
                .toList();
    }
}
