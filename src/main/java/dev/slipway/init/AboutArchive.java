package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.source.English;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is in the archives, and how they are packed.
 *
 * @param shown whether somebody has shown one, so that what is in it is known
 */
record AboutArchive(
        Repository repository,
        AboutTargets targets,
        Optional<Naming> naming,
        boolean listed,
        boolean shown,
        Draft draft) {
    private static final String ONE_ARCHIVE =
            "run 'slipway init --against … --archive FILE' with an archive of the last release";

    private static final Map<String, String> FORMATS = formats();

    private static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put(".tar.gz", "tar.gz");
        formats.put(".tgz", "tar.gz");
        formats.put(".tar.xz", "tar.xz");
        formats.put(".txz", "tar.xz");
        formats.put(".tar.zst", "tar.zst");
        formats.put(".tzst", "tar.zst");
        formats.put(".zip", "zip");
        return formats;
    }

    void add(String tagPrefix) {
        Setting.Group keys = new Setting.Group();
        AboutArchiveName names = new AboutArchiveName(repository, targets, naming, listed, draft);
        names.add(tagPrefix, keys);
        Optional<Fact<FoundArchive>> others = typical(target -> target.os() != Os.WINDOWS);
        Optional<Fact<FoundArchive>> windows = typical(target -> target.os() == Os.WINDOWS);
        Optional<Fact<FoundArchive>> typical = others.or(() -> packed(false) ? Optional.empty() : windows);
        String other = layout(windows, true).orElse("");
        String usual = layout(others, false).orElse(other);
        if (!other.isEmpty() && !other.equals(usual)) {
            layouts(usual, others, other, windows, keys);
        } else {
            typical.ifPresent(archive -> layout(archive, keys));
        }
        unseen(others, windows);
        format(keys);
        names.undecided();
        typical.ifPresent(archive -> contents(archive, keys));
        unknown(typical);
        draft.put("archive", keys.keys());
        new AboutSums(repository, draft).add();
    }

    /** The one of a Linux build, whose scripts are the easiest to read; else any. */
    private Optional<Fact<FoundArchive>> typical(Predicate<Target> wanted) {
        return targets.found().entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(target -> target.os() != Os.LINUX)))
                .flatMap(entry -> entry.getValue().value().archive().stream()
                        .map(archive -> new Fact<>(archive, entry.getValue().from())))
                .filter(fact -> fact.value().layout().isPresent())
                .max(java.util.Comparator.comparingInt(
                        fact -> fact.value().generated().size()));
    }

    /** Whether Windows, or any other system, has archives. */
    private boolean packed(boolean windows) {
        return archives(windows).anyMatch(archive -> !archive.value().ending().isEmpty());
    }

    private Stream<Fact<FoundArchive>> archives(boolean windows) {
        return targets.found().entrySet().stream()
                .filter(entry -> entry.getKey().os() == Os.WINDOWS == windows)
                .map(Map.Entry::getValue)
                .flatMap(found -> found.value().archive().stream().map(archive -> new Fact<>(archive, found.from())));
    }

    /** What is known, or what an archive of which nothing is known most likely has. */
    private Optional<String> layout(Optional<Fact<FoundArchive>> known, boolean windows) {
        return known.flatMap(archive -> archive.value().layout())
                .or(() -> packed(windows) ? Optional.of("flat") : Optional.empty());
    }

    /** Says that names do not show what is in an archive. */
    private void unseen(Optional<Fact<FoundArchive>> others, Optional<Fact<FoundArchive>> windows) {
        boolean blind = packed(false) && others.isEmpty() || packed(true) && windows.isEmpty() && others.isEmpty();
        if (blind) {
            draft.guess("archive.layout", "flat", "file names do not show what an archive contains", ONE_ARCHIVE);
        }
    }

    /** Windows may have its own layout. */
    private void layouts(
            String usual,
            Optional<Fact<FoundArchive>> most,
            String other,
            Optional<Fact<FoundArchive>> windows,
            Setting.Group keys) {
        Setting.Group each = new Setting.Group();
        targets.targets().stream()
                .map(target -> target.os().word())
                .distinct()
                .filter(os -> List.of("linux", "macos", "freebsd").contains(os))
                .forEach(os -> each.word(os, usual));
        each.word(Os.WINDOWS.word(), other);
        most.ifPresent(this::otherFolder);
        keys.put("layout", each.keys());
        most.ifPresent(archive -> draft.taken("archive.layout", usual, "from " + archive.from()));
        windows.ifPresent(archive -> draft.taken("archive.layout", other, "on Windows, from " + archive.from()));
    }

    /** Where the config of another tool says this layout, which is not where it says the name. */
    private Optional<String> place(String layout) {
        return Optional.ofNullable(repository.release().takeover().keys().get(GoReleaser.LAYOUT))
                .filter(fact -> !shown && fact.value().equals(List.of(layout)))
                .map(Fact::from);
    }

    private void layout(Fact<FoundArchive> archive, Setting.Group keys) {
        otherFolder(archive);
        String layout = archive.value().layout().orElse("flat");
        if (layout.equals("bin") && !shown) {
            if (hasUsualFiles()) {
                draft.open(
                        "archive.layout",
                        "only the program was seen to be packed; archives also contain the license and the README of the"
                                + " repository unless you write 'bin'; from " + archive.from());
            }
            return;
        }
        if (!layout.equals("flat")) {
            keys.word("layout", layout);
        }
        long others = Stream.of(true, false)
                .flatMap(this::archives)
                .filter(other -> !other.value().ending().isEmpty()
                        && !other.value().layout().equals(archive.value().layout()))
                .count();
        if (others == 0) {
            draft.taken("archive.layout", layout, "from " + place(layout).orElse(archive.from()));
        } else {
            draft.guess(
                    "archive.layout",
                    layout,
                    "from " + archive.from() + "; "
                            + English.count(others, "other archive differs", "other archives differ")
                            + ", or could not be read",
                    ONE_ARCHIVE);
        }
    }

    /** Whether the repository has what archives contain if the config does not say it. */
    private boolean hasUsualFiles() {
        return repository
                .git()
                .tracked()
                .map(files -> files.stream().anyMatch(file -> file.matches("(?:LICEN[CS]E|README)[^/]*")))
                .orElse(true);
    }

    /** A manifest says the format, and cargo binstall tries both of its endings. */
    private void eitherEnding(Map<String, String> formats) {
        targets.found().values().stream()
                .filter(fact -> fact.from().contains("[package.metadata.binstall]"))
                .filter(fact -> fact.value()
                        .archive()
                        .filter(archive -> archive.ending().startsWith(".tar."))
                        .isPresent())
                .findFirst()
                .ifPresent(fact -> draft.guess(
                        "archive.format",
                        String.join(", ", new TreeSet<>(formats.values())),
                        "from " + fact.from() + ", for which files may also end with '"
                                + fact.value().archive().orElseThrow().ending().replace(".tar.", ".t")
                                + "'",
                        AboutTargets.LAST_RELEASE));
    }

    private void otherFolder(Fact<FoundArchive> archive) {
        archive.value()
                .folder()
                .ifPresent(folder -> draft.left(
                        "archive.layout",
                        folder + "/",
                        "'dir' gives the folder the name of the archive, so scripts that use the old one fail; from "
                                + archive.from()));
    }

    private void format(Setting.Group keys) {
        Map<String, String> found = new LinkedHashMap<>();
        targets.found()
                .forEach((target, fact) -> fact.value().archive().ifPresent(archive -> {
                    String format = FORMATS.get(archive.ending());
                    if (format != null && target.os() != Os.OTHER) {
                        found.putIfAbsent(target.os().word(), format);
                    }
                    boolean program = archive.layout().equals(Optional.of("raw"));
                    if (program) {
                        return; // the program itself, under the name that it keeps
                    }
                    if (format == null && !archive.ending().isEmpty()
                            || !FORMATS.getOrDefault(archive.ending(), "")
                                    .equals(archive.ending().replaceFirst("^\\.", ""))) {
                        String usual = target.os() == Os.WINDOWS ? "zip" : "tar.gz";
                        draft.left(
                                "archive.format",
                                archive.ending(),
                                "becomes '" + found.getOrDefault(target.os().word(), usual)
                                        + "'; installers may still look for the old name; from " + fact.from());
                    }
                }));
        if (!listed) {
            eitherEnding(found);
        }
        Map<String, String> special = new LinkedHashMap<>();
        found.forEach((os, format) -> {
            if (!format.equals(os.equals(Os.WINDOWS.word()) ? "zip" : "tar.gz")) {
                special.put(os, format);
            }
        });
        if (!special.isEmpty() && found.values().stream().distinct().count() == 1) {
            keys.word("format", found.values().iterator().next());
        } else if (!special.isEmpty()) {
            Setting.Group each = new Setting.Group();
            special.forEach(each::word);
            keys.put("format", each.keys());
        }
    }

    private void contents(Fact<FoundArchive> archive, Setting.Group keys) {
        List<String> include = new ArrayList<>(archive.value().include());
        boolean usual = include.stream().allMatch(pattern -> pattern.matches("(?i)(licen(c|s|\\[cs])e|readme)[^/]*"));
        boolean alone =
                archive.value().layout().filter(layout -> layout.equals("bin")).isPresent();
        if (shown && include.isEmpty() && !alone) {
            keys.words("include", include);
            draft.taken("archive.include", "[]", "only the program, from " + archive.from());
        } else if (!usual && !alone) {
            keys.words("include", include);
            draft.taken(
                    "archive.include", include.isEmpty() ? "[]" : String.join(", ", include), "from " + archive.from());
        }
        if (!archive.value().generated().isEmpty()) {
            Setting.Group generate = new Setting.Group();
            archive.value().generated().forEach((path, words) -> {
                generate.word(path, "{bin} " + words);
                draft.taken("archive.generate", path, "'" + words + "', from " + archive.from());
            });
            keys.put("generate", generate.keys());
        }
    }

    /** Files of any archive that the repository does not have; those of the typical one first. */
    private void unknown(Optional<Fact<FoundArchive>> typical) {
        Map<String, String> places = new LinkedHashMap<>();
        Stream.concat(typical.stream(), Stream.of(false, true).flatMap(this::archives))
                .forEach(
                        archive -> archive.value().unknown().forEach(file -> places.putIfAbsent(file, archive.from())));
        Set<String> made =
                typical.map(archive -> archive.value().generated().keySet()).orElse(Set.of());
        places.keySet().removeAll(made);
        List<String> programs = places.keySet().stream()
                .filter(file -> file.startsWith(FoundArchive.PROGRAM))
                .toList();
        programs.forEach(program -> {
            String path = program.substring(FoundArchive.PROGRAM.length());
            draft.left("archive.layout", path, Contents.moved(path) + "; from " + places.remove(program));
        });
        places.forEach((file, place) -> draft.left(
                "archive.include",
                file.replaceFirst(FoundArchive.COPY + ".*", ""),
                without(file.replaceFirst("^.*" + FoundArchive.COPY, ""), file) + "; from " + place));
    }

    /** Why a file is not in the archive, or a folder that may be that of the repository with what a build adds. */
    private static String without(String folder, String file) {
        if (file.contains(" from ")) {
            return "'archive.include' keeps the name of a file, so this one has another";
        }
        return folder.equals(file)
                ? "not in the repository; use 'archive.generate' for files that the program prints"
                : "it may be a copy of '" + folder
                        + "' with what a build adds; write a pattern for each of its folders, such as '" + folder
                        + "* => " + folder + "', and with '{build}/' for what is added";
    }
}
