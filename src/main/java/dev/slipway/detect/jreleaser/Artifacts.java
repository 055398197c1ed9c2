package dev.slipway.detect.jreleaser;

import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads files that the config lists one by one.
 *
 * @param part {@code files} or {@code artifacts}
 */
record Artifacts(Names names, String part, Found found) {
    /** The files of a part, if they are uploaded; otherwise they are only read. */
    void read(Section owner, Map<String, String> replacements, boolean uploaded) {
        for (Section artifact : owner.sections("artifacts")) {
            boolean active = Active.unlessOff(artifact);
            Map<String, String> own = own(artifact, replacements);
            artifact.skip("path");
            artifact.skip("platform");
            artifact.skip("extraProperties");
            String key = artifact.has("transform") ? "transform" : "path";
            String template = artifact.text(key).orElse("");
            if (active && uploaded && !isSet(own, "skipRelease")) {
                release(artifact, key, template, own);
            }
        }
    }

    private void release(Section artifact, String key, String template, Map<String, String> own) {
        Names.Filled name = names.with(own).fill(template);
        if (name.named() && isSet(own, "optional")) {
            found.left.add(new Left(
                    artifact.path() + "." + key, template, "released only if a build made it", artifact.from(key)));
        }
        if (!name.named()) {
            found.left.add(new Left(
                    artifact.path() + "." + key,
                    template,
                    name.told()
                            ? "the name is known only during a run"
                            : "'" + String.join("', '", name.unknown()) + "' is known only during a run",
                    artifact.from(key)));
        }
        if (!name.file().isEmpty()) {
            found.asset(new Found.Asset(
                    name.file(),
                    artifact.from(),
                    part,
                    !(isSet(own, "skipChecksum") && part.equals("files")),
                    !isSet(own, "skipSigning") && !isSet(own, "skipReleaseSignatures")));
        }
    }

    private static boolean isSet(Map<String, String> own, String property) {
        return own.getOrDefault(property, "").equals("true");
    }

    /** The names that a file adds to its own templates. */
    private static Map<String, String> own(Section artifact, Map<String, String> replacements) {
        Map<String, String> own = new LinkedHashMap<>(artifact.pairs("extraProperties"));
        own.putAll(Reading.extra(artifact, "artifact"));
        artifact.text("platform").ifPresent(platform -> own.putAll(Platforms.names(platform, replacements)));
        return own;
    }
}
