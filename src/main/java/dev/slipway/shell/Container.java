package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a container does that gets a folder of the workspace: its commands leave files there. */
final class Container {
    private static final Set<String> FLAGS = Set.of(
            "--rm",
            "--privileged",
            "--init",
            "--tty",
            "--interactive",
            "--detach",
            "--read-only",
            "--publish-all",
            "--no-healthcheck",
            "--quiet");

    private Container() {}

    /** A folder of the workspace, and where the container sees it. */
    private record Mount(String source, String target) {
        static Optional<Mount> of(String text, String folder) {
            String[] parts = text.split(":");
            String source = parts[0].equals(".") || parts[0].startsWith("./")
                    ? Builtins.absolute(Tree.path(folder, parts[0]))
                    : parts[0];
            boolean own = source.equals(Tree.WORKSPACE) || source.startsWith(Tree.WORKSPACE + "/");
            return parts.length > 1 && own && parts[1].startsWith("/") && parts[1].length() > 1
                    ? Optional.of(new Mount(source, parts[1].replaceFirst("(?<!/)/+$", "")))
                    : Optional.empty();
        }

        /** A text of the container with the paths of the workspace. */
        String outside(String text) {
            return text.equals(target) ? source : text.replace(target + "/", source + "/");
        }
    }

    /** The script that it runs; empty if no folder of the workspace is mounted, or if the image decides what runs. */
    static Optional<String> script(Command command) {
        List<String> words = command.arguments();
        if (!command.program().matches("docker|podman|nerdctl")
                || words.isEmpty()
                || !words.get(0).equals("run")) {
            return Optional.empty();
        }
        List<Mount> mounts = new ArrayList<>();
        List<String> run = new ArrayList<>();
        String place = "";
        int at = 1;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String word = words.get(at);
            boolean flag = FLAGS.contains(word) || word.matches("-[itdPq]+");
            boolean joined = word.startsWith("--") && word.contains("=");
            String name = joined ? word.substring(0, word.indexOf('=')) : word;
            String value =
                    joined ? word.substring(word.indexOf('=') + 1) : at + 1 < words.size() ? words.get(at + 1) : "";
            if (name.matches("-v|--volume")) {
                Mount.of(value, command.folder()).ifPresent(mounts::add);
            } else if (name.equals("--mount")) {
                Mount.of(part(value, "source|src") + ":" + part(value, "target|destination|dst"), command.folder())
                        .ifPresent(mounts::add);
            } else if (name.matches("-w|--workdir")) {
                place = value;
            } else if (name.equals("--entrypoint") && !value.isEmpty()) {
                run.add(value);
            }
            at += flag || joined ? 1 : 2;
        }
        run.addAll(words.subList(Math.min(at + 1, words.size()), words.size()));
        if (mounts.isEmpty() || run.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder script = new StringBuilder();
        String folder = outside(place.isEmpty() ? mounts.get(0).target() : place, mounts);
        script.append("pushd ").append(quoted(folder)).append('\n');
        run.forEach(word -> script.append(quoted(outside(word, mounts))).append(' '));
        return Optional.of(script.append("\npopd\n").toString());
    }

    private static String outside(String text, List<Mount> mounts) {
        String outside = text;
        for (Mount mount : mounts) {
            outside = mount.outside(outside);
        }
        return outside;
    }

    private static String part(String text, String names) {
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).matches(names)) {
                return part.substring(equals + 1);
            }
        }
        return "";
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
