package dev.slipway.detect.workflow;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.Command;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells tools in Go that a job compiles for its own use from the programs of the repository: they are of other modules. */
final class OtherModules {
    private static final Pattern MODULE = Pattern.compile("(?m)^module[ \\t]++\"?+([^\\s\"]{1,300}+)");

    /** A path that begins with a host, and its owner: modules of one owner may be in one repository. */
    private static final Pattern OWNER = Pattern.compile("([\\w-]{1,63}+\\.[\\w.-]{1,200}+/[^/\\s]{1,100}+)(?:/.*+)?+");

    private OtherModules() {}

    /** Whether it builds a package of a module that is not in the repository. */
    static boolean builds(Command command, RepositoryFiles files) {
        return GoFlags.builds(command)
                && new GoFlags(command)
                        .target()
                        .map(OWNER::matcher)
                        .filter(Matcher::matches)
                        .filter(path -> files.read("go.mod")
                                .map(source -> MODULE.matcher(source.text()))
                                .filter(Matcher::find)
                                .filter(module -> !(module.group(1) + "/").startsWith(path.group(1) + "/"))
                                .isPresent())
                        .isPresent();
    }
}
