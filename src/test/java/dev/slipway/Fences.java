package dev.slipway;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fenced blocks of a page, by the word after the fence.
 *
 * @param page its text
 */
public record Fences(String page) {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(?<info>[a-z]++[^\n]*+)\n(?<text>.*?)^```$");

    /** What is in a fenced block, and what stands after its opening fence, such as {@code yaml title="slipway.yml"}. */
    public record Block(String info, String text) {
        public String language() {
            return info.split(" ", 2)[0];
        }
    }

    public static Fences of(String file) {
        return new Fences(Examples.read(Path.of(file)));
    }

    public List<Block> blocks() {
        Matcher fences = FENCE.matcher(page);
        return fences.results()
                .map(fence -> new Block(fence.group(1), fence.group(2)))
                .toList();
    }

    public String first(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
