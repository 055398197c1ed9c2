package dev.slipway.detect.jreleaser;

import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import java.util.List;
import java.util.Map;

/** Reads the files of the release that belong to no distribution. */
record GlobalFiles(Section files, Names names, Found found) {
    void read(boolean uploaded) {
        boolean active = Active.unlessOff(files) && uploaded;
        new Artifacts(names, "files", found).read(files, Map.of(), active);
        for (Section glob : files.sections("globs")) {
            boolean wanted = Active.unlessOff(glob) && active;
            String key = glob.has("include") ? "include" : "pattern";
            String pattern = glob.text(key).orElse("");
            Names.Filled filled = names.fill(pattern);
            List.of("directory", "exclude", "platform", "extraProperties").forEach(glob::skip);
            if (wanted) {
                found.left.add(new Left(
                        glob.path(),
                        pattern,
                        "files of the release; their names are known only during a run",
                        glob.from(key)));
                found.asset(new Found.Asset(filled.file(), glob.from(key), "files", true, true));
            }
        }
    }
}
