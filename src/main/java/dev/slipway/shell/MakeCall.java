package dev.slipway.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What make is called with.
 *
 * @param folder the one it changes to; empty if it stays
 * @param files the names that its makefile may have, the first one first
 * @param targets what it builds; empty for what it builds by default
 * @param given the variables that are set for it
 */
record MakeCall(String folder, List<String> files, List<String> targets, Map<String, String> given) {
    MakeCall {
        files = List.copyOf(files);
        targets = List.copyOf(targets);
        given = Map.copyOf(given);
    }

    static MakeCall of(List<String> arguments) {
        List<String> targets = new ArrayList<>();
        Map<String, String> given = new LinkedHashMap<>();
        List<String> files = List.of("GNUmakefile", "makefile", "Makefile");
        String folder = "";
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            Optional<MakeSetting> setting = MakeSetting.of(word);
            boolean value = i + 1 < arguments.size();
            if (setting.isPresent()) {
                given.put(setting.get().name(), setting.get().value());
            } else if (word.matches("-C|--directory") && value) {
                folder = arguments.get(++i);
            } else if (word.startsWith("--directory=")) {
                folder = word.substring("--directory=".length());
            } else if (word.matches("-f|--file|--makefile") && value) {
                files = List.of(arguments.get(++i));
            } else if (!word.startsWith("-") && !word.matches("\\d+")) {
                targets.add(word);
            }
        }
        return new MakeCall(folder, files, targets, given);
    }

    /** A script that starts in the folder that make changes to, and ends where make was called. */
    String inFolder(String script) {
        return folder.isEmpty() ? script : "pushd '" + folder + "'\n" + script + "popd\n";
    }
}
