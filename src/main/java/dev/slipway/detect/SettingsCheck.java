package dev.slipway.detect;

import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Lists the settings on GitHub that a release needs and that no file can make, with the pages where to make them. */
record SettingsCheck() implements Check {
    private static final String SITE = "https://github.com/";
    private static final String REGISTRY = "ghcr.io/";

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        String name = setup.repository();
        String owner = name.replaceFirst("/.*", "");
        List<Advice> settings = new ArrayList<>(List.of(
                note(
                        "the repository must allow the actions that the workflows use",
                        "under 'Actions permissions' allow all actions, or those of the generated files; under 'Workflow "
                                + "permissions' read access is enough, since each job asks for what it needs",
                        SITE + name + "/settings/actions"),
                note(
                        "an organisation can forbid what its repositories allow",
                        "if '" + owner + "' is an organisation, its policy for actions must allow the same",
                        SITE + "organizations/" + owner + "/settings/actions")));
        setup.image()
                .map(Setup.Image::name)
                .filter(image -> image.startsWith(REGISTRY))
                .ifPresent(image -> settings.addAll(packages(name, owner, image.substring(REGISTRY.length()))));
        return settings;
    }

    private static List<Advice> packages(String repository, String owner, String image) {
        String imageOwner = image.replaceFirst("/.*", "");
        String container = image.substring(Math.min(image.length(), imageOwner.length() + 1))
                .replace("/", "%2F");
        String ofOrganisation = SITE + "orgs/" + imageOwner + "/packages/container/" + container + "/settings";
        String ofUser = SITE + "users/" + imageOwner + "/packages/container/" + container + "/settings";
        List<Advice> settings = new ArrayList<>();
        if (!imageOwner.equalsIgnoreCase(owner)) {
            settings.add(new Advice(
                    Severity.WARNING,
                    "settings",
                    "the image 'ghcr.io/" + image + "' belongs to '" + imageOwner + "', but the repository to '" + owner
                            + "'",
                    "the token of a workflow can push only to packages that give its repository write access",
                    ofOrganisation));
        }
        settings.add(note(
                "an organisation decides whether its members may create packages, and of which visibility",
                "if '" + imageOwner
                        + "' is an organisation, allow public containers under 'Package creation', and let packages "
                        + "inherit access from their repository",
                SITE + "organizations/" + imageOwner + "/settings/packages"));
        settings.add(note(
                "the first push makes the package private",
                "afterwards set its visibility to public, once; for a user the page is " + ofUser,
                ofOrganisation));
        settings.add(note(
                "a package that is older than the workflow is not linked to the repository",
                "on the page of the package give '" + repository
                        + "' the role 'Write' under 'Manage Actions access', and tick "
                        + "'Inherit access from source repository'; new packages are linked by the label "
                        + "org.opencontainers.image.source",
                ofOrganisation));
        return settings;
    }

    private static Advice note(String message, String help, String url) {
        return new Advice(Severity.NOTE, "settings", message, help, url);
    }
}
