package dev.slipway.detect.goreleaser;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.goreleaser.Archives.Download;
import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a config from its top to its end; what nobody has read then is said. */
record ConfigReading(String file, Section root, Surroundings around) {
    GoReleaser read() {
        Notes notes = new Notes();
        Fields fields = Fields.of(root, around);
        notes.text(GoReleaser.PROJECT, fields.project(), root.from("project_name"));
        List.of("version", "project_name", "dist", "pro").forEach(root::skip);
        Programs reading = new Programs(root, fields, old(), notes);
        List<Program> built = reading.read();
        List<Program> all = reading.united(built);
        Archives archives = new Archives(root, fields, notes);
        List<Download> downloads = around.onlyBuilds() ? archives.bare(all) : archives.read(all);
        downloads.forEach(
                download -> notes.asset(download.asset(fields), download.stem(), download.ending(), download.place()));
        List<Said<String>> own = List.copyOf(notes.assets);
        List<Download> offered = offered(downloads, built, fields, notes);
        Selection selection = Selection.of(offered, root.has("winget"), fields, notes);
        GoReleaser.Platform[] platforms = selection.platforms(notes).toArray(GoReleaser.Platform[]::new);
        new ToolchainKeys(root, fields, around, notes).add(selection);
        layout(selection, notes);
        selection.tellRenamed(fields, notes);
        contents(all, offered, selection, fields, notes);
        Images images = Images.read(root, fields, around.tree(), notes);
        new PackageKeys(root, fields, around, notes).add(all);
        new Installers(root, fields, all, notes).add();
        new ReleaseKeys(root, fields, around, notes).add();
        Said<String> sums = new DerivedFiles(root, fields, all, around.sums(), notes).add();
        included(notes);
        notes.left.addAll(root.unread());
        return new GoReleaser(
                file,
                List.of(platforms),
                sums,
                images.names(),
                images.dockerfiles(),
                images.stage(),
                notes.keys,
                around.onlyBuilds() ? own : notes.assets,
                notes.extra,
                notes.left,
                notes.open);
    }

    /** Newer ones read no other version of a config. */
    private boolean old() {
        return around.old() || !root.text("version").equals(Optional.of("2"));
    }

    /**
     * Go programs are built for one processor each. If an old release has only one for both processors of a Mac, each
     * gets a file, unless its name would be that of the old one: that is no program for one processor.
     */
    private List<Download> offered(List<Download> downloads, List<Program> built, Fields fields, Notes notes) {
        boolean universal = downloads.stream()
                .anyMatch(download -> download.machine().equals(Machine.universal())
                        && !download.programs().get(0).rust());
        if (!universal) {
            return downloads;
        }
        Set<Machine> known = downloads.stream().map(Download::machine).collect(Collectors.toSet());
        Set<String> taken = downloads.stream().map(ConfigReading::name).collect(Collectors.toSet());
        List<Download> single = new Archives(root, fields, new Notes())
                .read(built).stream()
                        .filter(download -> download.machine().os().equals("darwin")
                                && !known.contains(download.machine())
                                && !taken.contains(name(download)))
                        .toList();
        if (!single.isEmpty()) {
            notes.open.add(new Said<>(
                    "no universal program for macOS is built: people get one file per processor, such as '"
                            + name(single.get(0)) + "'; from " + root.from("universal_binaries"),
                    "targets"));
        }
        List<Download> all = new ArrayList<>(downloads);
        all.addAll(single);
        return all;
    }

    private static String name(Download download) {
        return download.stem().text() + download.ending();
    }

    /** What other files say is not known, so nothing of what follows from this one alone is certain. */
    private void included(Notes notes) {
        root.skip("partial"); // ours are built in parts in any case
        if (root.has("template_files")) {
            notes.left(root, "template_files", Takeover.Left.NOT_READ);
        }
        Section monorepo = root.section("monorepo");
        monorepo.text("tag_prefix")
                .filter(prefix -> prefix.contains("{") || !prefix.matches(".*[-_/@]v?")) // others go into 'tag'
                .ifPresent(prefix -> notes.open.add(new Said<>(
                        "GoReleaser releases at tags that begin with '" + prefix
                                + "', the prefix of this project; write them here; from " + monorepo.from("tag_prefix"),
                        "tag")));
        root.skip("includes");
        root.include().ifPresent(include -> {
            notes.left(root, "includes", Takeover.Left.NOT_READ + ": not all of it is in the repository");
            notes.open.add(new Said<>(
                    "'" + include + "' includes a config that cannot be read here and may set every key that '" + file
                            + "' leaves out; 'slipway init --against', with the files of the last release, shows what it"
                            + " builds",
                    "archive.name"));
        });
    }

    /** Only that of Windows may differ from the others. */
    private static void layout(Selection selection, Notes notes) {
        selection.chosen().values().stream()
                .filter(download -> !download.bare()
                        && !download.archive().flag("strip_binary_directory")
                        && !download.archive().flag("strip_parent_binary_folder"))
                .flatMap(download -> download.programs().stream())
                .filter(program -> program.binary().contains("/"))
                .findFirst()
                .ifPresent(program -> notes.part(
                        program.section(),
                        "binary",
                        program.binary(),
                        "archives contain the program without this folder"));
        selection.chosen().values().stream()
                .filter(download -> Selection.layout(download).equals("dir"))
                .findFirst()
                .ifPresent(download ->
                        notes.text(GoReleaser.LAYOUT, "dir", download.archive().from("wrap_in_directory")));
        Set<String> unix = selection.chosen().values().stream()
                .filter(download -> !download.machine().os().equals("windows"))
                .map(Selection::layout)
                .collect(Collectors.toSet());
        selection.chosen().values().stream()
                .map(Download::archive)
                .distinct()
                .forEach(archive -> differing(archive, selection, unix, notes));
        selection.chosen().values().stream()
                .filter(download -> !download.folder().text().isEmpty()
                        && !download.folder().text().equals(download.stem().text()))
                .map(Download::archive)
                .distinct()
                .forEach(archive -> notes.part(
                        archive,
                        "wrap_in_directory",
                        archive.summary("wrap_in_directory"),
                        "the folder in an archive has the name of the archive"));
    }

    private static void differing(Section archive, Selection selection, Set<String> unix, Notes notes) {
        Set<String> own = selection.chosen().values().stream()
                .filter(download -> download.archive() == archive
                        && !download.machine().os().equals("windows"))
                .map(Selection::layout)
                .collect(Collectors.toSet());
        if (unix.size() > 1 && !own.isEmpty()) {
            notes.part(
                    archive, "wrap_in_directory", String.join(", ", own), "Linux, macOS and FreeBSD share one layout");
        }
    }

    /** Archives of all systems hold the same files in addition to the programs; those of the first are taken. */
    private void contents(
            List<Program> programs, List<Download> downloads, Selection selection, Fields fields, Notes notes) {
        List<Section> archives = selection.chosen().values().stream()
                .filter(download -> !download.bare())
                .map(Download::archive)
                .distinct()
                .toList();
        List<String> taken = List.of();
        for (int i = 0; i < archives.size(); i++) {
            Section archive = archives.get(i);
            ArchiveFiles files = new ArchiveFiles(archive, fields, around.tree(), i == 0 ? notes : new Notes());
            List<String> include = files.include();
            if (i == 0) {
                taken = include;
                if (!files.usual(include)) {
                    notes.texts("archive.include", include, archive.from("files"));
                }
            } else if (!include.equals(taken)) {
                notes.part(
                        archive,
                        "files",
                        String.join(", ", include),
                        "archives of all systems contain the same files, those of "
                                + archives.get(0).path());
            }
        }
        List<Section> made = selection.chosen().values().stream()
                .map(Download::archive)
                .distinct()
                .toList();
        downloads.stream()
                .map(Download::archive)
                .distinct()
                .filter(archive -> !made.contains(archive))
                .forEach(archive -> notes.whole(
                        archive,
                        archive.text("id").orElse("archive"),
                        "not created; there is one archive per platform"));
        List<Section> packed = downloads.stream()
                .flatMap(download -> download.programs().stream())
                .map(Program::section)
                .toList();
        List<Section> built = selection.builds().stream().map(Program::section).toList();
        downloads.stream()
                .flatMap(download -> download.programs().stream())
                .map(Program::section)
                .distinct()
                .filter(build -> !built.contains(build))
                .forEach(build -> notes.whole(build, build.text("id").orElse("build"), GoReleaser.NOT_BUILT));
        programs.stream()
                .map(Program::section)
                .distinct()
                .filter(build -> !packed.contains(build))
                .forEach(build -> notes.whole(
                        build,
                        build.text("id").orElse("build"),
                        "not built, because no archive contains it" + packagedInstead(build)));
    }

    /** Packages hold the programs of the archives, even if they held another build of them so far. */
    private String packagedInstead(Section build) {
        String id = build.text("id").orElse("");
        List<String> packages = Stream.of("nfpms", "nfpm")
                .flatMap(key -> root.sections(key).stream())
                .filter(section -> section.texts("ids").contains(id)
                        || section.texts("builds").contains(id))
                .map(Section::path)
                .toList();
        return packages.isEmpty()
                ? ""
                : "; the packages of '" + String.join("', '", packages)
                        + "', which contain it today, get the program of the archives";
    }
}
