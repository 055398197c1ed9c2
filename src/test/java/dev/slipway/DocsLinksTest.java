package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link from one page of this repository to another leads to a file, and to a heading in it. */
class DocsLinksTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^(`{3,})[^\n]*\n.*?^\\1`*$|(`+)[^`].*?(?<!`)\\2(?!`)");
    private static final Pattern LINK = Pattern.compile("]\\((?<target>[^()\\s]*+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]*)\">");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (String target : targets(Files.readString(page))) {
                links++;
                if (!leads(page, target)) {
                    broken.add(page + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(150);
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        List<String> listed = targets(Files.readString(Path.of("docs/README.md")));
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .isSubsetOf(listed);
        }
    }

    @Test
    void aLinkToAHeadingThatIsNotThereIsBroken() {
        assertThat(leads(Path.of("README.md"), "docs/config.md#the-toolchain")).isTrue();
        assertThat(leads(Path.of("README.md"), "docs/config.md#no-such-heading"))
                .isFalse();
        assertThat(leads(Path.of("README.md"), "docs/no-such-page.md")).isFalse();
        assertThat(targets("`[a](b)` [c](d)\n\n```sh\n[e](f)\n```\n")).containsExactly("d");
        assertThat(headings("# `a`: B_c, *d* & e\n## `a`: B_c, *d* & e\n")).contains("a-b_c-d--e", "a-b_c-d--e-1");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> targets(String page) {
        return LINK.matcher(CODE.matcher(page).replaceAll(""))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !target.startsWith("https://"))
                .toList();
    }

    private static boolean leads(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file)
                && (parts.length == 1 || headings(Examples.read(file)).contains(parts[1]));
    }

    /** The anchors that GitHub gives the headings of a page. */
    private static Set<String> headings(String page) {
        Set<String> anchors = new HashSet<>();
        ANCHOR.matcher(page).results().forEach(anchor -> anchors.add(anchor.group(1)));
        HEADING.matcher(Pattern.compile("(?ms)^```.*?^```").matcher(page).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .replaceAll("]\\([^)]*\\)", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .forEach(slug -> {
                    String anchor = slug;
                    for (int again = 1; !anchors.add(anchor); again++) {
                        anchor = slug + "-" + again;
                    }
                });
        return anchors;
    }
}
