package dev.slipway;

import dev.slipway.config.SettingsReader;
import dev.slipway.toolchain.command.Command;
import dev.slipway.toolchain.command.CommandReader;
import dev.slipway.toolchain.go.Go;
import dev.slipway.toolchain.go.GoReader;
import dev.slipway.toolchain.gradle.Gradle;
import dev.slipway.toolchain.gradle.GradleReader;
import dev.slipway.toolchain.maven.Maven;
import dev.slipway.toolchain.maven.MavenReader;
import dev.slipway.toolchain.rust.Rust;
import dev.slipway.toolchain.rust.RustReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every toolchain there is. */
public final class Toolchains {
    /** How the settings of each are read, by their key. */
    public static final Map<String, SettingsReader> READERS = readers();

    private Toolchains() {}

    private static Map<String, SettingsReader> readers() {
        Map<String, SettingsReader> readers = new LinkedHashMap<>();
        readers.put(Rust.KEY, RustReader::read);
        readers.put(Go.KEY, GoReader::read);
        readers.put(Maven.KEY, MavenReader::read);
        readers.put(Gradle.KEY, GradleReader::read);
        readers.put(Command.KEY, CommandReader::read);
        return java.util.Collections.unmodifiableMap(readers);
    }
}
