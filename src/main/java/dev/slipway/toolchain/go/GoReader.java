package dev.slipway.toolchain.go;

import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;
import java.util.List;
import java.util.Optional;

/** Reads the key {@code go}. */
public final class GoReader {
    private static final Grammar VERSION = new Grammar(
            "Go version",
            "Go versions",
            32,
            "stable|oldstable|[1-9][0-9]*\\.[0-9]+(\\.[0-9]+)?(-?rc\\.?[0-9]+)?",
            "a version, stable or oldstable",
            "1.26");
    private static final Grammar PACKAGE = new Grammar(
                    "package",
                    "packages",
                    200,
                    "\\.(/(?!\\.{1,2}(/|$))[A-Za-z0-9_.][A-Za-z0-9_.-]*)*(/\\{bin\\})?",
                    "the path of a main package below the repository, beginning with '.'",
                    "./cmd/{bin}")
            .filling("bin");
    private static final Grammar PROGRAM =
            new Grammar("program", "programs", 64, "[A-Za-z0-9_][A-Za-z0-9_-]*", "the name of a program", "otto");
    private static final Grammar TAG =
            new Grammar("build tag", "build tags", 64, "[A-Za-z0-9_.]+", "letters, digits, '_' and '.'", "netgo");
    private static final Grammar LDFLAGS = new Grammar(
                    "line of linker flags",
                    "lines of linker flags",
                    500,
                    "([A-Za-z0-9_./=:@%+, -]|\\{(version|tag|commit|date)\\})+",
                    "flags without quotes and '$'; {version}, {tag}, {commit} and {date} are filled in",
                    "-s -w -X main.version={version}")
            .filling("commit", "date", "tag", "version");
    private static final Grammar FLAG =
            new Grammar("flag", "flags", 100, "-[A-Za-z0-9_./=:@%+,-]+", "one flag of 'go build'", "-trimpath");

    private GoReader() {}

    public static Go read(Fields fields) {
        List<String> bins = fields.texts("bins", PROGRAM);
        Optional<String> path = fields.text("package", PACKAGE);
        if (bins.size() > 1 && path.isPresent() && !path.get().endsWith(Go.BIN)) {
            fields.report(
                    fields.at("package"),
                    "several programs need a package for each",
                    "end it with '/" + Go.BIN + "', as in './cmd/" + Go.BIN + "'");
        }
        return new Go(
                fields.text("version", VERSION).orElse("stable"),
                path,
                bins,
                fields.text("ldflags", LDFLAGS).orElse("-s -w -X main.version={version}"),
                fields.texts("tags", TAG),
                fields.anyTexts("flags", FLAG).orElse(List.of("-trimpath")),
                fields.flag("cgo").orElse(false),
                fields.flag("history").orElse(false));
    }
}
