package dev.slipway.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Typical command lines for the end of each help text. The part after the spaces explains them. */
final class Examples {
    private Examples() {}

    /** The examples of a command, or of the program. */
    static List<String> of(String command) {
        return switch (command) {
            case "slipway" ->
                List.of(
                        "slipway init                     write a first slipway.yml and generate",
                        "slipway plan v1.0.0              see what pushing this tag will do",
                        "slipway rehearse v1.0.0          run that release here without publishing",
                        "slipway help check               explain a command");
            case "init" ->
                List.of(
                        "slipway init --dry-run           see the config first",
                        "slipway init --from-workflow .github/workflows/release.yml",
                        "slipway init --package otto      in a workspace with several programs");
            case "generate" ->
                List.of(
                        "slipway generate --diff          also show what changes",
                        "slipway generate --dry-run       see what would change",
                        "slipway generate --force         replace what you wrote; it is kept as .orig");
            case "check" ->
                List.of(
                        "slipway check                    in CI: exits with 1 if a file is out of date",
                        "slipway check --format github    with annotations and a summary",
                        "slipway check --fast             in a hook before each commit",
                        "slipway check --recursive repos  every repository below a folder");
            case "plan" ->
                List.of(
                        "slipway plan                     for an example tag",
                        "slipway plan v1.2.0-rc.1         for a prerelease",
                        "slipway plan --format json       for programs");
            case "rehearse" ->
                List.of(
                        "slipway rehearse                 the next version",
                        "slipway rehearse v1.2.0-rc.1     a prerelease",
                        "slipway rehearse --job build-linux --row linux-arm64",
                        "slipway rehearse --workflow .github/workflows/ci.yml --event pull_request");
            case "graph" ->
                List.of(
                        "slipway graph                    as a tree of text",
                        "slipway graph --workflow ci --format mermaid");
            case "lint" ->
                List.of(
                        "slipway lint                     all workflows and Dockerfiles here",
                        "slipway lint .github/workflows/release.yml --strict",
                        "slipway lint --format sarif      for code scanning");
            case "fleet" -> List.of("slipway fleet --repos r.txt --slipway 0123456789abcdef0123456789abcdef01234567");
            case "doctor" ->
                List.of(
                        "slipway doctor                   before the first release",
                        "slipway doctor --online          compare with the latest release on GitHub",
                        "slipway doctor --against SHA256SUMS --format json");
            case "migrate" ->
                List.of(
                        "slipway migrate --dry-run        see what would change",
                        "slipway migrate                  rewrite the config");
            case "schema" ->
                List.of(
                        "slipway schema                   of slipway.yml",
                        "slipway schema base              of files that it extends",
                        "slipway schema workflow          of workflows");
            case "action-class" -> List.of("slipway action-class docker/bake-action@v7 --from action.yml");
            case "completion" ->
                List.of(
                        "slipway completion bash          its first lines explain where to put it",
                        "slipway completion zsh           for a file _slipway in a folder of fpath",
                        "slipway completion fish          for ~/.config/fish/completions",
                        "slipway completion powershell    for the file in $PROFILE");
            case "help" -> List.of("slipway help check               the same as slipway check --help");
            case "man" ->
                List.of(
                        "slipway man                      the page slipway(1)",
                        "slipway man check                the page slipway-check(1)");
            default -> List.of();
        };
    }

    /** Ends the help of a command with its examples. */
    static void addTo(CommandSpec spec) {
        List<String> examples = of(spec.name());
        if (!examples.isEmpty()) {
            Stream<String> shown = examples.stream().map(line -> "  " + line.replace("%", "%%"));
            Stream<String> before = Stream.of(spec.usageMessage().footer());
            spec.usageMessage()
                    .footer(Stream.of(before, Stream.of("", "Examples:"), shown)
                            .flatMap(lines -> lines)
                            .toArray(String[]::new));
        }
    }
}
