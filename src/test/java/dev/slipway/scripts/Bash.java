package dev.slipway.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs scripts by themselves in a folder, under bash with the options of a hosted runner. */
record Bash(Path folder) {
    /** What a script came to. */
    record Ran(int exit, String text) {}

    Ran run(String script, Map<String, String> env) {
        try {
            Path file = Files.writeString(folder.resolve("script.sh"), script + "\n");
            ProcessBuilder builder =
                    new ProcessBuilder(Scripts.bash(), "--noprofile", "--norc", "-eo", "pipefail", file.toString());
            builder.directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().putAll(env);
            builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs one of the scripts that steps are made of. */
    Ran template(String name, Map<String, String> env) {
        return run(dev.slipway.toolchain.Scripts.read(name), env);
    }

    /** What the last script told the steps after it. */
    Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("output"))) {
            outputs.put(line.replaceFirst("=.*", ""), line.replaceFirst("[^=]*=", ""));
        }
        return outputs;
    }

    void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
