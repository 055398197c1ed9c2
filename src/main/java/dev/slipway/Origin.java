package dev.slipway;

import dev.slipway.plan.Hatches;
import dev.slipway.plan.Paths;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.source.Document;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import dev.slipway.source.YamlReader;
import dev.slipway.toolchain.Os;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the key of the config behind a place in a generated file, so that a finding can be mended where it comes from. */
final class Origin {
    private final ReleasePlan plan;
    private final Document document;
    private final List<String> ownTemplates;
    /** The trees of generated files by name. An unreadable file can have many findings, and finding all its errors takes long. */
    private final Map<String, Optional<Node>> trees = new HashMap<>();

    Origin(Generation generation) {
        this.plan = generation.plan();
        this.document = generation.document();
        this.ownTemplates = generation.overrides().paths();
    }

    /**
     * The finding, with the key of the config that it comes from. An error that a key of the config makes is placed at
     * that key, for there it has to be mended; but a project's own templates may be at fault as well.
     */
    Finding explain(Finding finding, SourceText file) {
        Pointer place = place(finding, file);
        if (isHatch(place.tokens())) {
            Document.Where where = document.find(place);
            return finding.severity() == Severity.ERROR
                    ? at(where.source().name(), where.span(), finding, "")
                    : at(finding.file(), finding.span(), finding, comesFrom(place, where));
        }
        Optional<Pointer> version = version(place, file);
        if (version.isPresent() && ownTemplates.isEmpty()) {
            Document.Where where = document.find(version.get());
            return at(where.source().name(), where.span(), finding, "");
        }
        Pointer key = key(file.name(), place.tokens());
        boolean there = document.at(key).isPresent();
        boolean mistake = there && ownTemplates.isEmpty() && finding.severity() == Severity.ERROR;
        Document.Where where = document.find(key);
        return mistake
                ? at(
                        where.source().name(),
                        where.span(),
                        finding,
                        "it is generated into " + finding.file() + ":" + finding.position())
                : at(
                        finding.file(),
                        finding.span(),
                        finding,
                        there
                                ? comesFrom(key, where)
                                : "it comes from the default of " + words(key) + " in "
                                        + document.source().name());
    }

    /** The version that the config names for an action: one key, in however many steps the action is. */
    private Optional<Pointer> version(Pointer place, SourceText file) {
        return Optional.of(place)
                .filter(step -> step.last().equals("uses"))
                .flatMap(step -> tree(file).flatMap(root -> root.at(step)))
                .map(node -> node.fold(mapping -> "", sequence -> "", Node.Scalar::text))
                .map(action -> Pointer.of("/actions").child(action.replaceFirst("@.*", "")))
                .filter(key -> document.at(key).isPresent());
    }

    private static String comesFrom(Pointer key, Document.Where where) {
        return "it comes from " + words(key) + " at " + where;
    }

    private static String words(Pointer key) {
        return "'" + String.join(".", key.tokens()) + "'";
    }

    private static Finding at(String file, Span span, Finding finding, String more) {
        String help =
                Stream.of(finding.help(), more).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return new Finding(finding.rule(), finding.severity(), file, span, finding.message(), help);
    }

    /** Whether a place is in a job that the config has in GitHub's own words. */
    private boolean isHatch(List<String> place) {
        return place.size() > 1
                && place.get(0).equals("jobs")
                && plan.hatches().ids().contains(place.get(1));
    }

    private Pointer key(String name, List<String> place) {
        Paths paths = plan.project().paths();
        if (name.equals(paths.release())) {
            return release(place);
        }
        if (name.equals(paths.ci())) {
            return ci(place);
        }
        boolean image = name.startsWith("Dockerfile") || name.endsWith(".dockerignore");
        return Pointer.of(image ? "/docker" : name.startsWith(paths.packages()) ? "/packages" : "/docs");
    }

    private Pointer place(Finding finding, SourceText file) {
        if (!file.name().equals(plan.project().paths().release())
                && !file.name().equals(plan.project().paths().ci())) {
            return Pointer.ROOT;
        }
        return tree(file)
                .map(root -> {
                    Pointer place = root.pathTo(finding.position());
                    boolean atKey = root.locate(place.key()).start().equals(finding.position());
                    return atKey ? place.key() : place;
                })
                .orElse(Pointer.ROOT);
    }

    /** Empty if it cannot be read. */
    private Optional<Node> tree(SourceText file) {
        return trees.computeIfAbsent(file.name(), name -> {
            try {
                return Optional.of(YamlReader.read(file));
            } catch (InvalidSource unreadable) {
                return Optional.empty();
            }
        });
    }

    private Pointer release(List<String> place) {
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

    /** The origin of a permission that a job does not need itself. */
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
