package dev.slipway.run.example;

import dev.slipway.blueprint.Drawn;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the steps of a row on this machine, with its own tools and without a network, as a runner would between the
 * check-out and the upload.
 *
 * @param row which row
 * @param tag the tag that is released
 * @param repository the work tree
 * @param beside a folder for what the runner keeps
 */
record NativeBuild(BuildRow row, String tag, Path repository, Path beside) {
    private static final Set<String> BEFORE =
            Set.of("Set the variables of the target", "Describe the commit", "Prepare the build");

    /** What commands came to. */
    record Ran(int exit, String said) {}

    /** Whatever makes it another build: rows that differ in their name alone are built once. */
    String key() {
        return String.join(
                "\n",
                command(row.script()),
                environment(row.build()).toString(),
                uploads().toString());
    }

    /** The steps up to the build and the build. */
    Ran build() {
        Ran ran = new Ran(0, "");
        for (Run step : runs()) {
            boolean builds = BuildRow.isBuild(step);
            if (ran.exit() == 0 && (builds || BEFORE.contains(BuildRow.name(step)))) {
                ran = script(command(step.script().source()), environment(step));
            }
        }
        return ran;
    }

    /** The steps that make more of what was built, such as a manual that a program prints. */
    Ran finish() {
        Ran ran = new Ran(0, "");
        boolean built = false;
        for (Run step : runs()) {
            if (built && ran.exit() == 0) {
                ran = script(step.script().source(), environment(step));
            }
            built |= BuildRow.isBuild(step);
        }
        return ran;
    }

    /** The patterns of the files that are handed on. */
    List<String> uploads() {
        return Drawn.uses(row.job()).stream()
                .filter(step -> step.action().name().endsWith("/upload-artifact") && row.applies(step))
                .flatMap(step -> row.resolve(Drawn.inputs(step).getOrDefault("path", ""), tag)
                        .lines())
                .toList();
    }

    private List<Run> runs() {
        return row.job().steps().stream()
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .filter(row::applies)
                .toList();
    }

    /** Cross and Zig are left out: what they would do in a container or with another linker, Cargo does here. */
    private static String command(String script) {
        return script.replace("cross build ", "cargo build ")
                .replace("cargo zigbuild ", "cargo build ")
                .replace("mvn ", "mvn --offline ");
    }

    private Map<String, String> environment(Step step) {
        Map<String, String> all = new LinkedHashMap<>();
        List.of(row.workflow().env(), row.job().env(), step.common().env())
                .forEach(level -> Drawn.plain(level).forEach((key, value) -> all.put(key, row.resolve(value, tag))));
        all.remove("RUSTUP_TOOLCHAIN"); // the one that is here has to do
        all.remove("CROSS_BUILD_ENV_PASSTHROUGH");
        all.remove("GLIBC"); // Zig alone can link with an older one
        return all;
    }

    /** Runs a script in the work tree. */
    Ran script(String script, Map<String, String> environment) {
        try {
            Path file = Files.writeString(beside.resolve("step.sh"), script);
            Path more = beside.resolve("env");
            ProcessBuilder builder = new ProcessBuilder(
                            "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", file.toString())
                    .directory(repository.toFile())
                    .redirectErrorStream(true);
            Map<String, String> all = builder.environment();
            all.keySet().removeIf(key -> key.matches("GITHUB_.*|GIT_.*|RUST.*TOOLCHAIN|RUSTFLAGS|CARGO_BUILD_.*|TAG"));
            all.putAll(Map.of("CARGO_NET_OFFLINE", "true", "GOPROXY", "off", "GOTOOLCHAIN", "local"));
            all.put("GITHUB_ENV", more.toString());
            all.putAll(environment);
            if (Files.exists(more)) {
                Files.readAllLines(more).stream()
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> all.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", "")));
            }
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
