package dev.slipway.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What small programs print that scripts use to put names together.
 *
 * @param in what the command reads
 * @param tree the files that are there
 */
record Builtins(Command command, String in, Tree tree) {
    private static final Set<String> DECLARING = Set.of("export", "local", "declare", "readonly", "typeset");
    /** Whether they are of no interest in addition to what they print. */
    private static final Set<String> QUIET = Set.of(
            "echo",
            "printf",
            "tee",
            "basename",
            "dirname",
            "pwd",
            "realpath",
            "readlink",
            "cygpath",
            "sed",
            "cut",
            "tr",
            "awk",
            "cat",
            "head",
            "tail",
            "grep",
            "jq",
            "true",
            "false",
            ":",
            "Write-Output",
            "uname",
            "date");

    /** Whether words of a script set variables: what is in them is filled in without being split. */
    static boolean declares(List<String> words) {
        return DECLARING.contains(words.get(0));
    }

    /** A folder from the root of the machine. */
    static String absolute(String folder) {
        return folder.startsWith("/") ? folder : (Tree.WORKSPACE + "/" + folder).replaceFirst("/$", "");
    }

    boolean quiet() {
        boolean edits = command.program().equals("sed")
                && command.arguments().stream().anyMatch(word -> word.startsWith("-i") || word.equals("--in-place"));
        return QUIET.contains(command.program()) && !edits;
    }

    /** Whether it puts files into another one, which an archive may have. */
    boolean joins() {
        return command.program().equals("cat")
                && !command.arguments().isEmpty()
                && !command.output().startsWith("/github/")
                && !command.output().startsWith("/dev/");
    }

    Truth truth() {
        return switch (command.program()) {
            case "true", ":", "echo", "printf", "tee" -> Truth.TRUE;
            case "false" -> Truth.FALSE;
            case "grep" -> found();
            case "git" -> isOfCommit() ? Truth.TRUE : Truth.UNKNOWN;
            default -> Truth.UNKNOWN;
        };
    }

    /** Whether it asks Git for the commit or its tag, which a release has. */
    private boolean isOfCommit() {
        return command.words().contains("describe")
                || command.words().contains("rev-parse") && command.words().contains("HEAD");
    }

    /** What {@code grep} finds in a text that is known. */
    private Truth found() {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.startsWith("-"))
                .toList();
        boolean plain = words.size() == 1 && words.get(0).matches("[\\w-]+");
        return in.isBlank() || Symbols.open(in) || !plain ? Truth.UNKNOWN : Truth.of(in.contains(words.get(0)));
    }

    /** The file that gets it. */
    String file() {
        boolean tee = command.program().equals("tee");
        return tee
                ? command.arguments().stream()
                        .filter(word -> !word.startsWith("-"))
                        .findFirst()
                        .orElse("")
                : command.output();
    }

    /** What it prints, as far as that is known; everything prints something. */
    Optional<String> text() {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.matches("-[neEaqsr]+"))
                .filter(word -> !word.equals("--") || !command.program().matches("(?:base|dir)name"))
                .toList();
        String first = words.isEmpty() ? "" : words.get(0);
        return Optional.of(
                switch (command.program()) {
                    case "echo", "Write-Output" -> String.join(" ", words);
                    case "printf" -> formatted(words);
                    case "cat", "type", "Get-Content" -> words.isEmpty() ? in : written(first);
                    case "ls" -> listed(words);
                    case "find" -> joined(new Started(command, tree).found());
                    case "tee" -> in.strip();
                    case "sort" -> words.isEmpty() && !in.isBlank() && !Symbols.open(in) ? sorted() : Symbols.UNKNOWN;
                    case "basename" ->
                        suffixed(repository(first).replaceFirst("(?<!/)/+$", "").replaceFirst("^.*/", ""), words);
                    case "dirname" -> first.contains("/") ? first.replaceFirst("/[^/]*$", "") : ".";
                    case "pwd" -> absolute(command.folder());
                    case "realpath", "readlink" ->
                        words.isEmpty() || words.get(words.size() - 1).contains(Symbols.UNKNOWN)
                                ? Symbols.UNKNOWN
                                : absolute(Tree.path(command.folder(), words.get(words.size() - 1)));
                    case "cygpath" -> words.isEmpty() ? Symbols.UNKNOWN : words.get(words.size() - 1);
                    case "true", "false", ":", "cd", "set", "mkdir", "test", "export" -> "";
                    case "git" -> words.contains("describe") || words.contains("tag") ? Symbols.TAG : Symbols.UNKNOWN;
                    case "sed", "cut", "tr", "awk", "head", "tail", "grep", "xargs" -> filtered();
                    case "jq" -> keyed(String.join(" ", words));
                    default -> Symbols.UNKNOWN;
                });
    }

    /** The folder of a checkout has the name of the repository. */
    private static String repository(String path) {
        return path.equals(Tree.WORKSPACE) ? Symbols.REPOSITORY : path;
    }

    /** What a file says; of one that nobody saw written, its name says what it probably is. */
    private String written(String word) {
        String path = Tree.path(command.folder(), word);
        return tree.text(path)
                .orElseGet(
                        () -> Symbols.byName(Tree.name(path).replace('-', '_').replaceFirst("\\.txt$", "")));
    }

    /** What {@code ls} shows: files by the words that name them, and of a folder what is in it. */
    private String listed(List<String> words) {
        List<String> plain =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        boolean whole = words.stream().anyMatch(word -> word.matches("-[a-ce-zA-Z1]*+d.*+"));
        String only = plain.size() == 1 && !whole ? Tree.path(command.folder(), plain.get(0)) : "";
        boolean named = only.isEmpty() || tree.files().containsKey(only) || CargoProgram.is(only);
        if (!named && tree.isFolder(only)) {
            return joined(wild(only, List.of("*")));
        }
        // a word without an ending that names nothing known is a folder, rather than a file
        return named || only.indexOf('*') >= 0 || Tree.name(only).indexOf('.') >= 0
                ? joined(wild(command.folder(), plain.isEmpty() ? List.of("*") : plain))
                : Symbols.UNKNOWN;
    }

    private List<String> wild(String folder, List<String> words) {
        return words.stream()
                .flatMap(word -> tree.expand(folder, word).stream())
                .filter(word -> word.indexOf('*') < 0)
                .toList();
    }

    private static String joined(List<String> paths) {
        return paths.isEmpty() ? Symbols.UNKNOWN : String.join("\n", paths);
    }

    private String sorted() {
        return in.strip().lines().sorted().collect(Collectors.joining("\n"));
    }

    private static String suffixed(String name, List<String> words) {
        return words.size() > 1 && name.endsWith(words.get(1))
                ? name.substring(0, name.length() - words.get(1).length())
                : name;
    }

    private static String formatted(List<String> words) {
        String text = words.isEmpty() ? "" : words.get(0).replace("\\n", "\n");
        for (String word : words.subList(Math.min(1, words.size()), words.size())) {
            // as a word of a shell, what needs no quotes stays as it is
            String quoted = word.matches("[\\w./:=@+{}?-]*+") ? word : Symbols.UNKNOWN;
            text = text.contains("%q") && text.indexOf("%q") == text.indexOf('%')
                    ? text.replaceFirst("%q", java.util.regex.Matcher.quoteReplacement(quoted))
                    : text.replaceFirst("%[sd]", java.util.regex.Matcher.quoteReplacement(word));
        }
        return text.replaceAll("%[-0-9.]{0,9}[a-z]", java.util.regex.Matcher.quoteReplacement(Symbols.UNKNOWN));
    }

    /** {@code tr A-Z a-z} in all its forms, as owners of images need it; symbols have no capital letters. */
    private boolean lowers() {
        List<String> words = command.arguments();
        return command.program().equals("tr")
                && words.size() == 2
                && words.get(0).matches("\\[:upper:]|\\[?A-Z]?")
                && words.get(1).matches("\\[:lower:]|\\[?a-z]?");
    }

    /** What takes something from a tag takes what stands before the version. */
    private String filtered() {
        String text = in.strip();
        if (lowers()) {
            return text.toLowerCase(Locale.ROOT);
        }
        boolean version = command.program().equals("cut")
                        && List.of(Symbols.VERSION, Symbols.PROBABLE_VERSION).contains(text)
                || VersionParts.isOne(text) && new TextFilter(command.program(), command.arguments()).atDots();
        Optional<String> part = text.isEmpty() || Symbols.open(text) && !version
                ? Optional.empty()
                : new TextFilter(command.program(), command.arguments()).of(text);
        if (part.isPresent()) {
            return part.get();
        }
        Optional<String> numbers = command.program().matches("g?sed")
                        && !command.arguments().isEmpty()
                ? VersionParts.sed(
                        text, command.arguments().get(command.arguments().size() - 1))
                : Optional.empty();
        if (numbers.isPresent()) {
            return numbers.get();
        }
        Optional<String> replaced = Substitution.of(command)
                .filter(any -> !text.contains(Symbols.UNKNOWN))
                .flatMap(one -> one.in(text));
        if (replaced.isPresent() && !text.isEmpty()) {
            return replaced.get();
        }
        if (Symbols.guessed(text)) {
            String result = new Builtins(command, Symbols.settled(text), tree).filtered();
            return result.equals(Symbols.settled(text)) || !text.contains(Symbols.PROBABLE_TAG)
                    ? Symbols.doubted(result)
                    : result;
        }
        if (text.isEmpty() && readsManifest()) {
            return Symbols.VERSION;
        }
        if (text.contains(Symbols.TAG)) {
            String script = String.join(" ", command.arguments());
            boolean bare = script.matches(".*(\\^v|s/v|[/|]v[/|]|-c ?2-|-d ?'?v|\\[0-9]).*")
                    || command.program().equals("tr");
            return bare ? Symbols.VERSION : Symbols.TAG;
        }
        return text.equals(Symbols.VERSION) ? text : Symbols.UNKNOWN;
    }

    /** Whether it takes the version from a manifest, if no version begins with a {@code v}. */
    private boolean readsManifest() {
        String all = command.toString();
        return all.contains("Cargo.toml") && all.contains("version");
    }

    /** {@code jq -r '"name=" + .name'} prints a name and a value. */
    private static String keyed(String filter) {
        String key = filter.replaceFirst("(?s)^\"([A-Za-z_]+)=\".*", "$1");
        boolean version = filter.matches("(?s).*\\.version\\b.*");
        return !key.equals(filter) ? key + "=" + Symbols.byName(key) : version ? Symbols.VERSION : Symbols.UNKNOWN;
    }
}
