package dev.slipway.scripts.macos;

import dev.slipway.scripts.macos.Syntax.Chain;
import dev.slipway.scripts.macos.Syntax.Pipeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses what bash 3.2, the newest that macOS has, does otherwise than the bash of Linux: it goes on after an error, does
 * not understand a script, or expands something else.
 *
 * @see <a href="https://git.savannah.gnu.org/cgit/bash.git/tree/NEWS">What came with bash 4.0 and later</a>
 * @see <a href="https://git.savannah.gnu.org/cgit/bash.git/tree/COMPAT">What later ones do otherwise</a>
 */
final class Bash32 {
    private static final Map<String, String> SIGNS = Map.of(
            "|&", "write 2>&1 | instead",
            "&>>", "write >> FILE 2>&1 instead",
            ";&", "write an if instead",
            ";;&", "write an if instead");

    private static final Map<String, String> VARIABLES = variables();

    private static final Pattern NAME_AND_FILE = Pattern.compile("\\{\\w+}");
    private static final Pattern SEQUENCE =
            Pattern.compile("\\{(-?0\\d+\\.\\.-?\\d+|-?\\d+\\.\\.-?0\\d+|[^{},.]+\\.\\.[^{},.]+\\.\\.-?\\d+)}");
    private static final Pattern UNICODE = Pattern.compile("\\\\[uU][0-9a-fA-F]");
    private static final Pattern EXTENDED = Pattern.compile("[@!+*?]\\(");

    private final List<Refusal> refusals = new ArrayList<>();
    private final boolean unset;
    private final boolean extended;

    private Bash32(List<Token> tokens) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean sets = tokens.get(i).word("set") || tokens.get(i).word("shopt");
            for (int at = i + 1; sets && at < tokens.size() && tokens.get(at).kind() == Token.Kind.WORD; at++) {
                options.add(tokens.get(at).text());
            }
        }
        unset = options.contains("nounset") || options.stream().anyMatch(option -> option.matches("-[a-zA-Z]*u.*"));
        extended = options.contains("extglob");
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name :
                List.of("BASHPID", "BASH_ARGV0", "BASH_COMPAT", "BASH_XTRACEFD", "BASH_ALIASES", "BASH_CMDS")) {
            variables.put(name, "is not set");
        }
        for (String name : List.of("EPOCHSECONDS", "EPOCHREALTIME")) {
            variables.put(name, "is not set: write $(date +%s)");
        }
        variables.put("SRANDOM", "is not set: write $RANDOM");
        variables.put("FUNCNEST", "means nothing");
        variables.put("MAPFILE", "is not set");
        return variables;
    }

    /** Everything in a script that bash 3.2 does otherwise, in the order of its lines. */
    static List<Refusal> refusals(String script) {
        Scan scan = Scan.of(script);
        Bash32 bash = new Bash32(scan.tokens());
        bash.read(scan);
        bash.list(Parser.parse(scan.tokens()), true, false);
        bash.refusals.sort(Comparator.comparingInt(Refusal::line));
        return bash.refusals;
    }

    private void refuse(int line, String text) {
        refusals.add(new Refusal(line, text));
    }

    private void read(Scan scan) {
        for (int i = 0; i < scan.tokens().size(); i++) {
            token(scan.tokens(), i);
        }
        scan.expansions().forEach(this::expansion);
        for (Document document : scan.documents()) {
            if (document.within() && document.body().chars().anyMatch(c -> "'\"`()".indexOf(c) >= 0)) {
                refuse(
                        document.line(),
                        "a here-document with quotes or parentheses in $(…) is read wrongly: write it before");
            }
        }
        if (scan.opener().equals("$(")
                || scan.opener().contains("<")
                || scan.opener().contains(">")) {
            scan.barePatterns()
                    .forEach(line -> refuse(line, "a pattern of case in $(…) ends it: write a ( before the pattern"));
        }
        for (Scan inner : scan.inner()) {
            read(inner);
            if (!inner.opener().equals("(")) {
                // what is substituted goes on after an error in every bash
                list(Parser.parse(inner.tokens()), false, true);
            }
        }
    }

    private void token(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        String text = token.text();
        if (token.kind() == Token.Kind.SIGN) {
            if (SIGNS.containsKey(text)) {
                refuse(token.line(), text + " is not understood: " + SIGNS.get(text));
            }
            boolean named = token.redirects()
                    && token.glued()
                    && at > 0
                    && NAME_AND_FILE.matcher(tokens.get(at - 1).text()).matches();
            if (named) {
                refuse(token.line(), tokens.get(at - 1).text() + text + " is a word: write a number");
            }
            boolean bare = text.equals("<<<")
                    && at + 1 < tokens.size()
                    && bareDollar(tokens.get(at + 1).text());
            if (bare) {
                refuse(token.line(), "the word behind <<< is split: put it into double quotes");
            }
        } else if (token.kind() == Token.Kind.TEST) {
            if (token.words().contains("-v") || token.words().contains("-R")) {
                refuse(token.line(), "[[ -v is not understood: write [[ -n ${NAME+set} ]]");
            }
            for (int i = 1; i < token.words().size(); i++) {
                boolean compares =
                        Set.of("==", "!=", "=").contains(token.words().get(i - 1));
                if (compares
                        && !extended
                        && EXTENDED.matcher(bare(token.words().get(i))).find()) {
                    refuse(
                            token.line(),
                            token.words().get(i) + " is not understood without shopt -s extglob before it");
                }
            }
        } else if (token.kind() == Token.Kind.WORD) {
            if (SEQUENCE.matcher(bare(text)).find()) {
                refuse(token.line(), text + " has no leading zeros and no steps");
            }
            if (text.contains("$'") && UNICODE.matcher(text).find()) {
                refuse(token.line(), text + " is left as it is: write the character itself");
            }
            if (text.matches("\\w+\\[-.*]\\+?=.*")) {
                refuse(token.line(), text + " counts from no end: write the index");
            }
        }
    }

    /** What of a word is not quoted. */
    private static String bare(String word) {
        return word.replaceAll("\\\\.|'[^']*'|\"(\\\\.|[^\"])*\"|\\$\\{[^}]*}", "");
    }

    private static boolean bareDollar(String word) {
        return word.replaceAll("(?s)\\\\.|'[^']*'|\"(\\\\.|[^\"\\\\])*\"", "").contains("$");
    }

    private void expansion(Expansion expansion) {
        String operation = expansion.operation();
        String shown = expansion.braced() ? "${" + expansion.text() + "}" : "$" + expansion.text();
        int line = expansion.line();
        if (VARIABLES.containsKey(expansion.name())) {
            refuse(line, "$" + expansion.name() + " " + VARIABLES.get(expansion.name()));
        }
        if (!expansion.braced()) {
            return;
        }
        if (operation.matches("@[A-Za-z]")) {
            refuse(line, shown + " is not understood: write printf %q");
        }
        if (operation.matches("(?s)[\\^,~].*")) {
            refuse(line, shown + " is not understood: write tr");
        }
        if (expansion.subscript().matches("\\s*-.*")) {
            refuse(line, shown + " counts from no end: write ${NAME[${#NAME[@]} - 1]}");
        }
        if (operation.matches("(?s):\\s*[^-=?+\\s][^:]*:\\s*-.*|:\\s+-[^:]*:\\s*-.*|::\\s*-.*")) {
            refuse(line, shown + " has no negative length: write ${NAME%???}");
        }
        if (operation.startsWith("/")) {
            replacement(expansion, shown);
        }
        boolean every =
                expansion.subscript().equals("@") || expansion.subscript().equals("*");
        if (unset && every && !expansion.set() && !expansion.indirect() && !operation.matches("(?s):?[-+].*")) {
            refuse(
                    line,
                    shown + " is unbound where the list is empty and set -u holds: write ${NAME[@]+\"${NAME[@]}\"}");
        }
    }

    /** Looks for the second {@code /}, which ends the pattern. */
    private void replacement(Expansion expansion, String shown) {
        String operation = expansion.operation();
        int line = expansion.line();
        char quote = 0;
        for (int at = operation.startsWith("//") ? 2 : 1; at < operation.length(); at++) {
            char c = operation.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '\'' || c == '"') {
                quote = quote == c ? 0 : quote == 0 ? c : quote;
            } else if (c == '/' && quote != 0) {
                refuse(line, shown + " takes the quoted / for the end of the pattern: write \\/");
                return;
            } else if (c == '/') {
                if (expansion.quoted() && operation.substring(at + 1).matches("(?s)(.*[^\\\\])?['\"].*|~.*")) {
                    refuse(line, shown + " leaves the quotes of the replacement in it: put it into a variable");
                }
                return;
            }
        }
    }

    /**
     * Looks at commands one after another.
     *
     * @param ends whether one that fails ends the script
     * @param result whether how the last one ends is how the whole ends, which is looked at elsewhere
     */
    private void list(List<Chain> chains, boolean ends, boolean result) {
        for (int i = 0; i < chains.size(); i++) {
            List<Pipeline> parts = chains.get(i).parts();
            for (int part = 0; part < parts.size(); part++) {
                boolean last = part == parts.size() - 1;
                pipeline(parts.get(part), ends && last, result && i == chains.size() - 1);
            }
        }
    }

    private void pipeline(Pipeline pipeline, boolean ends, boolean result) {
        boolean counts = ends && !pipeline.negated();
        if (counts && !result) {
            errors(pipeline);
        }
        for (Syntax part : pipeline.parts()) {
            boolean alone = pipeline.parts().size() == 1;
            command(part, counts, result || !alone);
        }
    }

    private void errors(Pipeline pipeline) {
        Syntax last = pipeline.last() instanceof Syntax.Redirected redirected ? redirected.command() : pipeline.last();
        if (pipeline.parts().size() > 1) {
            if (last.compound()) {
                refuse(
                        line(last),
                        "a pipeline that does not end in a program does not end the script where it fails:"
                                + " write a program last, or a file instead of the pipe");
            }
        } else if (last instanceof Syntax.Test test) {
            refuse(
                    test.token().line(),
                    test.token().text() + " does not end the script where it fails: put || exit behind it");
        } else if (last instanceof Syntax.Subshell subshell) {
            refuse(
                    subshell.line(),
                    "( … ) does not end the script where it fails: write { … }, or && between its commands and || exit behind it");
        }
        if (pipeline.last() instanceof Syntax.Redirected redirected) {
            refuse(redirected.line(), "a file that is not there does not end the script: look for it before");
        }
    }

    private static int line(Syntax syntax) {
        if (syntax instanceof Syntax.Test test) {
            return test.token().line();
        } else if (syntax instanceof Syntax.Subshell subshell) {
            return subshell.line();
        } else if (syntax instanceof Syntax.Group group) {
            return group.line();
        } else if (syntax instanceof Syntax.Branches branches) {
            return branches.line();
        } else if (syntax instanceof Syntax.Case cases) {
            return cases.word().line();
        }
        return 0;
    }

    private void command(Syntax syntax, boolean ends, boolean result) {
        if (syntax instanceof Syntax.Simple simple) {
            Builtins.refusals(simple.words()).forEach(refusals::add);
        } else if (syntax instanceof Syntax.Redirected redirected) {
            command(redirected.command(), ends, result);
        } else if (syntax instanceof Syntax.Function function) {
            body(function.body());
        } else if (syntax instanceof Syntax.Subshell subshell) {
            list(subshell.body(), ends, true);
        } else if (syntax instanceof Syntax.Group group) {
            list(group.body(), ends, result);
        } else if (syntax instanceof Syntax.Branches branches) {
            branches.branches().forEach(branch -> {
                list(branch.condition(), false, false);
                list(branch.body(), ends, result);
            });
        } else if (syntax instanceof Syntax.Case cases) {
            cases.arms().forEach(arm -> list(arm.body(), ends, result));
        }
    }

    private void body(Syntax body) {
        if (body instanceof Syntax.Group group) {
            list(group.body(), true, true);
        } else {
            command(body, true, true);
        }
    }
}
