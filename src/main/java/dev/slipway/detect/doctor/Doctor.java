package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Finds what can break a release although every generated file is right. */
public final class Doctor {
    private static final List<Check> CHECKS = List.of(
            new ReadabilityCheck(),
            new SecondReleaseCheck(),
            new SecondImageCheck(),
            new FollowersCheck(),
            new CallersCheck(),
            new SourcesCheck(),
            new CargoTargetCheck(),
            new CargoConfigCheck(),
            new ToolchainCheck(),
            new OldestCheck(),
            new LockCheck(),
            new CratesCheck(),
            new JarCheck(),
            new TagsCheck(),
            new OldTagsCheck(),
            new BinstallCheck(),
            new DownloadsCheck(),
            new ChecksumNamesCheck(),
            new ChangelogCheck(),
            new TlsCheck(),
            new LibcCheck(),
            new ImageFilesCheck(),
            new ReleaseFilesCheck(),
            new FactsCheck(),
            new PackageOwnerCheck());

    private Doctor() {}

    /** All advice, the gravest first; within one gravity in the order of the checks. */
    public static Examination examine(Repository repository, Setup setup, LocalDate today) {
        return new Examination(
                advice(repository, setup, today),
                CHECKS.stream()
                        .map(check -> check.inspection(repository, setup))
                        .filter(Inspection::asked)
                        .toList());
    }

    private static List<Advice> advice(Repository repository, Setup setup, LocalDate today) {
        return CHECKS.stream()
                .flatMap(check -> check.advise(repository, setup, today).stream())
                .sorted(Comparator.comparing(Advice::severity))
                .toList();
    }
}
