package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;

/** Sees whether the image goes to the owner of the repository: the token of a workflow pushes to no one else's. */
record PackageOwnerCheck() implements Check {
    private static final String REGISTRY = "ghcr.io/";
    private static final String URL =
            "https://docs.github.com/en/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "the owner of the image",
                setup.image()
                        .filter(image -> image.names().stream().anyMatch(name -> name.startsWith(REGISTRY)))
                        .isPresent());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        String owner = setup.repository().replaceFirst("/.*", "");
        return setup.image().stream()
                .flatMap(image -> image.names().stream())
                .filter(image -> image.startsWith(REGISTRY))
                .map(image -> image.substring(REGISTRY.length()).replaceFirst("/.*", ""))
                .filter(imageOwner -> !imageOwner.equalsIgnoreCase(owner))
                .map(imageOwner -> new Advice(
                                Severity.WARNING,
                                "package",
                                "the image belongs to '" + imageOwner + "', but the repository to '" + owner + "'",
                                "push to '" + REGISTRY + owner.toLowerCase(java.util.Locale.ROOT)
                                        + "/…', or give the repository write access on the package's page",
                                URL)
                        .at(setup.key("/docker")))
                .toList();
    }
}
