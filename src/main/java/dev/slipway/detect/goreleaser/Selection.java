package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.Archives.Download;
import dev.slipway.detect.goreleaser.GoReleaser.Platform;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the archives a Slipway config can make: one for each platform, all with the same programs. The others are
 * listed as lost when the names are compared.
 *
 * @param chosen by triple, with the variant of the processor after it if it is not the usual one
 */
record Selection(Map<String, Download> chosen) {
    private static final List<String> FORMATS = List.of("tar.gz", "tgz", "tar.xz", "txz", "tar.zst", "zip");

    /**
     * The archives with the programs that are named like the project, else those with the first.
     *
     * @param winget whether winget installs one, which takes a zip
     */
    static Selection of(List<Download> downloads, boolean winget, Fields fields, Notes notes) {
        Set<String> main = downloads.stream()
                .filter(download -> download.programs().stream()
                        .anyMatch(program -> program.name(fields, "").equals(fields.project())))
                .map(Download::places)
                .findFirst()
                .or(() -> downloads.stream().map(Download::places).findFirst())
                .orElse(Set.of());
        Map<String, Download> chosen = new LinkedHashMap<>();
        Set<Machine> unknown = new LinkedHashSet<>();
        for (Download download : downloads) {
            boolean rust = download.programs().stream().allMatch(Program::rust);
            Optional<String> triple = download.machine().triple().filter(name -> rust || !name.startsWith("universal"));
            if (triple.isEmpty()) {
                unknown.add(download.machine());
            } else if (download.places().equals(main)) {
                chosen.merge(
                        triple.get() + key(download.machine()), download, (one, other) -> better(one, other, winget));
            }
        }
        for (Machine machine : unknown) {
            Section build = downloads.stream()
                    .filter(download -> download.machine().equals(machine))
                    .findFirst()
                    .orElseThrow()
                    .programs()
                    .get(0)
                    .section();
            notes.left.add(
                    new Left("targets", machine.words(), "Slipway does not build for this platform", build.from()));
        }
        return new Selection(chosen);
    }

    private static String key(Machine machine) {
        return machine.env().isEmpty() ? "" : " " + machine.env();
    }

    private static Download better(Download one, Download other, boolean winget) {
        return rank(other, winget) < rank(one, winget) ? other : one;
    }

    private static int rank(Download download, boolean winget) {
        boolean installed = winget
                && download.machine().os().equals("windows")
                && download.format().equals("zip");
        return installed ? -1 : FORMATS.contains(download.format()) ? 0 : download.bare() ? 1 : 2;
    }

    /** The programs of the archives, each once. */
    List<Program> programs() {
        Map<String, Program> programs = new LinkedHashMap<>();
        chosen.values()
                .forEach(download ->
                        download.programs().forEach(program -> programs.putIfAbsent(program.place(), program)));
        return List.copyOf(programs.values());
    }

    /** Every build that one of the archives takes a program from. */
    List<Program> builds() {
        Map<Section, Program> builds = new LinkedHashMap<>();
        chosen.values()
                .forEach(download ->
                        download.programs().forEach(program -> builds.putIfAbsent(program.section(), program)));
        return List.copyOf(builds.values());
    }

    /** Lists Go programs whose name differs between archives today, such as {@code tool-amd64}: it becomes the same in all. */
    void tellRenamed(Fields fields, Notes notes) {
        Map<Section, Set<String>> names = new LinkedHashMap<>();
        for (Download download : chosen.values()) {
            if (!download.bare()) {
                download.programs().stream()
                        .filter(program -> !program.rust())
                        .forEach(program -> names.computeIfAbsent(program.section(), any -> new LinkedHashSet<>())
                                .add(program.name(fields.of(download.machine(), ""))
                                        .text()));
            }
        }
        names.values().removeIf(all -> all.size() < 2);
        names.forEach((build, all) -> notes.part(
                build,
                "binary",
                build.summary("binary"),
                "the program has the same name in all archives, and no longer one such as '"
                        + all.iterator().next() + "'"));
    }

    List<Platform> platforms(Notes notes) {
        List<Platform> platforms = new ArrayList<>();
        chosen.forEach((triple, download) -> {
            String stem = download.stem().text();
            if (!download.stem().told()) {
                notes.left.add(new Left(
                        "archive.name",
                        stem,
                        "the name is unknown: " + download.stem().why(),
                        download.archive().from("name_template")));
            }
            Program first = download.programs().get(0);
            platforms.add(new Platform(
                    triple.replaceFirst(" .*", ""),
                    download.machine().env(),
                    download.machine().glibc(),
                    method(first, download.machine()),
                    stem,
                    download.ending(),
                    layout(download),
                    download.place()));
        });
        return platforms;
    }

    /** Rust programs are linked by Zig unless the config names another command. */
    private static Optional<String> method(Program program, Machine machine) {
        if (!program.rust() || !machine.os().equals("linux")) {
            return Optional.empty();
        }
        String tool = program.section().text("tool").orElse("cargo");
        String command = program.section().text("command").orElse("zigbuild");
        return tool.equals("cross")
                ? Optional.of("cross")
                : command.equals("zigbuild") ? Optional.of("zig") : Optional.empty();
    }

    static String layout(Download download) {
        return download.bare() ? "raw" : download.folder().text().isEmpty() ? "flat" : "dir";
    }
}
