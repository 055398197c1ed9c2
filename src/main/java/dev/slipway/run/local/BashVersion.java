package dev.slipway.run.local;

import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.RunnerSystem;
import dev.slipway.run.local.process.LocalProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bash runs the scripts of a job. That of macOS is version 3.2, which a newer one differs from. */
final class BashVersion {
    private static final Pattern VERSION = Pattern.compile("\\bversion ([0-9]+\\.[0-9]+)");

    private BashVersion() {}

    /**
     * How the machine differs from the label of a runner, such as {@code macos-14 is simulated on Linux, with bash 5.2}.
     *
     * @param env what the steps start with
     * @param folder where to start bash
     */
    static Optional<String> simulated(Machine machine, Map<String, String> env, Path folder) {
        boolean differs = machine.otherSystem() && machine.system() == RunnerSystem.MACOS;
        return machine.simulated()
                .map(text -> differs
                        ? text + of(env, folder).map(", with bash "::concat).orElse("")
                        : text);
    }

    private static Optional<String> of(Map<String, String> env, Path folder) {
        Optional<String> bash = LocalProcess.executable("bash", env.getOrDefault("PATH", ""));
        List<String> lines = new ArrayList<>();
        bash.ifPresent(path ->
                LocalProcess.start(List.of(path, "--version"), env, folder, lines::add, Duration.ofSeconds(10)));
        return lines.stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
