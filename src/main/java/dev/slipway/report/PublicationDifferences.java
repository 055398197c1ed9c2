package dev.slipway.report;

import dev.slipway.plan.Image;
import dev.slipway.plan.Line;
import dev.slipway.plan.Packages;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RepositoryFile;
import dev.slipway.run.Attestation;
import dev.slipway.run.Effect;
import dev.slipway.run.Observation;
import dev.slipway.run.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares what a run attested, signed and sent to other places than its own repository with what is planned. */
record PublicationDifferences(PlanReport plan, Observation observed) {
    private static final String WINGET = "microsoft/winget-pkgs";

    List<String> list() {
        List<String> all = new ArrayList<>(attested());
        all.addAll(signed());
        all.addAll(registry());
        all.addAll(forEverybody());
        return all;
    }

    private ReleasePlan what() {
        return plan.plan();
    }

    private List<String> attested() {
        Set<String> planned = new TreeSet<>();
        if (what().release().attest()) {
            what().builds()
                    .map(build -> build.archive().with(plan.tag().name()))
                    .forEach(name -> {
                        planned.add(name);
                        if (what().release().sbom().isPresent()) {
                            planned.add(new Attestation(name, "", true).text());
                        }
                    });
            what().release().files().stream()
                    .filter(RepositoryFile::made)
                    .map(file -> file.name().with(plan.tag().name()))
                    .forEach(planned::add);
            what().packages()
                    .assets()
                    .forEach(name -> planned.add(name.with(plan.tag().name())));
            what().image()
                    .map(Image::names)
                    .ifPresent(names -> names.forEach(name -> planned.add("the image " + name)));
        }
        Set<String> seen = new TreeSet<>();
        for (Attestation one : observed.attested()) {
            // the registry of Docker Hub has two names
            seen.add(
                    one.digest().isEmpty()
                            ? one.text()
                            : "the image " + one.name().replaceFirst("^index\\.", ""));
        }
        return new SetDifferences("an attestation of ", "is made").list(planned, seen);
    }

    /** What is signed is what people get: the digests that tags are put on. */
    private List<String> signed() {
        List<String> all = new ArrayList<>();
        for (Observation.Image image : observed.images()) {
            boolean signed = observed.effects(Effect.ImageSigned.class)
                    .anyMatch(it -> it.image().equals(image.name() + "@" + image.digest()));
            if (signed != what().release().sign()) {
                all.add("the image " + image.name() + " is " + (signed ? "" : "not ") + "signed, but planned "
                        + (signed ? "not to be" : "to be"));
            }
        }
        return all;
    }

    /** The packages of the language. Which ones are published by default, only its own tool knows. */
    private List<String> registry() {
        List<String> all = new ArrayList<>();
        what().packages().registry().map(Packages.Registered::registry).ifPresent(registry -> {
            boolean recognized = registry.title().equals("crates.io");
            boolean together =
                    observed.effects(Effect.WorkspacePublished.class).findAny().isPresent();
            Set<String> published = observed.effects(Effect.CratePublished.class)
                    .map(Effect.CratePublished::name)
                    .collect(Collectors.toSet());
            for (String name : registry.packages()) {
                if (recognized && !together && !published.contains(name)) {
                    all.add("the package " + name + " on " + registry.title() + " is planned but missing");
                }
            }
            if (recognized && registry.packages().isEmpty() && !together && published.isEmpty()) {
                all.add("a package on " + registry.title() + " is planned but missing");
            }
        });
        return all;
    }

    /** What goes to repositories from which everybody installs the newest version. */
    private List<String> forEverybody() {
        boolean newest =
                !plan.tag().prerelease() && plan.moves().newer(Line.ALL).isEmpty();
        List<String> all = new ArrayList<>();
        Set<String> formulas = new TreeSet<>();
        what().packages()
                .homebrew()
                .filter(it -> newest)
                .ifPresent(it -> formulas.add("Formula/" + it.name() + ".rb to " + it.tap()));
        Set<String> pushed = new TreeSet<>();
        for (Recorded record : observed.recorded()) {
            if (record.effect() instanceof Effect.FilePushed file
                    && file.path().startsWith("Formula/")
                    && !what().hatches().ids().contains(record.job())) {
                pushed.add(file.path() + " to " + file.repository());
            }
        }
        all.addAll(new SetDifferences("the push of ", "is made").list(formulas, pushed));
        what().packages().winget().ifPresent(it -> {
            boolean opened = observed.effects(Effect.PullRequestOpened.class)
                    .anyMatch(pull -> pull.repository().equals(WINGET));
            if (opened != newest) {
                all.add("the pull request for " + it.id() + " at " + WINGET + " is "
                        + (opened ? "opened but not planned" : "planned but missing"));
            }
        });
        return all;
    }
}
