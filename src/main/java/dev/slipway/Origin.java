package dev.slipway;

import dev.slipway.plan.Hatches;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Finding;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import dev.slipway.toolchain.Os;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the key of the config behind a place in a generated file, so that a finding can be mended where it comes from. */
final class Origin {
    private final ReleasePlan plan;
    private final SourceText config;
    private final Node document;

    Origin(Generation generation) {
        this.plan = generation.plan();
        this.config = generation.source();
        this.document = generation.document();
    }

    /** The finding, with the key of the config that it comes from. */
    Finding explain(Finding finding, SourceText file) {
        Pointer key = key(finding, file);
        String words = "'" + String.join(".", key.tokens()) + "'";
        String place = document.at(key).isPresent()
                ? words + " at " + config.name() + ":" + document.locate(key).start()
                : "the default of " + words + " in " + config.name();
        String help = finding.help().isEmpty() ? "" : finding.help() + "; ";
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.file(),
                finding.span(),
                finding.message(),
                help + "it comes from " + place);
    }

    private Pointer key(Finding finding, SourceText file) {
        Paths paths = plan.project().paths();
        String name = file.name();
        if (name.equals(paths.release())) {
            return release(place(finding, file));
        }
        if (name.equals(paths.ci())) {
            return ci(place(finding, file));
        }
        boolean image = name.startsWith("Dockerfile") || name.endsWith(".dockerignore");
        return Pointer.of(image ? "/docker" : name.startsWith(paths.packages()) ? "/packages" : "/docs");
    }

    private static List<String> place(Finding finding, SourceText file) {
        return YamlReader.read(file).pathTo(finding.position()).tokens();
    }

    private Pointer release(List<String> place) {
        if (place.size() > 1 && plan.hatches().ids().contains(place.get(1))) {
            return new Pointer(place, false);
        }
        if (place.contains("uses")) {
            return Pointer.of("/actions");
        }
        if (place.size() < 2 || !place.get(0).equals("jobs")) {
            return Pointer.ROOT.child(
                    place.contains("on") ? "tag" : plan.toolchain().key());
        }
        String job = place.get(1);
        Optional<Pointer> added = added(place);
        if (added.isPresent()) {
            return added.get();
        }
        return plan.groups().stream()
                .filter(group -> group.job().equals(job))
                .findFirst()
                .map(group -> build(group.os(), place.size() > 2 ? place.get(2) : ""))
                .orElseGet(() -> later(job));
    }

    private Pointer later(String job) {
        if (plan.packages().jobs().contains(job)) {
            return Pointer.of("/packages");
        }
        return Pointer.of(job.equals("docker") ? "/docker" : "/release");
    }

    /** Where a permission comes from that a job has beyond what it needs. */
    private Optional<Pointer> added(List<String> place) {
        String job = place.get(1);
        String word = job.startsWith("build") ? Hatches.BUILD : job.equals("docker") ? Hatches.DOCKER : Hatches.RELEASE;
        return Optional.of(place.size() > 3 && place.get(2).equals("permissions") ? place.get(3) : "")
                .filter(plan.hatches().permissions(word)::containsKey)
                .map(scope -> Pointer.of("/permissions").child(word).child(scope));
    }

    private Pointer build(Os os, String key) {
        Pointer settings = Pointer.ROOT.child(os.word());
        return switch (key) {
            case "runs-on" -> settings.child("runner");
            case "container" -> settings.child("container");
            case "env" -> settings.child("env");
            case "strategy" -> Pointer.of("/targets");
            default -> Pointer.ROOT.child(plan.toolchain().key());
        };
    }

    private Pointer ci(List<String> place) {
        if (place.contains("uses")) {
            return Pointer.of("/actions");
        }
        String job = place.size() > 1 && place.get(0).equals("jobs") ? place.get(1) : "";
        if (job.startsWith("build-")) {
            return release(place);
        }
        Pointer command = Pointer.of("/ci/commands").child(job);
        if (document.at(command).isPresent()) {
            return command;
        }
        if (place.contains("strategy") || place.contains("runs-on")) {
            return Pointer.of("/ci/os");
        }
        if (place.size() > 1 && place.get(0).equals("on")) {
            return trigger(place.get(1), place);
        }
        return Pointer.ROOT.child(plan.toolchain().key());
    }

    private static Pointer trigger(String event, List<String> place) {
        Pointer ci = Pointer.of("/ci");
        if (event.equals("schedule")) {
            return ci.child("schedule");
        }
        return Stream.of("paths", "paths-ignore")
                .filter(place::contains)
                .findFirst()
                .map(ci::child)
                .orElse(ci.child("branches"));
    }
}
