package dev.slipway.toolchain;

import dev.slipway.model.workflow.Step;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to read the version that a project says it has.
 *
 * @param file the manifest that has it, such as {@code Cargo.toml}
 * @param setup the steps that install what reads it
 * @param script a command that prints it
 * @param env what the command works on
 */
public record ManifestVersion(String file, List<Step> setup, String script, Map<String, String> env) {
    public ManifestVersion {
        setup = List.copyOf(setup);
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }
}
