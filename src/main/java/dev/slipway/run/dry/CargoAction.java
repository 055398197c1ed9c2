package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An action that calls Cargo.
 *
 * @param crosses whether it calls {@code cross} instead
 * @see <a href="https://github.com/houseabsolute/actions-rust-cross">actions-rust-cross</a>
 */
record CargoAction(Map<String, String> inputs, boolean crosses) {
    StepEffects effects() {
        List<String> words = new ArrayList<>();
        words.add(crosses ? "cross" : "cargo");
        Optional.of(inputs.getOrDefault("toolchain", ""))
                .filter(name -> !name.isBlank())
                .ifPresent(name -> words.add("+" + name));
        words.add(inputs.getOrDefault("command", "build"));
        words.addAll(words(inputs.getOrDefault("args", "")));
        String target = inputs.getOrDefault("target", "");
        if (!target.isEmpty()) {
            words.addAll(List.of("--target", target));
        }
        Command build = new Command(words, "", 0);
        return StepEffects.commands(
                inputs.getOrDefault("strip", "").equals("true")
                        ? List.of(build, new Command(List.of("strip", "target"), "", 0))
                        : List.of(build));
    }

    /** The words of an input that holds several. */
    static List<String> words(String text) {
        return Arrays.stream(text.replace("\"", "").strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
