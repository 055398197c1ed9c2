package dev.slipway.shell;

import java.util.Optional;
import java.util.function.Function;

/** Finds what {@code make} would do for a target, as a script. */
final class Makefile {
    private Makefile() {}

    /**
     * The script for the targets and settings that make is called with.
     *
     * @param command the call of make
     */
    static Optional<String> recipe(Command command, Function<String, Optional<String>> files) {
        MakeCall call = MakeCall.of(command.arguments());
        String folder = Tree.path(command.folder(), call.folder());
        String file = call.files().stream()
                .map(name -> Tree.path(folder, name))
                .filter(path -> files.apply(path).isPresent())
                .findFirst()
                .orElse("");
        return files.apply(file).map(text -> {
            String home = Builtins.absolute(file.replaceFirst("/?[^/]*$", ""));
            MakeSettings settings = new MakeSettings(command.env(), home);
            return call.inFolder(script(call, new IncludedMakefiles(folder, files).text(file, text), settings));
        });
    }

    private static String script(MakeCall call, String text, MakeSettings settings) {
        MakeExpansion expansion = new MakeExpansion(settings);
        call.given().forEach(settings::put);
        MakeRules rules = MakeReader.rules(text, settings, expansion);
        call.given().forEach(settings::put);
        return MakeScript.of(call, rules, settings, expansion);
    }
}
