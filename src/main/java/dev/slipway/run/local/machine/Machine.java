package dev.slipway.run.local.machine;

import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runner that a job asks for, and the machine that plays it.
 *
 * @param label the label that says most, such as {@code macos-14}
 * @param hosted whether it is one of GitHub's
 * @param host what really runs the steps
 */
public record Machine(String label, RunnerSystem system, Processor processor, boolean hosted, Host host) {
    /**
     * Reads the labels of {@code runs-on}. A machine of somebody's own is taken to be like this one, as far as its labels do
     * not say otherwise.
     *
     * @see <a href="https://docs.github.com/en/actions/reference/runners/self-hosted-runners">Self-hosted runners</a>
     */
    public static Machine of(List<String> labels, Host host) {
        boolean own = labels.stream().anyMatch("self-hosted"::equalsIgnoreCase);
        for (String label : own ? List.<String>of() : labels) {
            Optional<Machine> found = Runners.standard()
                    .find(label)
                    .map(runner -> listed(runner, host))
                    .or(() -> alike(label, host));
            if (found.isPresent()) {
                return found.get();
            }
        }
        RunnerSystem system = host.system();
        Processor processor = host.processor();
        for (String label : labels) {
            switch (label.toLowerCase(Locale.ROOT)) {
                case "linux" -> system = RunnerSystem.LINUX;
                case "macos" -> system = RunnerSystem.MACOS;
                case "windows" -> system = RunnerSystem.WINDOWS;
                case "x64" -> processor = Processor.X64;
                case "arm64" -> processor = Processor.ARM64;
                case "arm" -> processor = Processor.ARM;
                default -> {}
            }
        }
        return new Machine(String.join(", ", labels), system, processor, false, host);
    }

    private static Machine listed(Runner runner, Host host) {
        return new Machine(
                runner.label(),
                RunnerSystem.valueOf(runner.os().toUpperCase(Locale.ROOT)),
                runner.architecture().equals("arm64") ? Processor.ARM64 : Processor.X64,
                true,
                host);
    }

    /** A larger runner, or one that is newer than the list. */
    private static Optional<Machine> alike(String label, Host host) {
        String word = label.toLowerCase(Locale.ROOT);
        boolean arm = word.contains("arm");
        if (word.startsWith("ubuntu-")) {
            return Optional.of(
                    new Machine(label, RunnerSystem.LINUX, arm ? Processor.ARM64 : Processor.X64, true, host));
        }
        if (word.startsWith("windows-")) {
            return Optional.of(
                    new Machine(label, RunnerSystem.WINDOWS, arm ? Processor.ARM64 : Processor.X64, true, host));
        }
        if (word.startsWith("macos-")) {
            boolean intel = word.endsWith("-intel") || word.endsWith("-large");
            return Optional.of(
                    new Machine(label, RunnerSystem.MACOS, intel ? Processor.X64 : Processor.ARM64, true, host));
        }
        return Optional.empty();
    }

    /** The value of {@code RUNNER_OS}. */
    public String runnerOs() {
        return system.runnerOs();
    }

    /** The value of {@code RUNNER_ARCH}. */
    public String runnerArch() {
        return processor.name();
    }

    public boolean otherSystem() {
        return system != host.system();
    }

    public boolean otherProcessor() {
        return processor != host.processor();
    }

    /** How the machine differs from the label, such as {@code macos-14 is simulated on Linux}; empty if nothing is. */
    public Optional<String> simulated() {
        if (otherSystem()) {
            return Optional.of(label + " is simulated on " + host.system().runnerOs());
        }
        return otherProcessor() ? Optional.of(label + " is simulated on " + host) : Optional.empty();
    }

    /** What Rust calls it, such as {@code aarch64-apple-darwin}. */
    public String rustTriple() {
        String end = switch (system) {
            case LINUX -> processor == Processor.ARM ? "unknown-linux-gnueabihf" : "unknown-linux-gnu";
            case MACOS -> "apple-darwin";
            case WINDOWS -> "pc-windows-msvc";
        };
        return processor.rust() + "-" + end;
    }

    /** The targets of Rust for which this machine's own programs may be used if it simulates another. */
    public List<String> placeholders() {
        if (!otherSystem()) {
            return otherProcessor() ? List.of(rustTriple()) : List.of();
        }
        return Stream.of(Processor.X64, Processor.ARM64)
                .map(each -> new Machine(label, system, each, hosted, host).rustTriple())
                .toList();
    }

    /** The version of macOS that the label names; the newest known if it names none. */
    String macosVersion() {
        String number = label.replaceFirst("^macos-", "").replaceFirst("-.*", "");
        return number.matches("[0-9]+") ? number : "26";
    }

    /** The version of its kernel: macOS 26 has Darwin 25, and each before it had one that is nine higher than its own. */
    String darwinVersion() {
        int number = Integer.parseInt(macosVersion());
        return (number >= 26 ? number - 1 : number + 9) + ".0.0";
    }
}
