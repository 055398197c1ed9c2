package dev.slipway;

import dev.slipway.config.SettingsReader;
import dev.slipway.toolchain.maven.Maven;
import dev.slipway.toolchain.maven.MavenReader;
import dev.slipway.toolchain.rust.Rust;
import dev.slipway.toolchain.rust.RustReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every toolchain there is. */
public final class Toolchains {
    /** How the settings of each are read, by the key they stand under. */
    public static final Map<String, SettingsReader> READERS = readers();

    private Toolchains() {}

    private static Map<String, SettingsReader> readers() {
        Map<String, SettingsReader> readers = new LinkedHashMap<>();
        readers.put(Rust.KEY, RustReader::read);
        readers.put(Maven.KEY, MavenReader::read);
        return java.util.Collections.unmodifiableMap(readers);
    }
}
