package dev.slipway.scripts.macos;

import dev.slipway.scripts.macos.Syntax.Chain;
import dev.slipway.scripts.macos.Syntax.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Refuses what the programs of macOS do differently from those of Linux, unless a script checks the system first. */
final class Bsd {
    /** Programs that a runner with macOS 14 does not have, and what it has. */
    private static final Map<String, String> MISSING = missing();

    private static final Set<String> BEFORE_OTHERS = Set.of("sudo", "command", "exec", "nohup", "time", "builtin");
    private static final Set<String> FIND =
            Set.of(("acl amin anewer atime Bmin Bnewer Btime cmin cnewer ctime d delete depth"
                            + " empty exec execdir flags fstype gid group ilname iname inum ipath iregex iwholename links"
                            + " lname ls maxdepth mindepth mmin mnewer mount mtime name newer nogroup noleaf nouser ok okdir"
                            + " path perm print print0 prune quit regex samefile size sparse type uid user wholename xattr"
                            + " xattrname not and or a o E X s x f H L P")
                    .split(" "));
    private static final Pattern OTHER_SYSTEM =
            Pattern.compile("(==? ?[\"']?(Linux|Windows|linux|msys|win))|(!= ?[\"']?(macOS|Darwin|darwin))|linux\\*");
    private static final Pattern ASKS_SYSTEM = Pattern.compile("RUNNER_OS|runner\\.os|OSTYPE|uname");

    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Lines> elsewhere = new ArrayList<>();

    private Bsd() {}

    private static Map<String, String> missing() {
        Map<String, String> missing = new TreeMap<>();
        String sums = "write shasum -a, or look for it with command -v";
        for (String name : List.of("sha1sum", "sha224sum", "sha256sum", "sha384sum", "sha512sum", "b2sum")) {
            missing.put(name, sums);
        }
        missing.put("md5sum", "write md5");
        missing.put("timeout", "write timeout-minutes at the step");
        missing.put("nproc", "write sysctl -n hw.ncpu");
        missing.put("tac", "write tail -r");
        missing.put("shuf", "write sort -R");
        missing.put("zcat", "it wants an ending .Z: write gzip -dc");
        missing.put("ldd", "write otool -L");
        missing.put("readelf", "write otool");
        missing.put("objcopy", "leave it out");
        missing.put("objdump", "write otool");
        missing.put("patchelf", "write install_name_tool");
        missing.put("getent", "write dscl");
        missing.put("free", "write vm_stat");
        missing.put("lscpu", "write sysctl");
        for (String name :
                List.of("flock", "setsid", "stdbuf", "numfmt", "pidof", "ldconfig", "lsb_release", "systemctl", "ip")) {
            missing.put(name, "leave it out");
        }
        for (String name :
                List.of("apt", "apt-get", "dpkg", "dpkg-deb", "dnf", "yum", "apk", "rpm", "rpmbuild", "snap")) {
            missing.put(name, "write brew, or ask for the system before");
        }
        return missing;
    }

    /** Everything in a script that macOS would not do, in the order of its lines. */
    static List<Refusal> refusals(String script) {
        Bsd bsd = new Bsd();
        bsd.read(Scan.of(script));
        return bsd.refusals.stream()
                .filter(refusal -> !bsd.asked.contains(refusal.text().replaceFirst("[ :].*", "")))
                .sorted(Comparator.comparingInt(Refusal::line))
                .toList();
    }

    private void read(Scan scan) {
        if (!scan.opener().equals("(")) {
            list(Parser.parse(scan.tokens()));
        }
        for (Scan inner : scan.inner()) {
            List<Refusal> before = List.copyOf(refusals);
            read(inner);
            List<Refusal> found = new ArrayList<>(refusals.subList(before.size(), refusals.size()));
            found.removeIf(refusal -> elsewhere.stream().anyMatch(lines -> lines.has(refusal.line())));
            refusals.clear();
            refusals.addAll(before);
            refusals.addAll(found);
        }
    }

    private void list(List<Chain> chains) {
        chains.stream()
                .flatMap(chain -> chain.parts().stream())
                .flatMap(pipeline -> pipeline.parts().stream())
                .forEach(this::command);
    }

    private void command(Syntax syntax) {
        if (syntax instanceof Syntax.Simple simple) {
            program(
                    simple.words().stream().map(Token::plain).toList(),
                    simple.words().get(0).line());
        } else if (syntax instanceof Syntax.Redirected redirected) {
            command(redirected.command());
        } else if (syntax instanceof Syntax.Function function) {
            command(function.body());
        } else if (syntax instanceof Syntax.Subshell subshell) {
            list(subshell.body());
        } else if (syntax instanceof Syntax.Group group) {
            list(group.body());
        } else if (syntax instanceof Syntax.Branches branches) {
            for (Syntax.Branch branch : branches.branches()) {
                String text = branch.asked().stream().map(Token::text).collect(Collectors.joining(" "));
                list(branch.condition());
                if (ASKS_SYSTEM.matcher(text).find()
                        && OTHER_SYSTEM.matcher(text).find()) {
                    elsewhere.add(branch.lines());
                } else {
                    list(branch.body());
                }
            }
        } else if (syntax instanceof Syntax.Case cases) {
            boolean system = ASKS_SYSTEM.matcher(cases.word().text()).find();
            for (Syntax.Arm arm : cases.arms()) {
                if (system && arm.patterns().stream().noneMatch(it -> it.matches(".*([dD]arwin|macOS).*|\\*"))) {
                    elsewhere.add(arm.lines());
                } else {
                    list(arm.body());
                }
            }
        }
    }

    private void program(List<String> words, int line) {
        int at = 0;
        while (at < words.size() && words.get(at).matches("(?s)\\w+(\\[.*?])?\\+?=.*")) {
            at++;
        }
        if (at >= words.size()) {
            return;
        }
        String name = words.get(at);
        List<String> arguments = words.subList(at + 1, words.size());
        if (Set.of("command", "type", "hash", "has", "which").contains(name)) {
            arguments.stream().filter(it -> !it.startsWith("-")).forEach(asked::add);
        }
        boolean looks = name.equals("command")
                && !arguments.isEmpty()
                && arguments.get(0).matches("-[vV]");
        if (BEFORE_OTHERS.contains(name) && !looks) {
            int first = 0;
            while (first < arguments.size() && arguments.get(first).startsWith("-")) {
                first++;
            }
            program(arguments.subList(first, arguments.size()), line);
            return;
        }
        if (MISSING.containsKey(name)) {
            refuse(line, name + " is not there: " + MISSING.get(name));
        }
        switch (name) {
            case "awk" -> awk(arguments, line);
            case "base64" -> base64(arguments, line);
            case "find" -> find(arguments, line);
            case "getopt" -> {
                if (arguments.stream().anyMatch(it -> it.matches("-o|-l|--.+"))) {
                    refuse(line, "getopt takes no options: write a loop with case");
                }
            }
            default -> BsdProgram.named(name).ifPresent(program -> called(program, arguments, line));
        }
    }

    private void refuse(int line, String text) {
        refusals.add(new Refusal(line, text));
    }

    private void called(BsdProgram program, List<String> arguments, int line) {
        BsdProgram.Called called = program.read(arguments);
        String name = program.name();
        called.refused().forEach(option -> refuse(line, name + " takes no " + option + ": see " + program.page()));
        Map<String, String> options = called.options();
        switch (name) {
            case "sed" -> sed(called, line);
            case "xargs", "env" -> program(called.files(), line);
            case "head" -> {
                if (options.values().stream().anyMatch(it -> it.matches("-.*|[0-9]+[A-Za-z]+"))) {
                    refuse(line, "head counts from no end: write sed '$d'");
                }
            }
            case "date" -> {
                if (called.files().stream().anyMatch(it -> it.startsWith("+") && it.matches(".*%(N|P|-?[0-9]N).*"))) {
                    refuse(line, "date has no %N and no %P: write whole seconds");
                }
            }
            case "touch" -> {
                if (!options.getOrDefault("d", "2000-01-01T00:00:00").matches("[0-9]{4}-.*T.*|\\$.*")) {
                    refuse(line, "touch -d takes a time such as 2026-01-02T03:04:05Z");
                }
            }
            case "paste" -> {
                if (called.files().isEmpty()) {
                    refuse(line, "paste reads no standard input by itself: write - behind it");
                }
            }
            case "mktemp" -> {
                if (called.files().stream().anyMatch(it -> it.matches(".*XXX.*[^X]"))) {
                    refuse(line, "mktemp replaces only the last X: write the ending first");
                }
                if (options.containsKey("t")) {
                    refuse(line, "mktemp -t takes a prefix, and no X: write a whole path");
                }
            }
            default -> {}
        }
    }

    private void sed(BsdProgram.Called called, int line) {
        Map<String, String> options = called.options();
        // the next word is taken for the ending of a copy
        if (options.containsKey("i") && !options.get("i").matches("\\.\\w+")) {
            refuse(line, "sed -i needs an ending: write -i.bak and remove the copy, or write a new file");
        }
        String script = options.containsKey("e")
                        || options.containsKey("f")
                        || called.files().isEmpty()
                ? options.getOrDefault("e", "")
                : called.files().get(0);
        boolean modern = options.containsKey("E") || options.containsKey("r");
        if (!modern && script.matches("(?s).*\\\\[+?|].*")) {
            refuse(line, "sed knows no \\+, \\? and \\|: write -E");
        }
        if (script.matches("(?s).*\\\\[wWsSbB<>`'UuLlE].*")) {
            refuse(line, "sed knows no \\w, \\s, \\b and \\U: write [[:alnum:]_], [[:space:]]");
        }
        if (script.matches("(?s).*\\bs(.).*\\1[^\\n]*\\\\[nt][^\\n]*\\1.*")) {
            refuse(line, "sed puts no \\n and \\t in: write the character");
        }
        if (script.matches("(?s)(.*[;\\n{]\\s*)?([0-9]+|\\$|/[^/]*/)?\\s*[aic](\\\\?[^\\\\\\n]+)")) {
            refuse(line, "sed wants a \\ and the text of a, i and c on the next line");
        }
        if (script.matches("(?s).*\\{[^}]*[pdqnhHgGxDNP]}.*")) {
            refuse(line, "sed wants a ; before }");
        }
        if (script.matches("(?s)(0,/.*|[0-9]+~[0-9]+.*|.*,[+~][0-9]+.*|.*\\bq[0-9]+.*)")) {
            refuse(line, "sed knows no such address or exit: write awk");
        }
    }

    private void awk(List<String> arguments, int line) {
        boolean gnu = arguments.stream()
                .anyMatch(it -> it.startsWith("--")
                        || it.equals("-i")
                        || Pattern.compile(
                                        "\\b(gensub|strftime|systime|mktime|asorti?|PROCINFO|BEGINFILE|ENDFILE|IGNORECASE|RT"
                                                + "|FPAT)\\b|\\\\[y<>]|\\bmatch\\([^,)]*,[^,]*,")
                                .matcher(it)
                                .find());
        if (gnu) {
            refuse(line, "awk is not GNU's: write what POSIX has");
        }
    }

    private void base64(List<String> arguments, int line) {
        if (arguments.stream().anyMatch(it -> it.matches("-w.*|--wrap.*|--ignore-garbage"))) {
            refuse(line, "base64 takes no -w: write base64 | tr -d '\\n'");
        }
    }

    private void find(List<String> arguments, int line) {
        if (arguments.isEmpty() || arguments.get(0).matches("-[a-z]{2,}.*|[!(]")) {
            refuse(line, "find wants a folder: write find .");
        }
        boolean runs = false;
        for (String argument : arguments) {
            boolean option = argument.matches("-[A-Za-z].*") && !runs;
            if (option && !FIND.contains(argument.substring(1))) {
                refuse(
                        line,
                        "find takes no " + argument + ": see"
                                + " https://github.com/apple-oss-distributions/shell_cmds/blob/main/find/find.1");
            }
            runs = runs
                    ? !argument.equals(";") && !argument.equals("+")
                    : Set.of("-exec", "-execdir", "-ok", "-okdir").contains(argument);
        }
    }
}
