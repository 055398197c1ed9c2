package dev.slipway.shell;

import java.util.List;
import java.util.Optional;

/**
 * Cargo's packers for Debian and RPM: where they leave a package, and what they call it.
 *
 * @param machine the processor of the machine, which a package without a target is for
 * @see <a href="https://github.com/kornelski/cargo-deb">cargo-deb</a>
 * @see <a href="https://github.com/cat-in-136/cargo-generate-rpm">cargo-generate-rpm</a>
 */
record CargoPackers(List<String> words, String machine) {
    /** The file that a command makes if it names none; nothing for any other command. */
    static Optional<String> result(Command command) {
        CargoPackers packers = new CargoPackers(
                command.words(), command.env().getOrDefault("RUNNER_ARCH", "").equals("ARM64") ? "aarch64" : "x86_64");
        return packers.kind(command.program()).flatMap(packers::result);
    }

    private Optional<String> kind(String program) {
        if (program.startsWith("cargo-")) {
            return Optional.of(program.substring("cargo-".length()));
        }
        return program.equals("cargo")
                ? words.stream().skip(1).filter(word -> !word.startsWith("+")).findFirst()
                : Optional.empty();
    }

    private Optional<String> result(String kind) {
        String target = option("--target").orElse("");
        String folder = "target/" + (target.isEmpty() ? "" : target + "/");
        String built = target.isEmpty() ? machine : target;
        Optional<String> crate = option("-p").or(() -> option("--package"));
        return switch (kind) {
            case "deb" ->
                Optional.of(folder + "debian/" + crate.orElse(Symbols.DEB) + "_" + version() + "_" + debian(built)
                        + ".deb");
            case "generate-rpm" ->
                Optional.of(folder + "generate-rpm/"
                        + crate.map(CargoPackers::last).orElse(Symbols.RPM) + "-"
                        + Symbols.VERSION + "-1." + built.replaceFirst("-.*", "")
                        + ".rpm");
            default -> Optional.empty();
        };
    }

    /** The option of cargo-generate-rpm names a folder. */
    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String version() {
        String revision = option("--deb-revision").orElse("1");
        return option("--deb-version").orElse(Symbols.VERSION + (revision.isEmpty() ? "" : "-" + revision));
    }

    private Optional<String> option(String name) {
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            if (word.startsWith(name + "=")) {
                return Optional.of(word.substring(name.length() + 1));
            }
            if (word.equals(name) && at + 1 < words.size()) {
                return Optional.of(words.get(at + 1));
            }
        }
        return Optional.empty();
    }

    private static String debian(String target) {
        return switch (target.replaceFirst("-.*", "")) {
            case "aarch64" -> "arm64";
            case "armv7", "arm" -> target.endsWith("hf") ? "armhf" : "armel";
            case "i686", "i586" -> "i386";
            case "riscv64gc" -> "riscv64";
            case "powerpc64le" -> "ppc64el";
            case "s390x" -> "s390x";
            default -> "amd64";
        };
    }
}
