package dev.slipway.blueprint;

import dev.slipway.blueprint.FormulaFacts.Install;
import dev.slipway.blueprint.FormulaFacts.Sweep;
import dev.slipway.plan.Packing;
import dev.slipway.plan.Packing.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Homebrew has the manuals and completions of an archive. The same files, by the same names, that
 * {@code stage-package.sh} puts into Debian and RPM packages.
 *
 * @param installs files whose names the config tells
 * @param sweeps patterns and folders, whose files only the archive knows
 */
record FormulaExtras(List<Install> installs, List<Sweep> sweeps) {
    private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9-]*/?");
    private static final Pattern MANUAL = Pattern.compile(".+\\.[1-8]");
    private static final Pattern MANUALS = Pattern.compile(".+\\.([1-8]|\\[[-1-8]+])");

    static FormulaExtras of(Packing packing) {
        List<Install> installs = new ArrayList<>();
        List<Sweep> sweeps = new ArrayList<>();
        Stream.concat(
                        packing.include().stream().map(FormulaExtras::place),
                        packing.generated().stream().map(GeneratedFile::path))
                .forEach(path -> {
                    install(path).ifPresent(installs::add);
                    sweep(path).ifPresent(sweeps::add);
                });
        return new FormulaExtras(installs, sweeps.stream().distinct().toList());
    }

    /** Where the files of a pattern are in the archive; a folder ends in a slash. */
    private static String place(String include) {
        int into = include.indexOf(Packing.INTO);
        String pattern = into < 0 ? include : include.substring(0, into);
        String folder = into < 0 ? "" : include.substring(into + Packing.INTO.length());
        return folder + name(pattern);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private static boolean open(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
    }

    private static Optional<Install> install(String path) {
        String name = name(path);
        if (open(name)) {
            return Optional.empty();
        }
        if (name.endsWith(".bash")) {
            return Optional.of(new Install("bash_completion", path, Optional.of(name.substring(0, name.length() - 5))));
        }
        if (name.endsWith(".fish")) {
            return Optional.of(new Install("fish_completion", path, Optional.empty()));
        }
        if (MANUAL.matcher(name).matches()) {
            return Optional.of(new Install("man" + name.charAt(name.length() - 1), path, Optional.empty()));
        }
        return name.startsWith("_") && !name.contains(".")
                ? Optional.of(new Install("zsh_completion", path, Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Sweep> sweep(String path) {
        String name = name(path);
        if (FOLDER.matcher(name).matches()) { // a folder, as people call them
            return Optional.of(all(path + (path.endsWith("/") ? "" : "/") + "**/"));
        }
        if (!open(name)) {
            return Optional.empty();
        }
        if (name.endsWith(".bash")) {
            return Optional.of(new Sweep(Optional.empty(), Optional.of(path), Optional.empty(), Optional.empty()));
        }
        if (name.endsWith(".fish")) {
            return Optional.of(new Sweep(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(path)));
        }
        if (MANUALS.matcher(name).matches()) {
            return Optional.of(new Sweep(Optional.of(path), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        if (name.startsWith("_") && !name.contains(".")) {
            return Optional.of(new Sweep(Optional.empty(), Optional.empty(), Optional.of(path), Optional.empty()));
        }
        return name.matches("\\*|[a-z].*\\*")
                ? Optional.of(all(path.substring(0, path.length() - name.length())))
                : Optional.empty();
    }

    private static Sweep all(String folder) {
        return new Sweep(
                Optional.of(folder + "*.[1-8]"),
                Optional.of(folder + "*.bash"),
                Optional.of(folder + "_*"),
                Optional.of(folder + "*.fish"));
    }
}
