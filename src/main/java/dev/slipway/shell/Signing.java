package dev.slipway.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a command signs, and for whom. */
public enum Signing {
    /** Programs and installers, for macOS, Windows or Java, which verify them before they run. */
    CODE,
    /** Any file, for those who download it. */
    FILE,
    /** Only the name of a script suggests that it signs. */
    NAMED;

    private static final Pattern ANY = Pattern.compile("");

    /** Programs that sign, each with what one of their arguments is then; any will do if that is empty. */
    private static final Map<String, Pattern> CODE_TOOLS = Map.ofEntries(
            Map.entry("codesign", Pattern.compile("-[fiv]{0,3}s|--sign(?:=.*+)?")),
            Map.entry("xcrun", Pattern.compile("submit|staple|--notarize-app|-[fiv]{0,3}s|--sign")),
            Map.entry("notarytool", Pattern.compile("submit")),
            Map.entry("stapler", Pattern.compile("staple")),
            Map.entry("security", Pattern.compile("import|set-key-partition-list")),
            Map.entry("productsign", ANY),
            Map.entry("pkgbuild", Pattern.compile("--sign")),
            Map.entry("productbuild", Pattern.compile("--sign")),
            Map.entry("gon", ANY),
            Map.entry("rcodesign", Pattern.compile("sign|notary-submit|notarize|staple")),
            Map.entry("quill", Pattern.compile("sign|sign-and-notarize|notarize")),
            Map.entry("signtool", Pattern.compile("sign")),
            Map.entry("osslsigncode", Pattern.compile("sign")),
            Map.entry("azuresigntool", Pattern.compile("sign")),
            Map.entry("trusted-signing-cli", ANY),
            Map.entry("smctl", Pattern.compile("sign")),
            Map.entry("relic", Pattern.compile("sign")),
            Map.entry("jsign", ANY),
            Map.entry("jarsigner", ANY),
            Map.entry("apksigner", Pattern.compile("sign")),
            Map.entry("set-authenticodesignature", ANY));

    private static final Map<String, Pattern> FILE_TOOLS = Map.ofEntries(
            Map.entry("gpg", Pattern.compile("--detach-sign?|--clear-?sign|--sign|-s|-[ac-z]*+b[a-z]*+")),
            Map.entry("gpg2", Pattern.compile("--detach-sign?|--clear-?sign|--sign|-s|-[ac-z]*+b[a-z]*+")),
            Map.entry("minisign", Pattern.compile("-[A-RT-Za-z]*+S[A-Za-z]*+")),
            Map.entry("signify", Pattern.compile("-[A-RT-Za-z]*+S[A-Za-z]*+")),
            Map.entry("rsign", Pattern.compile("sign")),
            Map.entry("cosign", Pattern.compile("sign|sign-blob|attest|attest-blob")),
            Map.entry("notation", Pattern.compile("sign")),
            Map.entry("ssh-keygen", Pattern.compile("sign")),
            Map.entry("openssl", Pattern.compile("-sign")),
            Map.entry("rpmsign", Pattern.compile("--addsign|--resign")),
            Map.entry("rpm", Pattern.compile("--addsign|--resign")),
            Map.entry("debsigs", ANY),
            Map.entry("debsign", ANY),
            Map.entry("dpkg-sig", Pattern.compile("--sign|-s")));

    /** Programs that start others. */
    private static final Set<String> STARTERS = Set.of(
            "sudo",
            "env",
            "xargs",
            "find",
            "pkgx",
            "npx",
            "time",
            "command",
            "exec",
            "&",
            "parallel",
            "retry",
            "nix",
            "foreach-object");

    private static final Set<String> INTERPRETERS =
            Set.of("bash", "sh", "zsh", "pwsh", "powershell", "python", "python3", "node", "ruby", "perl");

    /**
     * Where a command puts signatures, if one of its options names the file.
     *
     * @return paths from the folder of the command, or patterns
     */
    public static List<String> results(Command command) {
        return Signature.named(command);
    }

    /** What a command signs; empty if it signs nothing. */
    public static Optional<Signing> of(Command command) {
        List<String> words = command.words();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String program = base(words.get(0));
        if (STARTERS.contains(program)) {
            return IntStream.range(1, words.size())
                    .mapToObj(at -> words.subList(at, words.size()))
                    .flatMap(
                            started -> tool(started)
                                    .or(() -> isScript(started.get(0)) ? Optional.of(NAMED) : Optional.empty())
                                    .stream())
                    .findFirst();
        }
        Optional<Signing> tool = tool(words);
        String script = INTERPRETERS.contains(program)
                ? words.stream()
                        .skip(1)
                        .filter(word -> !word.startsWith("-"))
                        .findFirst()
                        .orElse("")
                : words.get(0);
        return tool.or(() -> isScript(script) ? Optional.of(NAMED) : Optional.empty());
    }

    private static Optional<Signing> tool(List<String> words) {
        String program = base(words.get(0));
        List<String> arguments = words.subList(1, words.size());
        return fits(Optional.ofNullable(CODE_TOOLS.get(program)), arguments)
                ? Optional.of(CODE)
                : fits(Optional.ofNullable(FILE_TOOLS.get(program)), arguments) ? Optional.of(FILE) : Optional.empty();
    }

    private static boolean fits(Optional<Pattern> wanted, List<String> arguments) {
        return wanted.filter(word -> word.pattern().isEmpty()
                        || arguments.stream()
                                .anyMatch(argument -> word.matcher(argument).matches()))
                .isPresent();
    }

    /** Whether a text in an unknown language seems to start a program or a script that signs. */
    public static boolean isIn(String text) {
        return Arrays.stream(text.split("[\\s'\"{}()|;&]++"))
                .anyMatch(word -> CODE_TOOLS.containsKey(base(word)) || isScript(word));
    }

    /** Whether a file is called like one that signs. */
    private static boolean isScript(String path) {
        String plain = path.replace('\\', '/');
        return plain.indexOf('/') >= 0
                && Arrays.stream(base(plain).split("[-_.]"))
                        .anyMatch(part -> part.matches("(?:code)?sign(?:ing)?|notari[sz](?:e|ing|ation)"));
    }

    private static String base(String path) {
        String plain = path.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.exe$", "");
    }
}
