package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of one file suggests for all archives, if a text of the repository links to it. */
final class LinkedName {
    /** A version would have to be told from other numbers. */
    private static final Pattern START = Pattern.compile("[A-Za-z][A-Za-z_-]*[_-]");

    private static final Pattern END = Pattern.compile("(?:\\.[A-Za-z0-9]{1,8}){0,2}");

    private LinkedName() {}

    /** The name with {@code {platform}} in place of what the compiler calls one of the targets, whose words these are. */
    static Optional<String> template(Repository repository, AboutTargets targets, String project) {
        Optional<String> file =
                repository.rust().flatMap(rust -> repository.linkedFile()).map(Fact::value);
        return file.flatMap(name -> targets.found().values().stream()
                .map(fact -> fact.value().triple())
                .filter(name::contains)
                .map(triple -> template(name, triple, project))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** The same for one file, and what the compiler calls its platform. */
    static Optional<String> template(String name, String triple, String project) {
        String start = name.substring(0, name.indexOf(triple));
        boolean plain = START.matcher(start).matches()
                && END.matcher(name.substring(start.length() + triple.length())).matches();
        boolean own = !project.isEmpty() && start.startsWith(project);
        return plain
                ? Optional.of((own ? "{name}" + start.substring(project.length()) : start) + "{platform}")
                : Optional.empty();
    }
}
