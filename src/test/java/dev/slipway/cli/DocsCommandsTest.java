package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.Fences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command of Slipway on a page exists, with the options that the page writes. */
class DocsCommandsTest {
    private static final Pattern INLINE = Pattern.compile("`(slipway [a-z][^`]*)`");

    private static Stream<Path> pages() throws IOException {
        return Stream.concat(Files.list(Path.of("")), Files.list(Path.of("docs")))
                .filter(page -> page.toString().endsWith(".md"));
    }

    /** The lines of blocks for a shell, as far as one program reads them. */
    private static List<String> lines(String page) {
        List<String> lines = new ArrayList<>();
        for (Fences.Block block : new Fences(page.replaceAll("(?m)^ +", "")).blocks()) {
            boolean session = block.language().equals("console");
            if (session || block.language().equals("sh")) {
                block.text()
                        .lines()
                        .filter(line -> !session || line.startsWith("$ "))
                        .map(line -> session ? line.substring(2) : line)
                        .flatMap(line -> Stream.of(line.split(" #|[|>&;]")))
                        .map(String::strip)
                        .filter(line -> line.startsWith("slipway "))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theLinesOfItsBlocksCanBeTyped(Path page) throws IOException {
        for (String line : lines(Files.readString(page))) {
            String[] words = line.substring("slipway ".length()).split(" +");
            assertThatCode(() -> SlipwayCommand.complete().parseArgs(words))
                    .as(line)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theCommandsAndOptionsInItsSentencesExist(Path page) throws IOException {
        CommandLine program = SlipwayCommand.complete();
        List<String> commands = INLINE.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1).replaceAll("\\s+", " "))
                .toList();
        for (String line : commands) {
            String[] words = line.split(" [\\\\|]")[0].split(" ");
            assertThat(program.getSubcommands()).as(line).containsKey(words[1]);
            for (String word : words) {
                if (word.startsWith("-") && word.length() > 1) {
                    assertThat(program.getSubcommands()
                                    .get(words[1])
                                    .getCommandSpec()
                                    .findOption(word.split("=")[0]))
                            .as(line)
                            .isNotNull();
                }
            }
        }
    }
}
