package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import dev.slipway.shell.Made;
import dev.slipway.shell.Symbols;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Texts of a row as people read them; what in them is a guess is remembered. */
final class ShownTexts {
    private final SymbolicTexts symbolic;
    private final Set<String> guessed = new LinkedHashSet<>();

    ShownTexts(SymbolicTexts symbolic) {
        this.symbolic = symbolic;
    }

    Set<String> guessed() {
        return guessed;
    }

    String of(String text) {
        String shown = symbolic.shown(text);
        if (!Symbols.guessed(shown)) {
            return shown;
        }
        for (String word : shown.split("\\s+")) {
            if (Symbols.guessed(word.replace("v" + Symbols.PROBABLE_VERSION, ""))) {
                guessed.add(Symbols.settled(word));
            }
        }
        return Symbols.settled(shown);
    }

    Command of(Command command) {
        Map<String, String> variables = new LinkedHashMap<>();
        command.env().forEach((name, text) -> variables.put(name, of(text)));
        return new Command(
                command.words().stream().map(this::of).toList(),
                of(command.output()),
                command.line(),
                of(command.folder()),
                variables);
    }

    Made of(Made made) {
        return new Made(
                made.row(),
                made.by().map(this::of),
                made.programs().stream()
                        .map(one -> new Made.Program(
                                one.row(), of(one.path()), one.by().map(this::of)))
                        .toList(),
                made.text());
    }
}
