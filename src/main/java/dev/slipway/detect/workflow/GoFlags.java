package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.goreleaser.GoPlatforms;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the arguments of the go command, in the words of a config. */
record GoFlags(Command command) {
    private static final Set<String> WITH_VALUE =
            Set.of("-o", "-ldflags", "-tags", "-mod", "-gcflags", "-asmflags", "-buildmode", "-p", "-C");

    /** What scripts add to a version or a commit if files were changed after it, which no release has. */
    private static final Pattern DIRTY = Pattern.compile("(\\{(?:\\?|tag\\??|version\\??)})(?:\\.m|[-.+]dirty)$");

    /** Whether it builds a program. */
    static boolean builds(Command command) {
        return command.program().equals("go") && command.arguments().contains("build");
    }

    /** The file or the folder that it leaves the program in, from the workspace, if it names one. */
    Optional<String> output() {
        return option("-o").map(path -> Tree.path(command.folder(), path));
    }

    /** Whether variables choose the platform, known or not: if not, it is that of the machine. */
    boolean crosses() {
        return !variable("GOOS").isEmpty() || !variable("GOARCH").isEmpty();
    }

    /**
     * The compilers' name of the platform, if variables set it; its two words if Slipway does not build for it.
     *
     * @param host the platform that the machine builds for by default
     */
    Optional<String> triple(Optional<String> host) {
        if (!crosses()) {
            return Optional.empty();
        }
        String machine = host.orElse("");
        String system = chosen(
                "GOOS",
                machine.contains("linux")
                        ? "linux"
                        : machine.contains("windows") ? "windows" : machine.contains("darwin") ? "darwin" : "");
        String processor =
                chosen("GOARCH", machine.startsWith("aarch64") ? "arm64" : machine.startsWith("x86_64") ? "amd64" : "");
        if (system.isEmpty() || processor.isEmpty() || (system + processor).contains(Symbols.UNKNOWN)) {
            return Optional.empty();
        }
        return Optional.of(GoPlatforms.name(system, processor));
    }

    /** What is set for a processor that is not the usual one of its platform. */
    Map<String, String> own() {
        String level = variable("GOARM");
        boolean other = variable("GOARCH").equals("arm") && level.matches("[56](,(soft|hard)float)?");
        return other ? Map.of("GOARM", level) : Map.of();
    }

    private String chosen(String name, String host) {
        String value = variable(name);
        return value.isEmpty() ? host : value;
    }

    private String variable(String name) {
        return command.env().getOrDefault(name, "");
    }

    Map<String, String> building() {
        Map<String, String> found = new LinkedHashMap<>();
        option("-ldflags").map(GoFlags::template).ifPresent(text -> found.put("ldflags", text));
        option("-tags").ifPresent(text -> found.put("tags", text));
        List<String> flags = flags();
        found.put("flags", String.join(" ", flags));
        String cgo = command.env().getOrDefault("CGO_ENABLED", "");
        if (cgo.matches("[01]")) {
            found.put("cgo", cgo.equals("1") ? "true" : "false");
        }
        String compiler = command.env().getOrDefault("CC", "");
        if (!cgo.equals("0")) {
            if (!Symbols.open(compiler) && !isUsual(compiler)) {
                found.put("compiler", compiler);
            }
            String other = command.env().getOrDefault("CXX", "");
            if (!Symbols.open(other) && !isUsual(other) && !found.containsKey("compiler")) {
                found.put("compiler", "CXX=" + other);
            }
            command.env().forEach((name, value) -> {
                if (name.startsWith("CGO_") && name.endsWith("FLAGS") || name.startsWith("PKG_CONFIG")) {
                    found.put("env." + name, value.contains(Symbols.UNKNOWN) ? Symbols.UNKNOWN : value);
                }
            });
        }
        target().ifPresent(path -> found.put("package", path));
        own().forEach((name, value) -> found.put(FoundTarget.OWN + name, value));
        return found;
    }

    /** Whether a runner has a compiler that does the same: its own, or the one for the other processor. */
    private static boolean isUsual(String compiler) {
        return compiler.isEmpty()
                || compiler.matches(
                        "(?:gcc|cc|clang|g\\+\\+|c\\+\\+|clang\\+\\+|(?:x86_64|aarch64|arm)-linux-gnu(?:eabihf)?-(?:gcc|g\\+\\+))");
    }

    /** What a variable of the program gets, in the words of a config. */
    private static String template(String ldflags) {
        String[] words = ldflags.replaceAll("['\"]", "").strip().split("\\s+");
        return Arrays.stream(words).map(GoFlags::filled).collect(Collectors.joining(" "));
    }

    /** What a script works out and a release knows as well. */
    private static String filled(String text) {
        String word = DIRTY.matcher(text).replaceFirst("$1");
        int equals = word.indexOf('=');
        if (equals < 0 || !word.endsWith("=" + Symbols.UNKNOWN)) {
            return word;
        }
        String name = word.substring(word.lastIndexOf('.', equals) + 1, equals).toLowerCase(Locale.ROOT);
        boolean commit = List.of("commit", "sha", "revision", "hash").stream().anyMatch(name::contains);
        boolean date = List.of("date", "time", "built").stream().anyMatch(name::contains);
        return commit || date ? word.replace(Symbols.UNKNOWN, commit ? "{commit}" : "{date}") : word;
    }

    /** The flags beyond those that have their own key. */
    private List<String> flags() {
        List<String> words = new ArrayList<>(arguments());
        Stream.of(variable("GOFLAGS").split(" "))
                .filter(flag -> flag.startsWith("-") && !Symbols.open(flag))
                .forEach(words::add);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceFirst("^--", "-");
            boolean own = word.matches("-(o|ldflags|tags|C|v|x|p)(=.*)?");
            boolean value = WITH_VALUE.contains(word);
            if (word.startsWith("-") && !own) {
                found.add(value && i + 1 < words.size() ? word + "=" + words.get(i + 1) : word);
            }
            i += value ? 1 : 0;
        }
        return found;
    }

    /** The package that is built, from the workspace: that of the folder if none is named. */
    Optional<String> target() {
        List<String> words = arguments();
        boolean open = Symbols.open(command.folder())
                || command.folder().startsWith("/")
                || option("-C").isPresent();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceFirst("^--", "-");
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                String path = word.matches("(.*/)?main\\.go|\\*\\.go") ? word.replaceFirst("/?[^/]*$", "") : word;
                return Optional.of(path.isEmpty() ? "." : path)
                        .filter(one -> !one.contains(Symbols.UNKNOWN) && !one.startsWith("-"))
                        .map(one -> open ? one : fromTop(one));
            }
        }
        return open ? Optional.empty() : Optional.of(fromTop("."));
    }

    /** A package of the folder that the command runs in; another path is that of a module. */
    private String fromTop(String path) {
        boolean here = path.equals(".") || path.startsWith("./") || path.startsWith("../");
        return here && !command.folder().isEmpty()
                ? ("./" + Tree.path(command.folder(), path)).replaceFirst("/$", "")
                : path;
    }

    private List<String> arguments() {
        List<String> words = command.words();
        return words.subList(words.indexOf("build") + 1, words.size());
    }

    private Optional<String> option(String name) {
        List<String> words = arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceFirst("^--", "-");
            if (word.startsWith(name + "=")) {
                return Optional.of(word.substring(name.length() + 1));
            }
            if (word.equals(name) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
