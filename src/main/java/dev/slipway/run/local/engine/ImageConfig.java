package dev.slipway.run.local.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an image starts.
 *
 * @param user empty if it is root
 * @param workdir empty if it is the root folder
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
public record ImageConfig(
        Platform platform,
        String user,
        List<String> entrypoint,
        List<String> cmd,
        Map<String, String> env,
        Map<String, String> labels,
        String workdir) {
    public ImageConfig {
        entrypoint = List.copyOf(entrypoint);
        cmd = List.copyOf(cmd);
        env = Map.copyOf(env);
        labels = Map.copyOf(labels);
    }

    /** What starts when these arguments follow the name of the image: they take the place of {@code CMD}. */
    List<String> command(List<String> arguments) {
        List<String> all = new ArrayList<>(entrypoint);
        all.addAll(arguments.isEmpty() ? cmd : arguments);
        return all;
    }

    static ImageConfig of(Document image) {
        Document config = image.get("config");
        return new ImageConfig(
                platform(image),
                config.get("User").text(),
                config.get("Entrypoint").texts(),
                config.get("Cmd").texts(),
                variables(config.get("Env").texts()),
                config.get("Labels").textsByKey(),
                config.get("WorkingDir").text());
    }

    static Platform platform(Document image) {
        return new Platform(
                image.get("os").text(),
                image.get("architecture").text(),
                image.get("variant").text());
    }

    /** Lines of {@code NAME=value}; a line without a name continues the value before it. */
    static Map<String, String> variables(List<String> lines) {
        Map<String, String> all = new LinkedHashMap<>();
        String last = "";
        for (String line : lines) {
            if (line.matches("(?s)[A-Za-z_][A-Za-z0-9_.-]*=.*")) {
                last = line.substring(0, line.indexOf('='));
                all.put(last, line.substring(line.indexOf('=') + 1));
            } else if (!last.isEmpty()) {
                all.merge(last, line, (before, more) -> before + "\n" + more);
            }
        }
        return all;
    }
}
