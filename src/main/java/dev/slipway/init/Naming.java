package dev.slipway.init;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.toolchain.Target;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an existing release names its files: one text for all, with the name of each platform.
 *
 * @param text with {@code {platform}}, {@code {tag}} and {@code {version}}
 * @param words what stands for the platform in the name of each, by the id of its target
 */
record Naming(Fact<String> text, Map<String, String> words) {
    /** What joins the parts of a name. */
    private static final String JOINT = "-_.";

    private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final String SPEAKS =
            "(?:linux|macos|darwin|mac|osx|apple|windows|win|freebsd|x86_64|x64|x86|amd64|arm64|aarch64|armv?[0-9]\\w*"
                    + "|i[36]86|musl|gnu\\w*|msvc|universal2?|unknown|pc|(?:32|64)-?bit|win32|win64|linux64|linux32)";
    private static final Pattern PLATFORM =
            Pattern.compile("(?i)(?<![A-Za-z0-9])" + SPEAKS + "(?:[-_.]" + SPEAKS + "){0,8}(?![A-Za-z0-9])");

    Naming {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** What the names of most platforms suggest. */
    static Optional<Naming> of(ReleaseSetup release) {
        Map<String, Fact<String>> stems = new LinkedHashMap<>();
        release.targets()
                .forEach(fact -> fact.value()
                        .archive()
                        .map(FoundArchive::stem)
                        .filter(stem -> !stem.contains("{?}"))
                        .ifPresent(stem -> stems.put(fact.value().id(), new Fact<>(stem, fact.from()))));
        boolean apart =
                release.targets().stream().anyMatch(fact -> !fact.value().own().isEmpty());
        if (!apart && stems.keySet().stream().map(Naming::triple).distinct().count() == 1) {
            // what their names differ in is no platform, for there is only one
            stems.keySet().retainAll(stems.keySet().stream().limit(1).toList());
        }
        Optional<Naming> byTriple = byTriple(stems);
        return byTriple.filter(naming -> 2 * naming.words().size() >= stems.size())
                .or(() -> byParts(stems))
                .or(() -> alone(stems))
                .or(() -> byTriple);
    }

    /** Names that contain the compiler's own word; others may have any word in its place. */
    private static Optional<Naming> byTriple(Map<String, Fact<String>> stems) {
        Map<String, List<Fact<String>>> texts = stems.entrySet().stream()
                .filter(stem -> stem.getValue().value().contains(triple(stem.getKey())))
                .map(stem -> stem.getValue().map(text -> text.replace(triple(stem.getKey()), "{platform}")))
                .collect(Collectors.groupingBy(Fact::value, LinkedHashMap::new, Collectors.toList()));
        return texts.values().stream()
                .max(Comparator.comparing(List::size))
                .map(same -> new Naming(same.get(0), fitting(same.get(0).value(), stems)));
    }

    private static String triple(String id) {
        return id.replaceFirst(" .*", "");
    }

    /** What stands for the platform in each name that has the text around it. */
    private static Map<String, String> fitting(String text, Map<String, Fact<String>> stems) {
        String start = text.substring(0, text.indexOf("{platform}"));
        String end = text.substring(start.length() + "{platform}".length());
        Map<String, String> words = new LinkedHashMap<>();
        stems.forEach((id, stem) -> {
            String name = stem.value();
            boolean fits =
                    name.length() > start.length() + end.length() && name.startsWith(start) && name.endsWith(end);
            String word = fits ? name.substring(start.length(), name.length() - end.length()) : "";
            if (word.matches(WORD)) {
                words.put(id, word);
            }
        });
        return words;
    }

    /** One name alone: the part of it that speaks of a system or a processor. */
    private static Optional<Naming> alone(Map<String, Fact<String>> stems) {
        if (stems.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Fact<String>> only = stems.entrySet().iterator().next();
        Matcher part = PLATFORM.matcher(only.getValue().value());
        if (!part.find()) {
            return Optional.of(new Naming(only.getValue(), Map.of()));
        }
        String word = part.group();
        return Optional.of(new Naming(
                only.getValue()
                        .map(text -> text.substring(0, part.start()) + "{platform}" + text.substring(part.end())),
                Map.of(only.getKey(), word)));
    }

    /** Names that differ in one part, whatever it is called. */
    private static Optional<Naming> byParts(Map<String, Fact<String>> stems) {
        List<String> texts = stems.values().stream().map(Fact::value).distinct().toList();
        if (texts.size() < 2) {
            return Optional.empty();
        }
        String start = beforeSystem(atJoint(common(texts, Naming::sameStart)));
        List<String> rests =
                texts.stream().map(text -> text.substring(start.length())).toList();
        String end = fromJoint(common(rests, Naming::sameEnd));
        boolean whole = rests.stream().allMatch(rest -> Target.of(rest).isPresent());
        return parts(stems, start, whole ? "" : end);
    }

    private static Optional<Naming> parts(Map<String, Fact<String>> stems, String start, String end) {
        Map<String, String> words = new LinkedHashMap<>();
        stems.forEach((id, stem) -> {
            String rest = stem.value().substring(start.length());
            words.put(id, rest.substring(0, Math.max(0, rest.length() - end.length())));
        });
        boolean whole = words.values().stream().allMatch(word -> word.matches(WORD));
        Fact<String> first = stems.values().iterator().next();
        return whole ? Optional.of(new Naming(first.map(any -> start + "{platform}" + end), words)) : Optional.empty();
    }

    private static String common(List<String> texts, BinaryOperator<String> same) {
        return texts.stream().reduce(same).orElse("");
    }

    private static String sameStart(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(0, at);
    }

    private static String sameEnd(String one, String other) {
        String start = sameStart(
                new StringBuilder(one).reverse().toString(),
                new StringBuilder(other).reverse().toString());
        return new StringBuilder(start).reverse().toString();
    }

    private static String atJoint(String start) {
        int end = start.length();
        while (end > 0 && JOINT.indexOf(start.charAt(end - 1)) < 0 && start.charAt(end - 1) != '}') {
            end--;
        }
        return start.substring(0, end);
    }

    /** If all files are for one system, its name is a part of what they have in common. */
    private static String beforeSystem(String start) {
        return start.replaceFirst("(?i)(^|(?<=[-_.]))(linux|windows|win|darwin|macos|mac|osx|apple|freebsd)[-_.]$", "");
    }

    private static String fromJoint(String end) {
        int at = 0;
        while (at < end.length() && JOINT.indexOf(end.charAt(at)) < 0) {
            at++;
        }
        return end.substring(at);
    }

    /** The name of the project in its files, if their names begin with it. */
    Optional<Fact<String>> name() {
        return Optional.of(text.map(template -> template.replaceFirst("[-_.]?v?\\{.*", "")))
                .filter(fact -> !fact.value().isEmpty());
    }

    /**
     * The text as a config writes it.
     *
     * @param prefix what a tag has before the version
     * @param project what the config calls the project, which may be only a part of the first word
     */
    String template(String prefix, String project) {
        String named = text.value().startsWith(project)
                        && (text.value() + "-").substring(project.length()).matches("(?s)[-_.{].*")
                ? "{name}" + text.value().substring(project.length())
                : text.value();
        return prefix.isEmpty() ? named.replace("{version}", "{tag}") : named.replace(prefix + "{version}", "{tag}");
    }

    /**
     * The word for a target, if the config does not call it so.
     *
     * @param rust whether the config calls targets as the compiler of Rust does
     */
    Optional<String> word(FoundTarget target, boolean rust) {
        return Optional.ofNullable(words.get(target.id())).filter(word -> !rust || !word.equals(target.triple()));
    }

    /** The archives of a release set-up. */
    static Stream<Fact<FoundArchive>> archives(ReleaseSetup release) {
        return release.targets().stream()
                .flatMap(fact -> fact.value().archive().stream().map(archive -> new Fact<>(archive, fact.from())));
    }
}
