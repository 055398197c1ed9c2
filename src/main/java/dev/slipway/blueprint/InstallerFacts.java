package dev.slipway.blueprint;

import dev.slipway.plan.Build;
import dev.slipway.plan.Installer;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Shipped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an installer knows.
 *
 * @param asset the name of the installer itself
 * @param downloads where the files of the release are
 * @param page where people find all of them
 * @param choices what it chooses from
 * @param raw the name of the program, if there are no archives
 * @param folder what matches the folder that contains everything, if it does
 * @param programs the files to install
 * @param trees the programs that are folders
 */
public record InstallerFacts(
        String header,
        String asset,
        String project,
        String downloads,
        String page,
        List<Choice> choices,
        Optional<String> raw,
        Optional<String> folder,
        List<String> programs,
        List<Tree> trees) {

    /**
     * An archive and the machines it is for.
     *
     * @param glibc the oldest GNU C library, or {@code any}
     * @param archive its name, which the release completes
     */
    public record Choice(String os, String arch, String glibc, String archive) {}

    /**
     * A folder with a program in it.
     *
     * @param program its path from the parent of the folder
     * @param inside the folder in the folder that has the program
     * @param file the name of the program's file
     */
    public record Tree(String entry, String program, String inside, String file, String command) {
        static Tree of(Shipped shipped, String ending) {
            String program = shipped.program();
            String inside = program.substring(shipped.entry().length() + 1, program.lastIndexOf('/'));
            return new Tree(shipped.entry(), program, inside, shipped.command() + ending, shipped.command());
        }
    }

    static InstallerFacts of(ReleasePlan plan, Installer installer, Header header) {
        Packing packing = installer.kind() == Installer.Kind.POWERSHELL
                ? plan.packing().of(Os.WINDOWS)
                : plan.packing().of(Os.LINUX);
        String releases = plan.project().repository().url() + "/releases";
        return new InstallerFacts(
                header.text(),
                installer.asset(),
                plan.project().name(),
                releases + "/download/@TAG@",
                releases,
                installer.choices().stream().map(InstallerFacts::choice).toList(),
                packing.raw() ? programs(plan, installer).findFirst() : Optional.empty(),
                packing.inFolder() ? Optional.of("*") : Optional.empty(),
                programs(plan, installer).toList(),
                plan.shipped().stream()
                        .filter(Shipped::folder)
                        .map(shipped -> Tree.of(shipped, ending(installer)))
                        .toList());
    }

    private static Stream<String> programs(ReleasePlan plan, Installer installer) {
        return plan.shipped().stream()
                .filter(shipped -> !shipped.folder())
                .map(shipped -> shipped.entry() + ending(installer));
    }

    private static String ending(Installer installer) {
        return installer.kind() == Installer.Kind.POWERSHELL ? ".exe" : "";
    }

    private static Choice choice(Installer.Choice choice) {
        Build build = choice.build();
        return new Choice(
                build.target().os().word(),
                build.target().arch().word(),
                choice.glibc(),
                holes(build.archive().text()));
    }

    /** A name with the marks that the release fills in. */
    static String holes(String name) {
        return name.replace("{tag}", "@TAG@").replace("{version}", "@VERSION@");
    }
}
