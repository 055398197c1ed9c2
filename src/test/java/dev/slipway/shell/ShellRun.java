package dev.slipway.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shell with a few variables, and what it starts. */
abstract class ShellRun {
    static final Map<String, String> VARIABLES = Map.of(
            "TARGET",
            "x86_64-pc-windows-msvc",
            "GITHUB_REF",
            "refs/tags/{tag}",
            "GITHUB_REF_NAME",
            "{tag}",
            "EMPTY",
            "");

    Shell shell(Map<String, String> files) {
        return new Shell(VARIABLES, path -> Optional.ofNullable(files.get(path)));
    }

    List<String> commands(String script) {
        Shell shell = shell(Map.of());
        shell.run(script);
        return shell.commands().stream().map(Command::toString).toList();
    }
}
