package dev.slipway.config;

import dev.slipway.config.PackagesConfig.Crates;
import dev.slipway.config.PackagesConfig.Deb;
import dev.slipway.config.PackagesConfig.Installer;
import dev.slipway.config.PackagesConfig.Login;
import dev.slipway.config.PackagesConfig.Rpm;
import java.util.List;
import java.util.Map;

/** Reads the key {@code packages}. */
final class PackagesReader {
    private static final Map<String, Login> LOGINS = Map.of("trusted", Login.TRUSTED, "token", Login.TOKEN);
    private static final Map<String, Installer> INSTALLERS =
            Map.of("shell", Installer.SHELL, "powershell", Installer.POWERSHELL);

    private PackagesReader() {}

    static PackagesConfig read(Fields fields) {
        return new PackagesConfig(
                fields.either(
                        "crates",
                        PackageGrammars.PUBLISHING,
                        word -> new Crates(LOGINS.getOrDefault(word, Login.TRUSTED), List.of()),
                        PackagesReader::crates),
                fields.wanted("deb", PackagesReader::deb),
                fields.wanted("rpm", PackagesReader::rpm),
                fields.text("homebrew", PackageGrammars.TAP),
                fields.text("winget", PackageGrammars.WINGET),
                fields.someOf("installers", INSTALLERS));
    }

    private static Crates crates(Fields fields) {
        fields.require("login", PackageGrammars.PUBLISHING);
        return new Crates(
                fields.oneOf("login", LOGINS).orElse(Login.TRUSTED), fields.texts("packages", ProjectGrammars.NAME));
    }

    private static Deb deb(Fields fields) {
        return new Deb(
                fields.text("package", PackageGrammars.DEBIAN_NAME),
                fields.text("file", PackageGrammars.DEBIAN_FILE),
                fields.text("maintainer", PackageGrammars.MAINTAINER),
                fields.text("section", PackageGrammars.DEBIAN_NAME),
                fields.texts("depends", PackageGrammars.DEPENDENCY),
                fields.texts("targets", BuildGrammars.TARGET));
    }

    private static Rpm rpm(Fields fields) {
        return new Rpm(
                fields.text("package", PackageGrammars.RPM_NAME),
                fields.text("file", PackageGrammars.RPM_FILE),
                fields.texts("depends", PackageGrammars.RPM_DEPENDENCY),
                fields.texts("targets", BuildGrammars.TARGET));
    }
}
