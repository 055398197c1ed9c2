package dev.slipway.shell;

import java.util.List;
import java.util.Set;

/** Takes off programs that only start another one: with other rights, other variables or another priority. */
final class Wrapped {
    private static final Set<String> PLAIN = Set.of(
            "time",
            "nice",
            "nohup",
            "command",
            "exec",
            "ionice",
            "setpriv",
            "fakeroot",
            "xvfb-run",
            "caffeinate",
            "timeout");
    /** Programs that choose the versions of tools, and start what is behind two dashes. */
    private static final Set<String> ENVIRONMENTS = Set.of("mise", "devbox", "flox", "pixi", "asdf", "proto");

    private static final Set<String> USERS = Set.of("gosu", "su-exec");
    private static final String OPTION = "-.*|[A-Za-z_]\\w*=.*";

    private Wrapped() {}

    /** The command that is started in the end. */
    static Command command(Command outer) {
        List<String> words = outer.words();
        for (int i = 0; i < 5 && words.size() > 1; i++) {
            String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
            if (USERS.contains(program)) {
                words = words.subList(2, words.size());
            } else if (PLAIN.contains(program)) {
                words = words.subList(1, words.size()).stream()
                        .dropWhile(word -> word.matches("-.*|[\\d.]+[smhd]?"))
                        .toList();
            } else if (program.equals("sudo")) {
                boolean user = words.get(1).matches("-[ugC]|--user|--group") && words.size() > 2;
                words = words.subList(user ? 3 : 1, words.size()).stream()
                        .dropWhile(word -> word.matches(OPTION))
                        .toList();
            } else if (program.equals("nix") && inNix(words) > 0) {
                words = words.subList(inNix(words), words.size());
            } else if (program.equals("rustup") && words.get(1).equals("run") && words.size() > 3) {
                words = words.subList(3, words.size());
            } else if (ENVIRONMENTS.contains(program) && words.indexOf("--") > 0) {
                words = words.subList(words.indexOf("--") + 1, words.size());
            } else {
                break;
            }
        }
        return words.equals(outer.words())
                ? outer
                : new Command(words, outer.output(), outer.line(), outer.folder(), outer.env());
    }

    /** Where the command begins that an environment of Nix is for; 0 if it starts none. */
    private static int inNix(List<String> words) {
        boolean starts = words.get(1).matches("develop|shell|run");
        int option = Math.max(words.indexOf("--command"), words.indexOf("-c"));
        return starts && option > 0 && option + 1 < words.size() ? option + 1 : 0;
    }

    /** What {@code env} starts after the variables that it sets. */
    static List<String> afterEnv(Command command) {
        return command.program().equals("env")
                ? command.arguments().stream()
                        .dropWhile(word -> word.matches("(?s)" + OPTION))
                        .toList()
                : List.of();
    }
}
