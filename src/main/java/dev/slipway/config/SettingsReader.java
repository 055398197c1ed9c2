package dev.slipway.config;

/** How a toolchain reads the keys under its own key. */
@FunctionalInterface
public interface SettingsReader {
    /** Asks for each key that the toolchain knows; what is wrong is collected by the fields. */
    ToolchainSettings read(Fields fields);
}
