package dev.slipway.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a command prints if the runner or a committed file decides it.
 *
 * @param variables those of the script
 * @param tree the files that commands before it made
 * @param files the text of a file of the repository
 */
record KnownOutput(
        Command command, Map<String, String> variables, Tree tree, Function<String, Optional<String>> files) {
    private static final Pattern NAME = Pattern.compile("name ?= ?\"[\\w-]{1,64}\"");

    /** Empty for any other command. */
    Optional<String> text() {
        return machine(command, variables).or(this::committed).or(this::named).or(this::project);
    }

    /** The line with the name of a crate in its manifest, which is the same at the next release; the version is another. */
    private Optional<String> named() {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.matches("-m ?1|-[EFi]"))
                .toList();
        boolean reads = command.program().equals("grep")
                && words.size() == 2
                && words.get(0).matches("\\^?name ?=?.{0,4}")
                && Tree.name(words.get(1)).equals("Cargo.toml");
        String file = reads ? Tree.path(command.folder(), words.get(1)) : "";
        return Optional.of(file).filter(path -> !path.isEmpty()).flatMap(files).stream()
                .flatMap(String::lines)
                .filter(line -> NAME.matcher(line).matches())
                .findFirst();
    }

    /** The version of the project, as Maven says it: at a release, that of the tag. */
    private Optional<String> project() {
        boolean asks = command.program().matches("mvnw?")
                && command.arguments().contains("-Dexpression=project.version")
                && command.arguments().stream().anyMatch(word -> word.contains("help") && word.endsWith(":evaluate"));
        return asks ? Optional.of(Symbols.PROBABLE_VERSION) : Optional.empty();
    }

    /** The version of a tool in a file of the repository; one of the project would be another at its next release. */
    private Optional<String> committed() {
        boolean reads = command.program().matches("cat|type|Get-Content")
                && command.words().size() == 2;
        String file = reads ? Tree.path(command.folder(), command.words().get(1)) : "";
        return Optional.of(file)
                .filter(path -> Tree.name(path).toLowerCase(Locale.ROOT).matches(".*(?:rust|toolchain|msrv).*"))
                .filter(path -> tree.text(path).isEmpty())
                .flatMap(files)
                .map(String::strip)
                .filter(text -> text.matches("[\\w.-]{1,40}"));
    }

    /** What {@code uname} and the like say on a runner, which its variables describe. */
    static Optional<String> machine(Command command, Map<String, String> variables) {
        String arch = variables.getOrDefault("RUNNER_ARCH", "");
        String os = variables.getOrDefault("RUNNER_OS", "");
        if (command.toString().matches("rustc (?:-vV|-Vv|--version --verbose|-V -v|-v -V)")) {
            return host(variables).map(host -> "host: " + host);
        }
        if (command.program().equals("default-target") && command.arguments().isEmpty()
                || command.toString().equals("rustc --print host-tuple")) {
            return host(variables);
        }
        if (command.program().equals("go")
                && command.words().size() == 3
                && command.words().get(1).equals("env")) {
            return goEnvironment(command.words().get(2), variables, os, arch);
        }
        if (!command.program().equals("uname") || !arch.matches("X64|ARM64") || !os.matches("Linux|macOS")) {
            return Optional.empty();
        }
        boolean mac = os.equals("macOS");
        return switch (String.join(" ", command.arguments())) {
            case "", "-s" -> Optional.of(mac ? "Darwin" : "Linux");
            case "-m" -> Optional.of(arch.equals("X64") ? "x86_64" : mac ? "arm64" : "aarch64");
            default -> Optional.empty();
        };
    }

    /** What Go builds for: what variables say, else the runner. */
    private static Optional<String> goEnvironment(String name, Map<String, String> variables, String os, String arch) {
        String host = name.replaceFirst("^GOHOST", "GO");
        String given = name.equals(host) ? variables.getOrDefault(name, "") : "";
        String own = switch (host) {
            case "GOOS" -> os.equals("macOS") ? "darwin" : os.toLowerCase(Locale.ROOT);
            case "GOARCH" -> arch.equals("X64") ? "amd64" : arch.equals("ARM64") ? "arm64" : "";
            default -> "";
        };
        boolean itself = given.isEmpty() || given.contains("$"); // a makefile may take it from this very command
        return Optional.of(itself ? own : given).filter(text -> !text.isEmpty());
    }

    /** What Rust on a runner of GitHub builds for, which its variables describe. */
    static Optional<String> host(Map<String, String> variables) {
        return host(variables, variables.getOrDefault("RUNNER_OS", ""), variables.getOrDefault("RUNNER_ARCH", ""));
    }

    /** The same; one in a container may build for another C library. */
    private static Optional<String> host(Map<String, String> variables, String os, String arch) {
        String processor = arch.equals("ARM64") ? "aarch64" : arch.equals("X64") ? "x86_64" : "";
        boolean ubuntu = variables.getOrDefault("ImageOS", "").startsWith("ubuntu");
        String rest = switch (os) {
            case "Windows" -> "-pc-windows-msvc";
            case "macOS" -> "-apple-darwin";
            default -> ubuntu ? "-unknown-linux-gnu" : "";
        };
        return processor.isEmpty() || rest.isEmpty() ? Optional.empty() : Optional.of(processor + rest);
    }
}
