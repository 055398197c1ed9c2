package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The commands that {@code xargs} and {@code find -exec} start, one for each file or one for all, and what {@code gox} and
 * {@code goxz} start. */
record Started(Command by, Tree tree) {
    private static final Set<String> WITH_VALUE = Set.of("-I", "-n", "-P", "-L", "-d", "-E", "-s", "-a", "-J", "-R");

    /** More files than any honest step hands over. */
    private static final int MOST = 200;

    /**
     * The commands; none if it starts nothing.
     *
     * @param in what it reads
     */
    List<Command> commands(String in) {
        return switch (by.program()) {
            case "xargs" -> xargs(in);
            case "find" -> executed();
            case "gox" -> new Gox(by).commands();
            case "zip", "tar", "gtar", "bsdtar" -> packed(in);
            case "goxz" -> new Goxz(by).commands();
            case "godzil" ->
                by.arguments().stream().limit(1).anyMatch("crossbuild"::equals) ? new Goxz(by).commands() : List.of();
            default -> List.of();
        };
    }

    /** The files that {@code find} prints, as far as they are known; nothing if it looks for anything but names. */
    List<String> found() {
        List<String> words = by.arguments();
        int first = 0;
        while (first < words.size() && !words.get(first).matches("[-(!].*")) {
            first++;
        }
        List<String> tests = new ArrayList<>(words.subList(first, words.size()));
        List<PathPattern> others = unwanted(tests);
        int names = tests.indexOf("-name");
        String name = names >= 0 && names + 1 < tests.size() ? tests.get(names + 1) : "*";
        List<String> rest = new ArrayList<>(tests);
        boolean folders = String.join(" ", tests).contains("-type d");
        int printf = rest.indexOf("-printf");
        String form = printf >= 0 && printf + 1 < rest.size()
                ? rest.get(printf + 1).replaceFirst("(\\\\n|\\\\0)$", "")
                : "%p";
        if (printf >= 0 && form.matches("%[pPf]")) {
            rest.subList(printf, printf + 2).clear();
        }
        rest.removeIf(word ->
                word.matches("-name|-type|f|-print|-print0|-delete|-mindepth|-maxdepth|\\d+") || word.equals(name));
        int exec = rest.indexOf("-exec");
        boolean plain = (exec < 0 ? rest : rest.subList(0, exec)).isEmpty() && !folders;
        List<String> found = new ArrayList<>();
        if (folders && rest.stream().noneMatch(word -> !word.equals("d") && !word.equals("-exec"))
                || folders && exec >= 0 && rest.subList(0, exec).equals(List.of("d"))) {
            return folders(first == 0 ? List.of(".") : words.subList(0, first));
        }
        for (String from : first == 0 ? List.of(".") : words.subList(0, first)) {
            String path = Tree.path(by.folder(), from);
            String start = path.isEmpty() ? "" : path + "/";
            PathPattern pattern = PathPattern.of(name);
            tree.files().keySet().stream()
                    .filter(any -> plain && found.size() < MOST)
                    .filter(file -> file.startsWith(start))
                    .filter(file ->
                            isCalled(file, pattern) && others.stream().noneMatch(other -> isCalled(file, other)))
                    .map(file -> switch (form) {
                        case "%P" -> file.substring(start.length());
                        case "%f" -> Tree.name(file);
                        default -> from.replaceFirst("/$", "") + "/" + file.substring(start.length());
                    })
                    .forEach(found::add);
        }
        return found;
    }

    /** The folders below some, or those that a pattern names, with all below them. */
    private List<String> folders(List<String> starts) {
        Set<String> found = new LinkedHashSet<>();
        for (String from : starts) {
            boolean all = from.equals("*") || from.equals("./*");
            String path = Tree.path(by.folder(), all ? "." : from);
            String start = path.isEmpty() ? "" : path + "/";
            String shown = from.equals("*") ? "" : from.replaceFirst("/?\\*?$", "") + "/";
            tree.files().keySet().stream()
                    .filter(file -> file.startsWith(start))
                    .map(file -> file.substring(start.length()))
                    .forEach(file -> {
                        for (int at = file.indexOf('/');
                                at > 0 && found.size() < MOST;
                                at = file.indexOf('/', at + 1)) {
                            found.add(shown + file.substring(0, at));
                        }
                    });
        }
        return List.copyOf(found);
    }

    private static boolean isCalled(String file, PathPattern pattern) {
        return pattern.prefix(Tree.name(file)) == Tree.name(file).length();
    }

    /** Takes out of some tests the names that a file must not have. */
    private static List<PathPattern> unwanted(List<String> tests) {
        List<PathPattern> names = new ArrayList<>();
        for (int i = 0; i + 2 < tests.size(); ) {
            if (tests.get(i).matches("!|-not") && tests.get(i + 1).equals("-name")) {
                names.add(PathPattern.of(tests.get(i + 2)));
                tests.subList(i, i + 3).clear();
            } else {
                i++;
            }
        }
        return names;
    }

    private List<Command> xargs(String in) {
        List<String> words = by.arguments();
        String mark = "";
        boolean each = false;
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String word = words.get(at);
            boolean value = WITH_VALUE.contains(word) && at + 1 < words.size();
            if (word.startsWith("-I")) {
                mark = value ? words.get(at + 1) : word.substring(2);
            } else if (word.matches("-i|--replace")) {
                mark = "{}";
            }
            each |= word.matches("-n ?1|-L ?1|--max-args=1") || value && (word + words.get(at + 1)).matches("-[nL]1");
            at += value ? 2 : 1;
        }
        return at < words.size() ? started(words.subList(at, words.size()), mark, each, items(in)) : List.of();
    }

    /** A packer that reads the names of its files packs them as if they were its operands. */
    private List<Command> packed(String in) {
        List<String> words = new ArrayList<>(by.words());
        int option = words.indexOf("-T") >= 0 ? words.indexOf("-T") : words.indexOf("--files-from");
        boolean next = option >= 0
                && option + 1 < words.size()
                && words.get(option + 1).equals("-");
        boolean reads = by.program().equals("zip") ? words.contains("-@") : next || words.contains("--files-from=-");
        if (!reads || in.isBlank()) {
            return List.of();
        }
        if (next) {
            words.subList(option, option + 2).clear();
        }
        words.removeAll(List.of("-@", "--files-from=-"));
        return List.of(with(joined(words, isAll(in) ? List.of(".") : items(in))));
    }

    /** Whether names are those of all files that are known in the folder: what finds them finds others, too. */
    private boolean isAll(String in) {
        List<String> all = tree.find(by.folder(), ".").keySet().stream()
                .map(path -> by.folder().isEmpty()
                        ? path
                        : path.substring(by.folder().length() + 1))
                .sorted()
                .toList();
        return all.equals(items(in).stream()
                .map(name -> name.replaceFirst("^\\./", ""))
                .sorted()
                .toList());
    }

    private static List<String> items(String in) {
        return in.isBlank() || in.contains(Symbols.UNKNOWN)
                ? List.of(Symbols.UNKNOWN)
                : List.of(in.strip().split("\\s+"));
    }

    private List<Command> executed() {
        List<String> words = by.arguments();
        int from = Math.max(words.indexOf("-exec"), words.indexOf("-execdir"));
        int to = from;
        while (to >= 0 && to < words.size() && !words.get(to).matches("\\\\?;|\\+")) {
            to++;
        }
        boolean deletes = words.contains("-delete") && !found().isEmpty();
        if (from < 0 || to - from < 2) {
            return deletes ? List.of(with(joined(List.of("rm"), found()))) : List.of();
        }
        List<String> found = found();
        return started(words.subList(from + 1, to), "{}", false, found.isEmpty() ? List.of(Symbols.UNKNOWN) : found);
    }

    private List<Command> started(List<String> words, String mark, boolean each, List<String> items) {
        List<String> some = items.stream().limit(MOST).toList();
        if (!mark.isEmpty()) {
            return some.stream()
                    .map(item -> with(
                            words.stream().map(word -> word.replace(mark, item)).toList()))
                    .toList();
        }
        return each
                ? some.stream().map(item -> with(joined(words, List.of(item)))).toList()
                : List.of(with(joined(words, some)));
    }

    private static List<String> joined(List<String> words, List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return all;
    }

    private Command with(List<String> words) {
        return new Command(words, by.output(), by.line(), by.folder(), by.env());
    }
}
