package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs every regular expression of the program on texts made to be hard for it, and counts how often it looks at a
 * character. What looks at one more than a few times on average is quadratic or worse.
 */
@Tag("once")
class PatternCostTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LENGTH = 600;
    private static final int LOOKS_PER_CHARACTER = 40;

    /** Patterns that are asked only whether a whole text matches, though their class searches by others. */
    private static final Set<String> WHOLE = Set.of(
            "dev.slipway.detect.doctor.Mentions#READ",
            "dev.slipway.detect.doctor.Mentions#ASIDE",
            "dev.slipway.detect.image.DockerBase#ARG",
            "dev.slipway.detect.image.DockerBase#FROM",
            "dev.slipway.detect.cargo.RustReader#DESCRIBES",
            "dev.slipway.detect.release.ScriptLine#BRANCH",
            "dev.slipway.detect.release.ScriptLine#BUILD",
            "dev.slipway.detect.release.ScriptLine#COPY",
            "dev.slipway.detect.release.ScriptLine#GIT_PUSH",
            "dev.slipway.detect.release.ScriptLine#PACK",
            "dev.slipway.detect.release.ScriptLine#PUSH",
            "dev.slipway.detect.release.ScriptLine#RELEASE",
            "dev.slipway.detect.workflow.ChecksumStep#TEXT",
            "dev.slipway.detect.workflow.ReleaseStep#SHOWING",
            "dev.slipway.detect.asset.Triples#WHOLE",
            "dev.slipway.plan.ReleasedVersions#VERSION",
            "dev.slipway.run.dry.TaggedImage#FIXED",
            "dev.slipway.run.local.consumer.ChecksumTrial#KIND",
            "dev.slipway.run.local.consumer.ChecksumTrial#LINE",
            "dev.slipway.shell.MakeReader#RULE");

    /** This one costs more, but no more than 200 looks a character. Nothing is to be added here. */
    private static final Set<String> DEAR = Set.of("dev.slipway.detect.doctor.DownloadsCheck#NAME");

    /**
     * Classes that build a regular expression: of words of our own, of one sign, or of one that somebody else wrote as
     * such, which {@link dev.slipway.source.BoundedText} bounds.
     */
    private static final Set<String> BUILT = Set.of(
            "dev.slipway.detect.publish.StepCoverage",
            "dev.slipway.facts.Containers",
            "dev.slipway.lint.ShapeTests",
            "dev.slipway.run.action.ScriptPattern",
            "dev.slipway.run.local.StepPrograms",
            "dev.slipway.run.local.github.Builtin",
            "dev.slipway.run.local.machine.Lacking",
            "dev.slipway.source.BoundedText",
            "dev.slipway.toolchain.command.Script");

    private record Subject(String name, Pattern pattern, boolean searches) {}

    private static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooOften() {
            super("", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = (long) LOOKS_PER_CHARACTER * text.length() + 1000;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooOften();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void noRegularExpressionIsDear() throws Exception {
        Set<String> dear = new TreeSet<>();
        List<Subject> subjects = subjects();
        for (Subject subject : subjects) {
            for (String text : hardTexts(subject.pattern().pattern())) {
                if (isDear(subject, text)) {
                    dear.add(subject.name());
                    break;
                }
            }
        }
        assertThat(subjects).hasSizeGreaterThan(500);
        assertThat(dear)
                .as("write a quantifier that gives nothing back (a++), or plain code")
                .containsExactlyInAnyOrderElementsOf(DEAR);
    }

    @Test
    void noRegularExpressionIsBuiltFromATextOfTheUser() throws IOException {
        Pattern built = Pattern.compile("Pattern\\.quote\\(|Pattern::quote|\\\\Q"
                + "|\\.(matches\\(|split\\(|replace(All|First)\\((?=[^,;]*,))\\s*([a-z]\\w* \\+|\"[^\"]*\" \\+ [a-z]\\w*)"
                + "|Pattern\\.compile\\(\\s*(?!String\\.join)[a-z]\\w*");
        Set<String> found = new TreeSet<>();
        for (Path file : sources()) {
            if (built.matcher(Files.readString(file)).find()) {
                found.add(type(file));
            }
        }
        assertThat(found).as("compare texts, or use source.Wildcard").containsExactlyInAnyOrderElementsOf(BUILT);
    }

    @Test
    void theCountFindsDearPatterns() {
        for (String regex : List.of("(a+)+b", "\\s+$", ".*/", "(a|b)*c", "\\d+\\d+x")) {
            Subject subject = new Subject(regex, Pattern.compile(regex), true);
            assertThat(hardTexts(regex)).as(regex).anyMatch(text -> isDear(subject, text));
        }
        Subject cheap = new Subject("", Pattern.compile("(?<!/)/+$|^.*/"), true);
        assertThat(hardTexts(cheap.pattern().pattern())).noneMatch(text -> isDear(cheap, text));
    }

    private static boolean isDear(Subject subject, String text) {
        try {
            subject.pattern().matcher(new Counted(text)).matches();
            if (subject.searches()) {
                Matcher matcher = subject.pattern().matcher(new Counted(text));
                while (matcher.find()) {
                    // all of them
                }
            }
            return false;
        } catch (TooOften | StackOverflowError e) {
            return true;
        }
    }

    private static List<String> hardTexts(String regex) {
        List<String> words = Arrays.stream(regex.replaceAll("\\\\[a-zA-Z]|\\(\\?[a-z<=!]*|[\\[\\](){}+*?|^$\\\\]", " ")
                        .split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(8)
                .toList();
        Set<String> units = new LinkedHashSet<>(List.of(
                "a", "A", "1", " ", "\n", "\t", "\\a", "\"a", "${a}", "$aa", "--a ", "a, ", "a=", "a:", "a.", "aa/"));
        regex.chars().forEach(c -> units.add(Character.toString(c)));
        units.addAll(words);
        Set<String> heads = new LinkedHashSet<>(words);
        heads.add("");
        heads.add(String.join("", words));
        List<String> texts = new ArrayList<>();
        for (String head : heads) {
            units.forEach(unit -> texts.add(head + unit.repeat(LENGTH / unit.length()) + "\u0001"));
        }
        // a repeated group may use the stack once a character
        if (regex.contains(")*") || regex.contains(")+")) {
            units.forEach(unit -> texts.add(unit.repeat(8 * LENGTH / unit.length()) + "\u0001"));
        }
        return texts;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String type(Path file) {
        return SOURCES.relativize(file)
                .toString()
                .replace(".java", "")
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    private static List<Subject> subjects() throws IOException, ReflectiveOperationException {
        List<Subject> subjects = new ArrayList<>();
        for (Path file : sources()) {
            String type = type(file);
            String code = Files.readString(file);
            boolean searches = Stream.of(".find(", ".results()", ".split(", ").replace", ".appendReplacement")
                    .anyMatch(code::contains);
            if (code.contains("java.util.regex.Pattern")) {
                fields(Class.forName(type), type, searches, subjects);
            }
            literals(code, type, searches, subjects);
            constants(code, type, subjects);
        }
        return subjects;
    }

    /** Texts with a name that are used as regular expressions. */
    private static void constants(String code, String type, List<Subject> subjects)
            throws ReflectiveOperationException {
        Matcher call = Pattern.compile("\\.(matches|replaceAll|replaceFirst|split)\\(([A-Z_]+)[,)]")
                .matcher(code);
        while (call.find()) {
            for (Field field : Class.forName(type).getDeclaredFields()) {
                if (field.getName().equals(call.group(2)) && field.getType() == String.class) {
                    field.setAccessible(true);
                    Pattern pattern = Pattern.compile((String) field.get(null));
                    boolean searches = !call.group(1).equals("matches");
                    subjects.add(new Subject(type + "#" + field.getName(), pattern, searches));
                }
            }
        }
    }

    private static void fields(Class<?> type, String file, boolean searches, List<Subject> subjects)
            throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
                field.setAccessible(true);
                String name = file + "#" + field.getName();
                subjects.add(new Subject(name, (Pattern) field.get(null), searches && !WHOLE.contains(name)));
            }
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            fields(inner, file, searches, subjects);
        }
    }

    private static void literals(String code, String type, boolean searches, List<Subject> subjects) {
        Matcher call = Pattern.compile(
                        "(static final Pattern \\w+\\s*=\\s*Pattern)?\\.(compile|matches|replaceAll|replaceFirst|split)"
                                + "\\(\\s*\"((?:[^\"\\\\\\n]|\\\\.)*+)\"\\s*[,)]")
                .matcher(code);
        while (call.find()) {
            // replaceAll(text) alone is that of a matcher
            boolean replacement =
                    call.group(2).startsWith("replace") && call.group().endsWith(")");
            if (call.group(1) != null || replacement) {
                continue;
            }
            boolean whole = call.group(2).equals("matches") || call.group(2).equals("compile") && !searches;
            String regex = call.group(3).replaceAll("\\\\u+[0-9a-fA-F]{4}", "x").translateEscapes();
            subjects.add(new Subject(type + " " + regex, Pattern.compile(regex), !whole));
        }
    }
}
