package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.GradleScript.Statement;
import dev.slipway.detect.jvm.GradleScript.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java that scripts of a Gradle build ask for.
 *
 * @param toolchains what they compile with
 * @param launchers what they only start something with, such as tests
 * @param releases what they compile for
 */
public record GradleJava(List<Fact<Integer>> toolchains, List<Fact<Integer>> launchers, List<Fact<Integer>> releases) {
    private static final Pattern JAVA = Pattern.compile("(?:VERSION_|JVM_)?(?:1[._])?([0-9]{1,2})");
    private static final Set<String> RELEASES =
            Set.of("sourceCompatibility", "targetCompatibility", "release", "jvmTarget");

    public GradleJava {
        toolchains = toolchains.stream().distinct().toList();
        launchers = launchers.stream().distinct().toList();
        releases = releases.stream().distinct().toList();
    }

    /** The newest JDK that something is compiled with. */
    public Optional<Fact<Integer>> toolchain() {
        return newest(toolchains.stream());
    }

    /** The newest JDK that something is compiled with or for. */
    public Optional<Fact<Integer>> level() {
        return newest(Stream.concat(toolchains.stream(), releases.stream()));
    }

    private static Optional<Fact<Integer>> newest(Stream<Fact<Integer>> some) {
        return some.max(Comparator.comparing(Fact::value));
    }

    static GradleJava of(List<Statement> statements, GradleCatalog catalog) {
        List<Fact<Integer>> toolchains = new ArrayList<>();
        List<Fact<Integer>> launchers = new ArrayList<>();
        List<Fact<Integer>> releases = new ArrayList<>();
        statements.stream().filter(GradleJava::holds).forEach(statement -> {
            if (statement.has("JavaLanguageVersion") || statement.has("jvmToolchain")) {
                boolean starts = statement.inside("launcherFor") || statement.has("launcherFor");
                number(statement, catalog).ifPresent((starts ? launchers : toolchains)::add);
            } else if (compiles(statement)) {
                number(statement, catalog).ifPresent(releases::add);
            }
        });
        return new GradleJava(toolchains, launchers, releases);
    }

    /** A JDK that compiles for itself needs no option, so scripts ask for it. */
    private static boolean holds(Statement statement) {
        List<GradleScript.Block> others = statement.blocks().stream()
                .filter(block -> !block.named("JavaVersion"))
                .toList();
        return new Statement(others, statement.tokens(), statement.place()).certain();
    }

    private static boolean compiles(Statement statement) {
        return statement.tokens().stream().anyMatch(token -> !token.quoted() && RELEASES.contains(token.text()))
                && statement.blocks().stream().noneMatch(block -> block.named("publishing"));
    }

    /** The only number of a statement that can be a release of Java. */
    private static Optional<Fact<Integer>> number(Statement statement, GradleCatalog catalog) {
        List<Integer> numbers = Stream.concat(
                        statement.tokens().stream()
                                .filter(token -> !token.quoted() || token.literal())
                                .map(Token::text),
                        catalog.version(statement.tokens()).stream())
                .map(JAVA::matcher)
                .filter(Matcher::matches)
                .map(match -> Integer.parseInt(match.group(1)))
                .filter(number -> number >= 5)
                .distinct()
                .toList();
        return numbers.size() == 1 ? Optional.of(new Fact<>(numbers.get(0), statement.place())) : Optional.empty();
    }
}
