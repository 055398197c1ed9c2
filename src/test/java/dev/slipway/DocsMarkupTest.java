package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** GitHub shows each page as it is meant: text that Markdown takes for HTML vanishes, and a table that starts inside a line is shown as its source. */
class DocsMarkupTest {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *+(`{3,})[^\n]*\n.*?^ *+\\1`*$");
    private static final Pattern CODE = Pattern.compile("(?s)(`+)[^`].*?(?<!`)\\1(?!`)");
    private static final Pattern TAG = Pattern.compile(
            "<(?!https://|a id=\"|/a>|!--|br>|p align|/p>|img |picture>|/picture>|source )[a-zA-Z/][^>\n]*>");
    private static final Pattern TABLE = Pattern.compile("(?m)^(.*)\n(\\|[ -]+\\|[ |:-]*+)$((?:\n\\|.*)*+)");
    private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");

    @Test
    void noTextVanishesAsATag() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            TAG.matcher(prose(Files.readString(page))).results().forEach(tag -> found.add(page + ": " + tag.group()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyRowOfATableHasTheCellsOfItsHead() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            brokenRows(Files.readString(page)).forEach(row -> found.add(page + ": " + row));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aBrokenTableAndAnUnquotedPlaceholderAreFound() {
        assertThat(brokenRows("a sentence. | b | c |\n| --- | --- |\n| 1 | 2 |\n"))
                .containsExactly("a sentence. | b | c |");
        assertThat(brokenRows("| b | c |\n| --- | --- |\n| 1 | `2 \\| 3` |\n| 4 |\n"))
                .containsExactly("| 4 |");
        assertThat(TAG.matcher(prose("steps.<id> is `steps.<id>`")).results()).hasSize(1);
    }

    private static List<String> brokenRows(String page) {
        return TABLE.matcher(FENCE.matcher(page).replaceAll(""))
                .results()
                .flatMap(table -> {
                    int cells = cells(table.group(2));
                    return Stream.concat(
                                    Stream.of(table.group(1)), table.group(3).lines())
                            .filter(row -> !row.isEmpty() && (!row.startsWith("|") || cells(row) != cells));
                })
                .toList();
    }

    private static int cells(String row) {
        return (int) CELL.matcher(row).results().count();
    }

    private static String prose(String page) {
        return CODE.matcher(FENCE.matcher(page).replaceAll("")).replaceAll("");
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
}
