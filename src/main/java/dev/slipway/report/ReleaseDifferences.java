package dev.slipway.report;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Digest;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Sums;
import dev.slipway.run.Observation;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the text and the files of a release with those that are planned: entries of archives, programs of packages, names
 * in files of checksums, and versions that programs print.
 *
 * @param sources the paths of the files of the repository
 */
record ReleaseDifferences(PlanReport plan, Observation observed, List<String> sources) {
    private static final Pattern VERSION =
            Pattern.compile("v?(?<!\\d)\\d++\\.\\d++\\.\\d++(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?");

    List<String> list() {
        List<String> all = new ArrayList<>();
        observed.release().ifPresent(release -> {
            words(release, all);
            archives(release, all);
            packages(all);
            sums(release, all);
        });
        return all;
    }

    private ReleasePlan what() {
        return plan.plan();
    }

    /** A release that a person made, or whose draft they wrote, has their own words. */
    private void words(Observation.Release release, List<String> all) {
        if (what().release().onPublished()) {
            return;
        }
        String title = what().release()
                .title()
                .replace("{tag}", plan.tag().name())
                .replace("{version}", plan.tag().version());
        if (!release.title().equals(title)) {
            all.add("the title of the release is '" + release.title() + "', but planned as '" + title + "'");
        }
        boolean written = !withoutComments(release.notes()).isBlank();
        boolean planned = what().release().generatedNotes() || what().release().ownNotes();
        if (planned && !written) {
            all.add("release notes are planned but missing");
        }
    }

    /** The version that a program prints if its build received it. */
    private void versions(String name, List<String> all) {
        String wanted = plan.tag().version().replaceFirst("\\+.*", "");
        for (Observation.Tried tried : observed.tried()) {
            Optional<String> printed = tried.program()
                    .flatMap(Observation.Program::version)
                    .filter(version -> tried.file().equals(name) && saysOther(version, wanted));
            printed.ifPresent(version -> all.add(tried.what() + " in " + name + " prints '" + version
                    + "', but the version is planned as " + wanted));
        }
    }

    /** Whether a program says another version; only semantic ones are known for what they are. */
    private boolean saysOther(String said, String wanted) {
        Matcher version = VERSION.matcher(said);
        return what().tags().semantic() ? version.find() && !version.group().equals(wanted) : !said.contains(wanted);
    }

    private void archives(Observation.Release release, List<String> all) {
        for (BuildGroup group : what().groups()) {
            for (Build build : group.builds()) {
                String name = build.archive().with(plan.tag().name());
                file(release, name)
                        .map(file -> new ArchiveDifferences(what(), plan.tag(), build, file, sources))
                        .ifPresent(differences -> all.addAll(differences.list()));
                if (told(group)) {
                    versions(name, all);
                }
            }
        }
    }

    private static Optional<Observation.File> file(Observation.Release release, String name) {
        return release.files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** Whether a build gets the version from the tag, or the release is refused if a manifest has another. */
    private boolean told(BuildGroup group) {
        return what().release().versionCheck()
                || plan.release().jobs().stream()
                        .filter(job -> job.id().equals(group.job()))
                        .anyMatch(ReleaseDifferences::buildsWithTag);
    }

    private static String withoutComments(String notes) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = notes.indexOf("<!--"); open >= 0; open = notes.indexOf("<!--", from)) {
            int close = notes.indexOf("-->", open + 4);
            if (close < 0) {
                break;
            }
            text.append(notes, from, open);
            from = close + 3;
        }
        return text.append(notes, from, notes.length()).toString();
    }

    private static boolean buildsWithTag(Job job) {
        return job instanceof StepsJob it
                && it.steps().stream()
                        .filter(Run.class::isInstance)
                        .filter(step -> step.common()
                                .name()
                                .filter(name -> name.source().startsWith("Build"))
                                .isPresent())
                        .anyMatch(step -> step.common().env().containsKey("TAG"));
    }

    /** Each package brings every program; one that this machine cannot unpack is not looked into. */
    private void packages(List<String> all) {
        String prefix = what().tags().prefix();
        String tag = plan.tag().name();
        List<String> names = new ArrayList<>();
        what().packages()
                .deb()
                .ifPresent(deb -> deb.builds()
                        .forEach(build -> names.add(deb.file(build, prefix).with(tag))));
        what().packages()
                .rpm()
                .ifPresent(rpm -> rpm.builds()
                        .forEach(build -> names.add(rpm.file(build, prefix).with(tag))));
        for (String name : names) {
            List<String> programs = observed.tried().stream()
                    .filter(one -> one.file().equals(name))
                    .flatMap(one -> one.program().stream())
                    .map(Observation.Program::name)
                    .toList();
            for (Shipped shipped : what().shipped()) {
                if (!programs.isEmpty() && !programs.contains(shipped.command())) {
                    all.add("the program " + shipped.command() + " in " + name + " is planned but missing");
                }
            }
        }
    }

    private void sums(Observation.Release release, List<String> all) {
        Sums sums = what().checksums();
        Set<String> files = new TreeSet<>();
        for (Observation.File file : release.files()) {
            if (sums.digests().stream()
                    .noneMatch(one -> file.name().endsWith("." + one.suffix())
                            || file.name().equals(sums.all(one).with(plan.tag().name())))) {
                files.add(file.name());
            }
        }
        for (Digest digest : sums.digests()) {
            if (sums.combined()) {
                said(release, sums.all(digest).with(plan.tag().name()), files, all);
            }
            for (String file : sums.perFile() ? files : Set.<String>of()) {
                said(release, file + "." + digest.suffix(), Set.of(file), all);
            }
        }
    }

    private static void said(Observation.Release release, String name, Set<String> planned, List<String> all) {
        Optional<Observation.File> file = file(release, name);
        Set<String> said = new TreeSet<>(file.map(Observation.File::sums).orElse(List.of()));
        if (file.isPresent() && !said.equals(planned)) {
            all.add(name + " has checksums of " + (said.isEmpty() ? "nothing" : String.join(", ", said))
                    + ", but those of " + String.join(", ", planned) + " are planned");
        }
    }
}
