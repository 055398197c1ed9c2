package dev.slipway.scripts.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the builtins of bash 3.2 cannot do. */
final class Builtins {
    private static final Map<String, String> OPTIONS = Map.of(
            "declare", "AIglucn",
            "typeset", "AIglucn",
            "local", "AIglucn",
            "readonly", "A",
            "read", "NiE",
            "wait", "nfp",
            "cd", "e@",
            "unset", "n",
            "shopt", "");

    /** All options of {@code shopt}. */
    private static final Set<String> SHOPT = Set.of(
            "cdable_vars",
            "cdspell",
            "checkhash",
            "checkwinsize",
            "cmdhist",
            "compat31",
            "dotglob",
            "execfail",
            "expand_aliases",
            "extdebug",
            "extglob",
            "extquote",
            "failglob",
            "force_fignore",
            "gnu_errfmt",
            "histappend",
            "histreedit",
            "histverify",
            "hostcomplete",
            "huponexit",
            "interactive_comments",
            "lithist",
            "login_shell",
            "mailwarn",
            "no_empty_cmd_completion",
            "nocaseglob",
            "nocasematch",
            "nullglob",
            "progcomp",
            "promptvars",
            "restricted_shell",
            "shift_verbose",
            "sourcepath",
            "xpg_echo");

    private static final Map<String, String> MISSING = Map.of(
            "mapfile", "write while IFS= read -r",
            "readarray", "write while IFS= read -r",
            "coproc", "write a pipe",
            "compopt", "leave it out");

    private Builtins() {}

    static List<Refusal> refusals(List<Token> words) {
        List<String> plain = words.stream().map(Token::plain).toList();
        int at = 0;
        while (at < plain.size()
                && (plain.get(at).matches("(?s)\\w+(\\[.*?])?\\+?=.*")
                        || Set.of("command", "builtin").contains(plain.get(at)))) {
            at++;
        }
        if (at >= plain.size()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        List<String> arguments = plain.subList(at + 1, plain.size());
        String name = plain.get(at);
        if (MISSING.containsKey(name)) {
            found.add(name + " is not there: " + MISSING.get(name));
        }
        if (OPTIONS.containsKey(name)) {
            found.addAll(options(name, arguments));
        }
        switch (name) {
            case "printf" -> printf(arguments, words.subList(at + 1, words.size()), found);
            case "echo" -> {
                if (arguments.stream().anyMatch(it -> it.matches("(?s).*\\\\[uU][0-9a-fA-F].*"))) {
                    found.add("echo knows no \\u: write the character itself");
                }
            }
            case "test", "[" -> {
                if (arguments.contains("-v") || arguments.contains("-R")) {
                    found.add(name + " -v is not understood: write [ -n \"${NAME+set}\" ]");
                }
            }
            case "trap" -> {
                if (arguments.contains("ERR")) {
                    found.add("trap … ERR is not run where [[, (( or ( … ) fail");
                }
            }
            case ".", "source" -> {
                if (arguments.stream().anyMatch(it -> it.startsWith("<("))) {
                    found.add(name + " <(…) reads nothing: write eval \"$(…)\"");
                }
            }
            default -> {}
        }
        int line = words.get(at).line();
        return found.stream().map(text -> new Refusal(line, text)).toList();
    }

    private static List<String> options(String name, List<String> arguments) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < arguments.size() && arguments.get(i).startsWith("-"); i++) {
            String option = arguments.get(i);
            boolean refused = option.chars()
                    .skip(1)
                    .anyMatch(c -> OPTIONS.getOrDefault(name, "").indexOf(c) >= 0);
            if (refused || option.equals("-") && name.equals("local")) {
                found.add(name + " " + option + " is not understood");
            }
            boolean waits = name.equals("read") && option.endsWith("t") && i + 1 < arguments.size();
            if (waits && arguments.get(i + 1).matches("0|.*\\..*")) {
                found.add("read -t takes whole seconds, from 1 on");
            }
        }
        if (name.equals("shopt")) {
            arguments.stream()
                    .filter(it -> !it.startsWith("-") && !SHOPT.contains(it))
                    .forEach(it -> found.add("shopt has no option " + it));
        }
        return found;
    }

    private static void printf(List<String> arguments, List<Token> words, List<String> found) {
        boolean assigns = arguments.size() > 1 && arguments.get(0).equals("-v");
        if (assigns && arguments.get(1).contains("[")) {
            found.add("printf -v " + arguments.get(1) + " assigns to no item: write NAME[0]=…");
        }
        int format = assigns ? 2 : 0;
        if (format < arguments.size()) {
            String text = arguments.get(format);
            if (text.matches("(?s).*%-?[0-9]*\\(.*")) {
                found.add("printf %(…)T is not understood: write date");
            }
            if (words.get(format).text().matches("(?s).*\\\\[uU][0-9a-fA-F].*")) {
                found.add("printf knows no \\u: write the character itself");
            }
        }
    }
}
