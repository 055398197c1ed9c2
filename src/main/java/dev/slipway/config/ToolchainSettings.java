package dev.slipway.config;

/**
 * What is under a toolchain's key such as {@code rust}; the toolchain itself knows more.
 *
 * <p>Implemented by the toolchains, which come after this package.
 */
public interface ToolchainSettings {
    /** Stands for settings that could not be read; such a reading has problems. */
    ToolchainSettings UNREADABLE = new ToolchainSettings() {};
}
