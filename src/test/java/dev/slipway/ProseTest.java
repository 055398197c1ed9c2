package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Phrases that read like a translation do not come back in documentation, messages, comments and templates. CONTRIBUTING.md explains how we write. */
class ProseTest {
    /** A phrase, and what to write instead. */
    private record Phrase(Pattern words, String instead) {
        static Phrase of(String words, String instead) {
            return new Phrase(Pattern.compile("(?i)\\b(?:" + words + ")\\b"), instead);
        }
    }

    private static final List<Phrase> PHRASES = List.of(
            Phrase.of("stands? (?:here|there|in(?! for)|under|beside|behind|wrong)", "is, or the words of the field"),
            Phrase.of("lies? (?:beside|in)|lay beside", "is in, is next to"),
            Phrase.of("behind (?:it|them|this|the|each|which)", "after"),
            Phrase.of("beside", "next to, in addition to"),
            Phrase.of("for good", "permanently, or: never changes"),
            Phrase.of("for ever", "forever"),
            Phrase.of("one's own|an? (?:[\\w-]+ )?[\\w-]+ of (?:its|their|your|our) own", "its own, your own"),
            Phrase.of("what there is", "name the thing"),
            Phrase.of("nobody knows|no one knows", "unknown"),
            Phrase.of("a word for|no words for", "no key for"),
            Phrase.of("without a word|in silence|in vain", "silently, without an error, never"),
            Phrase.of("nothing says so|says? so", "without an error; or: reports it"),
            Phrase.of("says what becomes of", "explains how to replace"),
            Phrase.of("but for (?:a|an|the|its|those|that)", "except for"),
            Phrase.of("sees? to it", "makes sure"),
            Phrase.of("whoever", "anyone who"),
            Phrase.of("anew", "again"),
            Phrase.of("(?:is|are) told", "shows, lists, reports"),
            Phrase.of("held (?:to|against)", "compared with"),
            Phrase.of("where (?:there (?:is|are)|nothing|none|somebody|nobody)", "if there is, if nothing"),
            Phrase.of("nothing where", "nothing if"),
            Phrase.of("comes? of (?:it|that|them|this)", "generated from, results from"),
            Phrase.of(
                    "(?<!there )(?:is|are) no (?:semantic|prerelease|version|release|sandbox|job|condition)",
                    "is not a"),
            Phrase.of("of (?:his|theirs|hers)", "their"),
            Phrase.of("looked at by", "checked by"),
            Phrase.of(
                    "licences?|colours?|organisations?|neighbours?|behaviours?|catalogues?|misspelt|(?:after|up|to|for)wards|recognis\\w+",
                    "American spelling"));

    /** Also forbidden in messages: a message has no room for a word without meaning. */
    private static final List<Phrase> IN_MESSAGES = List.of(
            Phrase.of("as well", "also, too"),
            Phrase.of("takes? (?:it|that|this) away|out of it before", "remove"),
            Phrase.of("(?:could|can) ?not be told", "unknown, could not be read"),
            Phrase.of("ha(?:s|ve) to", "must"),
            Phrase.of(
                    "there (?:is|are) no (?:key|keys|such|npm|macOS|updater|Cargo|package)",
                    "has no, no config key for"),
            Phrase.of(
                    "(?<!there )is no (?:config|day|file|folder|list|program|regular|text|version|workflow)",
                    "is not a"),
            Phrase.of("this is no|is one place", "invalid, not a; the same"),
            Phrase.of("only (?:in )?a run(?: knows)?|known only in a run", "known only during a run"),
            Phrase.of("(?:not )?switch(?:es)? on", "enable, activate"),
            Phrase.of(
                    "makes? (?:the|a|an|no|one) (?:tag|jar|file|folder|formula|program|prerelease|release)", "create"),
            Phrase.of("for there (?:is|are)", "because of"),
            Phrase.of("is called (?:like|so)|are called like", "has the name of"),
            Phrase.of("of today|by the clock", "current, today's; on a schedule"),
            Phrase.of("no word|has no words", "no key, does not support"),
            Phrase.of("whatever is|what there is|what the config cannot say", "name the thing"),
            Phrase.of("meanwhile", "in the meantime"),
            Phrase.of("a machine of your own|machines of (?:your|their) own", "your own runner"),
            Phrase.of("nothing (?:says|names|here says)|no(?:body| one) (?:has|would)", "unknown, not found"),
            Phrase.of("goes on|lets? through|lets people|packs? \\w+ along", "still, is approved in, allows, includes"),
            Phrase.of("mend", "fix"),
            Phrase.of("those who", "people who"),
            Phrase.of("an? text|texts", "a string, a file, text"));

    /** A comment, or a text, or a character, so that a quote in one of them begins no other. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\n]*+|\"\"\".*?\"\"\"|\"(?<text>(?:[^\"\\\\\n]|\\\\.)*+)\"|'(?:[^'\\\\\n]|\\\\.)*+'");

    /** Where a phrase is right: the output of a command, or the words of somebody else. */
    private record Waiver(Path file, String text) {}

    private static final List<Waiver> WAIVERS =
            List.of(new Waiver(Path.of("src/main/java/dev/slipway/run/local/github/Gh.java"), "as well"));

    /** Its words are those of the program. */
    private static final Path GENERATED = Path.of("docs/releasing.md");

    /** Javadoc, or a comment at the end of a line; an address in a string is neither. */
    private static final Pattern JAVA_COMMENT = Pattern.compile("(?m)/\\*\\*(?s:.*?)\\*/|(?:^|[;{},]) *// .*$");

    private static final Pattern NOT_JAVADOC_PROSE = Pattern.compile("(?m)<pre>(?s:.*?)</pre>|\\{@[a-z]+ [^}]*+}+"
            + "|<code>(?s:.*?)</code>|<a\\s[^>]*>|@(?:param|see) \\S+|^ *(?:/\\*\\*|\\*/?|//) ?|\\*/");

    private static final Pattern NOT_PROSE = Pattern.compile(
            "(?ms)^(`{3,})[^\n]*\n.*?^\\1`*$|`[^`\n]++`|]\\([^)\n]*+\\)|<!--.*?-->|^## How we write\n.*?(?=^## )");

    @Test
    void noPageHasAPhraseThatReadsLikeATranslation() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            phrases(Files.readString(page)).stream()
                    .filter(phrase -> !waived(page, phrase))
                    .forEach(phrase -> found.add(page + ": " + phrase));
        }
        assertThat(found).isEmpty();
    }

    private static boolean waived(Path file, String phrase) {
        return WAIVERS.stream().anyMatch(waiver -> waiver.file().equals(file) && phrase.startsWith(waiver.text()));
    }

    @Test
    void noMessageHasAPhraseThatReadsLikeATranslation() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(any -> any.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                messages(Files.readString(file))
                        .forEach(message -> Stream.of(PHRASES, IN_MESSAGES)
                                .flatMap(list -> phrases(message, list))
                                .filter(phrase -> !waived(file, phrase))
                                .forEach(phrase -> found.add(file.getFileName() + ": " + phrase + " in: " + message)));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noCommentOfJavaHasOne() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                comments(Files.readString(file)).forEach(phrase -> found.add(file.getFileName() + ": " + phrase));
            }
        }
        assertThat(found).isEmpty();
    }

    /** What users read in their repositories: comments and messages of templates, of scripts too. */
    @Test
    void noTemplateHasOne() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                phrases(Files.readString(file)).forEach(phrase -> found.add(file + ": " + phrase));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aMessageIsReadAcrossItsLinesAndWithoutItsComments() {
        assertThat(messages("""
                // nothing "says so"
                String one = "known " + "only" /* here */
                        + " in a " + name + " run \\"x\\""; char quote = '"';
                """)).containsExactly("known only in a … run \\\"x\\\"");
        assertThat(phrases("it has to be told", IN_MESSAGES)).containsExactly("has to -> must");
    }

    /** The texts of a file, each joined over its lines; what a program puts into one is an ellipsis. */
    private static List<String> messages(String java) {
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        StringBuilder between = new StringBuilder(";");
        Matcher token = TOKEN.matcher(java);
        int end = 0;
        while (token.find()) {
            between.append(java, end, token.start());
            end = token.end();
            String text = token.group("text");
            if (text == null) {
                continue;
            }
            String code = between.toString().strip();
            between.setLength(0);
            if (code.startsWith("+") && code.endsWith("+")) {
                message.append(code.equals("+") ? "" : "…").append(text);
            } else {
                messages.add(message.toString());
                message.setLength(0);
                message.append(text);
            }
        }
        messages.add(message.toString());
        return messages.stream().filter(text -> text.contains(" ")).toList();
    }

    @Test
    void aPhraseIsFoundInAComment() {
        assertThat(comments("/** What stands\n * under a key. */\nint a; // lies beside it\n"))
                .containsExactly(
                        "stands under -> is, or the words of the field",
                        "lies beside -> is in, is next to",
                        "beside -> next to, in addition to");
        assertThat(comments("/** {@code for good}, a program that stands in for git. */\nString beside = \"anew\";\n"))
                .isEmpty();
    }

    @Test
    void aPhraseIsFoundInProseAndNotInCode() {
        assertThat(phrases("The reason stands in the\nfile, and nothing says so.\n"))
                .containsExactly(
                        "stands in -> is, or the words of the field",
                        "nothing says so -> without an error; or: reports it");
        assertThat(phrases("`stands in` [a](beside.md)\n\n```text\nfor good\n```\n"))
                .isEmpty();
        assertThat(phrases("It leaves a draft behind; a stand-in is a program.\n"))
                .isEmpty();
    }

    /** Two versions of one entry are what a merge leaves when both sides have edited it. */
    @Test
    void noEntryOfTheChangelogIsThereTwice() throws IOException {
        String changelog = Files.readString(Path.of("CHANGELOG.md"));
        assertThat(Pattern.compile("(?m)^- ").splitAsStream(changelog).skip(1))
                .hasSizeGreaterThan(100)
                .map(entry -> entry.replaceAll("\\s+", " "))
                .map(entry -> entry.substring(0, Math.min(40, entry.length())))
                .doesNotHaveDuplicates();
    }

    private static List<String> comments(String java) {
        return JAVA_COMMENT
                .matcher(java)
                .results()
                .flatMap(comment ->
                        phrases(NOT_JAVADOC_PROSE.matcher(comment.group()).replaceAll(" ")).stream())
                .toList();
    }

    private static List<String> phrases(String page) {
        String prose = NOT_PROSE.matcher(page).replaceAll("").replaceAll("\\s+", " ");
        return phrases(prose, PHRASES).toList();
    }

    private static Stream<String> phrases(String prose, List<Phrase> phrases) {
        return phrases.stream().flatMap(phrase -> {
            Matcher words = phrase.words().matcher(prose);
            return words.results().map(word -> word.group() + " -> " + phrase.instead());
        });
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md") && !file.equals(GENERATED))
                    .sorted()
                    .toList();
        }
    }
}
