package dev.slipway.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A setting on GitHub that the release relies on, and that no file of the repository can change.
 *
 * @param where the page of the settings, as its menus name it
 * @param what what to do there, and why, as an instruction
 * @param address where to set it
 */
public record RequiredSetting(String where, String what, String address) {
    private static final String ORGANIZATIONS = "https://github.com/organizations/";

    /** Whether it exists only where an organization owns the repository or the package; a plan does not know the owner. */
    public boolean ofOrganization() {
        return where.startsWith("Organization:");
    }

    /** Everything that has to be set for a plan to work. */
    public static List<RequiredSetting> of(ReleasePlan plan) {
        Repository repository = plan.project().repository();
        List<RequiredSetting> settings = new ArrayList<>();
        settings.add(new RequiredSetting(
                "Repository: Actions, General",
                "allow the actions that the workflows use; workflow permissions can stay read-only, because each job "
                        + "requests its own",
                repository.url() + "/settings/actions"));
        settings.add(new RequiredSetting(
                "Organization: Actions, General",
                "allow the same actions",
                ORGANIZATIONS + repository.owner() + "/settings/actions"));
        settings.addAll(release(repository, plan.release()));
        settings.addAll(packages(plan));
        plan.ci().filter(ci -> ci.has(SharedJob.GATE)).ifPresent(ci -> settings.add(gate(plan, ci)));
        plan.image()
                .ifPresent(image -> image.registries().stream()
                        .flatMap(registry -> packages(repository, image, registry))
                        .distinct()
                        .forEach(settings::add));
        return settings;
    }

    private static List<RequiredSetting> release(Repository repository, Release release) {
        List<RequiredSetting> settings = new ArrayList<>();
        release.environment()
                .ifPresent(name -> settings.add(new RequiredSetting(
                        "Repository: Environments",
                        "create the environment '" + name + "' with its reviewers, and let the release's "
                                + (release.onTag() && !release.onCall() ? "tags" : "branches and tags")
                                + " deploy to it; without reviewers, nobody is asked",
                        repository.url() + "/settings/environments")));
        if (release.onDispatch()) {
            settings.add(new RequiredSetting(
                    "Repository: Rules, Rulesets",
                    "if a ruleset protects tags, let GitHub Actions create the tag of a release",
                    repository.url() + "/settings/rules"));
        }
        if (release.onPublished()) {
            settings.add(new RequiredSetting(
                    "Repository: General",
                    "turn off release immutability: the files are added to a release that is published already",
                    repository.url() + "/settings"));
        }
        if (release.attest()) {
            settings.add(new RequiredSetting(
                    "Repository: General",
                    "make the repository public; attestations of a private one need GitHub Enterprise Cloud",
                    repository.url() + "/settings"));
        }
        return settings;
    }

    private static List<RequiredSetting> packages(ReleasePlan plan) {
        List<RequiredSetting> settings = new ArrayList<>();
        Packages packages = plan.packages();
        packages.registry().ifPresent(it -> settings.add(registry(plan, it)));
        packages.homebrew()
                .ifPresent(it -> settings.add(secret(
                        plan,
                        Packages.TAP_TOKEN,
                        "a token that may write the contents of " + it.tap() + " and nothing else")));
        packages.winget()
                .ifPresent(it -> settings.add(secret(
                        plan,
                        Packages.WINGET_TOKEN,
                        "a classic token with the scope public_repo, of an account that has forked "
                                + "microsoft/winget-pkgs")));
        if (packages.prepared()) {
            settings.add(new RequiredSetting(
                    "Repository: General",
                    "make the repository public: installers and package managers download without a login",
                    plan.project().repository().url() + "/settings"));
        }
        return settings;
    }

    private static RequiredSetting registry(ReleasePlan plan, Packages.Registered registered) {
        String title = registered.registry().title();
        String environment = plan.release()
                .environment()
                .map(name -> " and environment '" + name + "'")
                .orElse("");
        return registered.trusted()
                ? new RequiredSetting(
                        title + ": Trusted Publishing",
                        "add GitHub as a publisher of each package: repository "
                                + plan.project().repository().slug()
                                + ", workflow " + workflow(plan) + environment
                                + "; publish the first version by hand",
                        registered.registry().page())
                : secret(plan, registered.registry().secret(), "a token of " + title + " that may publish updates");
    }

    /** A registry needs the workflow that GitHub has started, not one that it calls. */
    private static String workflow(ReleasePlan plan) {
        String own = plan.project().paths().releaseFile();
        Release release = plan.release();
        if (!release.onCall()) {
            return own;
        }
        return release.onlyOnCall()
                ? "the one that calls " + own
                : own + ", and the one that calls it as another publisher";
    }

    private static RequiredSetting secret(ReleasePlan plan, String name, String value) {
        return new RequiredSetting(
                "Repository: Secrets and variables, Actions",
                "set the secret " + name + " to " + value,
                plan.project().repository().url() + "/settings/secrets/actions");
    }

    private static RequiredSetting gate(ReleasePlan plan, Ci ci) {
        String queue = ci.triggers().mergeQueue() ? ", and a merge queue" : "";
        return new RequiredSetting(
                "Repository: Rules, Rulesets",
                "require the status check '" + plan.project().paths().title(SharedJob.GATE_CHECK) + "' before merging"
                        + queue + "; it covers all CI jobs",
                plan.project().repository().url() + "/settings/rules");
    }

    private static Stream<RequiredSetting> packages(Repository repository, Image image, Registry registry) {
        if (!registry.byToken()) {
            return Stream.of(new RequiredSetting(
                    "Repository: Secrets and variables, Actions",
                    "set the secrets " + registry.username() + " and " + registry.password()
                            + " to a login that may push to " + registry.host(),
                    repository.url() + "/settings/secrets/actions"));
        }
        return image.names().stream()
                .filter(name -> name.startsWith(registry.host() + "/"))
                .map(name -> name.substring(registry.host().length() + 1))
                .flatMap(RequiredSetting::onGitHub);
    }

    private static Stream<RequiredSetting> onGitHub(String path) {
        int slash = path.indexOf('/');
        String owner = path.substring(0, Math.max(0, slash));
        String name = path.substring(slash + 1).replace("/", "%2F");
        return Stream.of(
                new RequiredSetting(
                        "Organization: Packages",
                        "let members create public packages, and let packages inherit access from their source repository",
                        ORGANIZATIONS + owner + "/settings/packages"),
                new RequiredSetting(
                        "Package, after the first release",
                        "make the package public, so that everybody may pull; link it to the repository, with the role "
                                + "'Write'; if a user owns it, its address has 'users' in place of 'orgs'",
                        "https://github.com/orgs/" + owner + "/packages/container/" + name + "/settings"));
    }
}
