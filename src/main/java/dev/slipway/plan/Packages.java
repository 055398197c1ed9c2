package dev.slipway.plan;

import dev.slipway.toolchain.PackageRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a release is packaged as, in addition to its archives.
 *
 * @param registry where the packages of the language are published, after the release
 * @param homebrew the formula, pushed to a tap after the release
 * @param winget the manifest, proposed to Microsoft's repository after the release
 * @param tagPrefix what a tag has before the version
 */
public record Packages(
        Optional<Registered> registry,
        Optional<DebPackages> deb,
        Optional<RpmPackages> rpm,
        Optional<Homebrew> homebrew,
        Optional<Winget> winget,
        List<Installer> installers,
        String tagPrefix) {
    /** The job that creates everything needed before the release. */
    public static final String PREPARE = "package";

    /** The job for packages of the language. */
    public static final String REGISTRY = "crates";

    /** The job for the formula. */
    public static final String HOMEBREW = "homebrew";

    /** The job for the manifest of winget. */
    public static final String WINGET = "winget";

    /** The jobs that are left out for a prerelease. */
    public static final List<String> FOR_EVERYBODY = List.of(HOMEBREW, WINGET);

    /** The secret that may push to a tap. */
    public static final String TAP_TOKEN = "HOMEBREW_TAP_TOKEN";

    /** The secret that may propose a manifest. */
    public static final String WINGET_TOKEN = "WINGET_TOKEN";

    static Packages none(TagRule tags) {
        return new Packages(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                tags.prefix());
    }

    public Packages {
        installers = List.copyOf(installers);
    }

    /**
     * Packages of the language.
     *
     * @param trusted whether the registry trusts the workflow, so that there is no secret
     */
    public record Registered(PackageRegistry registry, boolean trusted) {}

    /**
     * A formula of Homebrew.
     *
     * @param tap the repository with the formula, {@code owner/name}
     * @param name what it is called
     * @param builds at most one for each system and processor
     */
    public record Homebrew(String tap, String name, List<Build> builds) {
        public Homebrew {
            builds = List.copyOf(builds);
        }
    }

    /**
     * A manifest of the Windows Package Manager.
     *
     * @param id such as {@code Publisher.Package}
     * @param builds one for each processor
     */
    public record Winget(String id, List<Build> builds) {
        public Winget {
            builds = List.copyOf(builds);
        }
    }

    /** Whether something is created before the release. */
    public boolean prepared() {
        return deb.isPresent() || rpm.isPresent() || filledIn();
    }

    /** Whether some of it comes from a file of the repository, in which the release is filled in. */
    public boolean filledIn() {
        return homebrew.isPresent() || winget.isPresent() || !installers.isEmpty();
    }

    /** Whether something contains the version, or waits for one that is not a prerelease. */
    boolean needVersion() {
        return deb.isPresent() || rpm.isPresent() || homebrew.isPresent() || winget.isPresent();
    }

    /** Their files in the release. */
    public List<ArchiveName> assets() {
        List<ArchiveName> names = new ArrayList<>();
        deb.ifPresent(it -> it.builds().forEach(build -> names.add(it.file(build, tagPrefix))));
        rpm.ifPresent(it -> it.builds().forEach(build -> names.add(it.file(build, tagPrefix))));
        installers.forEach(installer -> names.add(new ArchiveName(installer.asset(), tagPrefix)));
        return names;
    }

    /** The ids of all jobs that have to do with packages. */
    public List<String> jobs() {
        List<String> ids = new ArrayList<>(prepared() ? List.of(PREPARE) : List.of());
        ids.addAll(later());
        return ids;
    }

    /** The ids of the jobs that come after the release. */
    public List<String> later() {
        List<String> ids = new ArrayList<>();
        registry.ifPresent(it -> ids.add(REGISTRY));
        homebrew.ifPresent(it -> ids.add(HOMEBREW));
        winget.ifPresent(it -> ids.add(WINGET));
        return ids;
    }
}
