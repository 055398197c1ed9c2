package dev.slipway.report;

import dev.slipway.model.expression.Data;
import dev.slipway.plan.Line;
import dev.slipway.plan.Tag;
import dev.slipway.toolchain.Scripts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Slipway's own scripts give, as far as the tag and the versions that are released decide it. A script of the project's
 * own gives nothing that is known.
 */
record ScriptOutputs(Tag tag, Moves moves) {
    private static final String READ = Scripts.read("read-version").strip();
    private static final String TELL = Scripts.read("tell-version");
    private static final String LEADS = Scripts.read("newest") + "\n\n" + Scripts.read("leads");

    Map<String, Data> of(String script) {
        Map<String, Data> known = new LinkedHashMap<>();
        if (script.contains(READ) || script.contains(TELL)) {
            known.put("version", Data.of(tag.version()));
        }
        if (script.contains(TELL)) {
            known.put("tag", Data.of(tag.name()));
            known.put("prerelease", Data.of(String.valueOf(tag.prerelease())));
        }
        if (script.contains(LEADS)) {
            for (Line line : Line.values()) {
                moves.leads(line).ifPresent(leads -> known.put(line.word(), Data.of(String.valueOf(leads))));
            }
        }
        return known;
    }
}
