package dev.slipway.config;

import java.util.List;
import java.util.Optional;

/**
 * The key {@code packages}: the packages of a release, in addition to its archives.
 *
 * @param crates how the packages are published to the registry of the language
 * @param homebrew the tap that the formula is pushed to, as {@code owner/name}
 * @param winget the identifier of the package, as {@code Publisher.Package}
 */
public record PackagesConfig(
        Optional<Crates> crates,
        Optional<Deb> deb,
        Optional<Rpm> rpm,
        Optional<String> homebrew,
        Optional<String> winget,
        List<Installer> installers) {
    public PackagesConfig {
        installers = List.copyOf(installers);
    }

    /** Whether nothing is packaged. */
    public boolean isEmpty() {
        return crates.isEmpty()
                && deb.isEmpty()
                && rpm.isEmpty()
                && homebrew.isEmpty()
                && winget.isEmpty()
                && installers.isEmpty();
    }

    /** How a job authenticates to a registry. */
    public enum Login {
        /** Trusted Publishing: the registry trusts the workflow. */
        TRUSTED,
        /** With a token in a secret. */
        TOKEN
    }

    /** A script that installs the program. */
    public enum Installer {
        SHELL,
        POWERSHELL
    }

    /**
     * Packages in the registry of the language.
     *
     * @param packages in the order in which they are published; empty for the released one
     */
    public record Crates(Login login, List<String> packages) {
        public Crates {
            packages = List.copyOf(packages);
        }
    }

    /**
     * A package for Debian and Ubuntu.
     *
     * @param name the name of the package; empty for that of the project
     * @param file the names of files, with placeholders
     * @param maintainer as {@code Name <address>}
     * @param depends the packages it depends on, in addition to those found in the programs
     * @param targets the targets that are packaged; empty for one of each architecture
     */
    public record Deb(
            Optional<String> name,
            Optional<String> file,
            Optional<String> maintainer,
            Optional<String> section,
            List<String> depends,
            List<String> targets) {
        public Deb {
            depends = List.copyOf(depends);
            targets = List.copyOf(targets);
        }
    }

    /**
     * A package for Fedora and similar systems.
     *
     * @param name the name of the package; empty for that of the project
     * @param file the names of files, with placeholders
     * @param depends what it depends on, in addition to the libraries found in the programs
     * @param targets the targets that are packaged; empty for one of each architecture
     */
    public record Rpm(Optional<String> name, Optional<String> file, List<String> depends, List<String> targets) {
        public Rpm {
            depends = List.copyOf(depends);
            targets = List.copyOf(targets);
        }
    }
}
