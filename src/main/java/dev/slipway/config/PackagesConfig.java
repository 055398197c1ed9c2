package dev.slipway.config;

import java.util.List;
import java.util.Optional;

/**
 * What a release is packaged as, beside its archives.
 *
 * @param crates how the packages of the language are published in its registry
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

    /** How a job shows that it may publish. */
    public enum Login {
        /** The registry trusts the workflow. */
        TRUSTED,
        /** A secret says so. */
        TOKEN
    }

    /** What installs the program on a machine. */
    public enum Installer {
        SHELL,
        POWERSHELL
    }

    /**
     * Packages in the registry of the language.
     *
     * @param packages in the order of their publication; empty for the one that is released
     */
    public record Crates(Login login, List<String> packages) {
        public Crates {
            packages = List.copyOf(packages);
        }
    }

    /**
     * A package for Debian and Ubuntu.
     *
     * @param name what it is called
     * @param maintainer a name and an address
     * @param depends the packages that it needs, beside those that the programs show
     * @param targets the targets that it is made of; empty for one of each architecture
     */
    public record Deb(
            Optional<String> name,
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
     * A package for Fedora and its relatives.
     *
     * @param name what it is called
     * @param depends what it needs, beside the libraries that the programs show
     * @param targets the targets that it is made of; empty for one of each architecture
     */
    public record Rpm(Optional<String> name, List<String> depends, List<String> targets) {
        public Rpm {
            depends = List.copyOf(depends);
            targets = List.copyOf(targets);
        }
    }
}
