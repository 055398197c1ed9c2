package dev.slipway.run.local.machine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of the stand-ins of a toolbox: variables that each of them reads before it does anything. */
record ToolboxSettings(Toolbox toolbox, Machine machine, Person person, Toolbox.Rules rules) {
    String text() {
        StringBuilder text =
                new StringBuilder("# shellcheck shell=sh disable=SC2034\n# The settings of the stand-ins.\n");
        values().forEach((name, value) -> text.append(name)
                .append('=')
                .append(ToolboxScript.quoted(value))
                .append('\n'));
        return text.toString();
    }

    private Map<String, String> values() {
        boolean inside = toolbox.seen().equals(Toolbox.INSIDE);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("_toolbox", toolbox.seen());
        values.put("_stand_ins", toolbox.scripts());
        values.put("_shelf", toolbox.shelf().bin().toString());
        values.put("_real", inside ? toolbox.seen() + "/real" : toolbox.real().toString());
        values.put("_state", toolbox.seen() + "/state");
        values.put("_record", toolbox.seen() + "/record.tsv");
        values.put("_own", rules.own().toString());
        values.put("_label", machine.label());
        values.put("_system", machine.system().word());
        values.put("_processor", machine.processor().word());
        values.put("_hosted", machine.hosted() ? "yes" : "");
        values.put("_triple", machine.rustTriple());
        values.put("_version", machine.macosVersion());
        values.put("_kernel", machine.darwinVersion());
        values.put("_rustup_home", inside ? "/nowhere" : person.rustupHome().toString());
        values.put(
                "_maven_repository",
                person.mavenRepository().map(Path::toString).orElse(""));
        values.put("_allowed_hosts", String.join(" ", rules.allowedHosts()));
        return values;
    }
}
