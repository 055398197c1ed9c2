package dev.slipway.report;

import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.plan.Line;
import dev.slipway.toolchain.Scripts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Slipway's own scripts give, as far as the tag and the versions that are released decide it. A script of the project's
 * own gives nothing that is known.
 *
 * @param named whether the tag and its version are known, not only what kind of release it makes
 */
record ScriptOutputs(Moves moves, boolean named) {
    /** The tag and its version, if they are open. */
    private static final Data NAME = open("name");

    private static final Data VERSION = open("version");

    private static final String READ = Scripts.read("read-version").strip();
    private static final String TELL = Scripts.read("tell-version");
    private static final String PLAIN = Scripts.read("tell-version-plain");

    Map<String, Data> of(String script) {
        Map<String, Data> known = new LinkedHashMap<>();
        if (script.contains(READ) || tells(script)) {
            known.put("version", named ? Data.of(moves.tag().version()) : VERSION);
        }
        if (tells(script)) {
            known.put("tag", named ? Data.of(moves.tag().name()) : NAME);
            known.put("prerelease", Data.of(String.valueOf(moves.tag().prerelease())));
        }
        if (moves.plan().tags().ordered() && script.contains(leads())) {
            for (Line line : Line.values()) {
                moves.leads(line).ifPresent(leads -> known.put(line.word(), Data.of(String.valueOf(leads))));
            }
        }
        return known;
    }

    private static Data open(String name) {
        return new Data.Open(new Expression.Property(new Expression.Context("tag"), name));
    }

    private static boolean tells(String script) {
        return script.contains(TELL) || script.contains(PLAIN);
    }

    private String leads() {
        return Scripts.read(moves.plan().tags().script("newest")) + "\n\n" + Scripts.read("leads");
    }
}
