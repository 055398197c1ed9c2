package dev.slipway.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts the text of a makefile together with that of the files that it includes.
 *
 * @param place the folder in which make is started
 * @see <a href="https://www.gnu.org/software/make/manual/html_node/Include.html">Including other makefiles</a>
 */
record IncludedMakefiles(String place, Function<String, Optional<String>> files) {
    /** A mark for the place where a file begins or ends, and no rule goes on. */
    static final String END_OF_FILE = "\uE006";

    /** A line that includes files, unless their names are computed. */
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[-s]?include ++([\\w./ -]{1,500}+)$");

    /** More lines than any honest makefile has that include files. */
    private static final int MOST = 20;

    private static final int LONGEST = 200_000;

    /** The text of a file with that of the others, each once; one that is not there adds nothing. */
    String text(String file, String own) {
        String all = own;
        Set<String> seen = new HashSet<>(List.of(file));
        for (int i = 0; i < MOST; i++) {
            Matcher line = INCLUDE.matcher(all);
            if (!line.find() || all.length() > LONGEST) {
                break;
            }
            StringBuilder found = new StringBuilder(END_OF_FILE);
            Stream.of(line.group(1).strip().split("\\s++"))
                    .map(name -> Tree.path(place, name))
                    .filter(seen::add)
                    .flatMap(path -> files.apply(path).stream())
                    .forEach(
                            part -> found.append('\n').append(part).append('\n').append(END_OF_FILE));
            all = all.substring(0, line.start()) + found + all.substring(line.end());
        }
        return all;
    }
}
