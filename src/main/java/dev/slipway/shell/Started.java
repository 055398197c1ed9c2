package dev.slipway.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The commands that {@code xargs} and {@code find -exec} start, one for each file or one for all, and the builds of {@code gox}. */
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
        List<String> tests = words.subList(first, words.size());
        int names = tests.indexOf("-name");
        String name = names >= 0 && names + 1 < tests.size() ? tests.get(names + 1) : "*";
        List<String> rest = new ArrayList<>(tests);
        boolean folders = String.join(" ", tests).contains("-type d");
        rest.removeIf(word -> word.matches("-name|-type|f|-print|-print0|-maxdepth|\\d+") || word.equals(name));
        int exec = rest.indexOf("-exec");
        boolean plain = (exec < 0 ? rest : rest.subList(0, exec)).isEmpty() && !folders;
        List<String> found = new ArrayList<>();
        for (String from : first == 0 ? List.of(".") : words.subList(0, first)) {
            String path = Tree.path(by.folder(), from);
            String start = path.isEmpty() ? "" : path + "/";
            PathPattern pattern = PathPattern.of(name);
            tree.files().keySet().stream()
                    .filter(any -> plain && found.size() < MOST)
                    .filter(file -> file.startsWith(start))
                    .filter(file ->
                            pattern.prefix(Tree.name(file)) == Tree.name(file).length())
                    .map(file -> from.replaceFirst("/$", "") + "/" + file.substring(start.length()))
                    .forEach(found::add);
        }
        return found;
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
        List<String> items = in.isBlank() || in.contains(Symbols.UNKNOWN)
                ? List.of(Symbols.UNKNOWN)
                : List.of(in.strip().split("\\s+"));
        return at < words.size() ? started(words.subList(at, words.size()), mark, each, items) : List.of();
    }

    private List<Command> executed() {
        List<String> words = by.arguments();
        int from = Math.max(words.indexOf("-exec"), words.indexOf("-execdir"));
        int to = from;
        while (to >= 0 && to < words.size() && !words.get(to).matches("\\\\?;|\\+")) {
            to++;
        }
        if (from < 0 || to - from < 2) {
            return List.of();
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
