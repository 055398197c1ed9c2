package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            "timeout",
            "chronic",
            "unbuffer",
            "stdbuf",
            "retry");

    /** Programs that start one with the packages of a project, each with its word for that. */
    private static final Map<String, String> PROJECTS = Map.ofEntries(
            Map.entry("uv", "run"),
            Map.entry("poetry", "run"),
            Map.entry("pdm", "run"),
            Map.entry("hatch", "run"),
            Map.entry("rye", "run"),
            Map.entry("pipenv", "run"),
            Map.entry("pipx", "run"),
            Map.entry("bundle", "exec"),
            Map.entry("pnpm", "exec|dlx"),
            Map.entry("yarn", "exec|dlx"));

    /** Their options that have a value. */
    private static final String VALUED =
            "--(?:with|group|only-group|extra|python|project|directory|package|env-file|with-requirements|with-editable|from|spec)|-[pCP]";

    /** Programs that give secrets or variables to the one that they start. */
    private static final Set<String> SECRETS = Set.of(
            "op", "doppler", "infisical", "dotenv", "dotenvx", "chamber", "aws-vault", "vault", "sops", "teller");

    /** Programs that choose the versions of tools, and start what is behind two dashes. */
    private static final Set<String> ENVIRONMENTS = Set.of("mise", "devbox", "flox", "pixi", "asdf", "proto");

    private static final Set<String> USERS = Set.of("gosu", "su-exec");
    private static final String OPTION = "-.*|[A-Za-z_]\\w*=.*";

    private Wrapped() {}

    /** The command that is started in the end. */
    static Command command(Command outer) {
        return command(outer, true);
    }

    /** The same; with the one that chooses the packages of a project, by which people know it. */
    static Command shown(Command outer) {
        return command(outer, false);
    }

    private static Command command(Command outer, boolean projects) {
        List<String> words = outer.words();
        for (int i = 0; i < 5 && words.size() > 1; i++) {
            String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
            if (!projects && program.equals("exec")) {
                break; // a wrapper is followed by what it is, and not by what it starts
            }
            if (USERS.contains(program)) {
                words = words.subList(2, words.size());
            } else if (PLAIN.contains(program) && !words.get(1).matches("-[vV]")) { // 'command -v' starts nothing
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
            } else if (opens(program) && words.indexOf("--") > 0 && words.indexOf("--") + 1 < words.size()) {
                words = words.subList(words.indexOf("--") + 1, words.size());
            } else if (program.equals("direnv")
                    && words.size() > 3
                    && words.get(1).equals("exec")) {
                words = words.subList(3, words.size());
            } else if (!projects) {
                break;
            } else if (program.equals("uvx")) {
                words = named(words.subList(1, words.size()));
            } else if (verb(words, program) > 0) {
                words = named(words.subList(verb(words, program) + 1, words.size()));
            } else if (module(words, program) > 0) {
                words = words.subList(module(words, program), words.size());
            } else {
                break;
            }
        }
        return words.isEmpty() || words.equals(outer.words())
                ? outer
                : new Command(words, outer.output(), outer.line(), outer.folder(), outer.env());
    }

    /** Where the word stands by which a program starts another one; 0 if it starts none. */
    private static int verb(List<String> words, String program) {
        String verb = PROJECTS.getOrDefault(program, "");
        boolean tool = program.equals("uv") && words.get(1).equals("tool");
        int at = words.size() - named(words.subList(tool ? 2 : 1, words.size())).size();
        return !verb.isEmpty() && at + 1 < words.size() && words.get(at).matches(verb) ? at : 0;
    }

    /** Where a module of Python is named that its interpreter runs; 0 if it runs none. */
    private static int module(List<String> words, String program) {
        int option = program.matches("python[\\d.]*+|py") ? words.indexOf("-m") : 0;
        boolean first = option > 0
                && option + 1 < words.size()
                && words.subList(1, option).stream().allMatch(word -> word.startsWith("-"));
        return first ? option + 1 : 0;
    }

    private static boolean opens(String program) {
        return ENVIRONMENTS.contains(program) || SECRETS.contains(program);
    }

    /** What begins with a program, after options of the one that starts it; {@code twine==6.1.0} asks for a version of it. */
    private static List<String> named(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += words.get(at).matches(VALUED) ? 2 : 1;
        }
        List<String> rest = new ArrayList<>(words.subList(Math.min(at, words.size()), words.size()));
        if (!rest.isEmpty()) {
            rest.set(0, rest.get(0).replaceFirst("(?<=.)[=@<>~\\[].*+$", ""));
        }
        return rest;
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
