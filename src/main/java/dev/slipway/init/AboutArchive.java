package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.FoundArchive;
import dev.slipway.detect.Repository;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the archives are called, and what lies in them. */
record AboutArchive(Repository repository, AboutTargets targets, Optional<Naming> naming, Draft draft) {
    private static final String USUAL_NAME = "{name}-{tag}-{platform}";
    private static final Map<String, String> FORMATS = formats();

    private static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put(".tar.gz", "tar.gz");
        formats.put(".tgz", "tar.gz");
        formats.put(".tar.xz", "tar.xz");
        formats.put(".txz", "tar.xz");
        formats.put(".tar.zst", "tar.zst");
        formats.put(".zip", "zip");
        return formats;
    }

    void add(String tagPrefix) {
        Setting.Group keys = new Setting.Group();
        name(tagPrefix, keys);
        Optional<Fact<FoundArchive>> typical =
                typical(target -> target.os() != Os.WINDOWS).or(() -> typical(target -> true));
        Optional<Fact<FoundArchive>> windows = typical(target -> target.os() == Os.WINDOWS);
        boolean apart = windows.isPresent()
                && typical.isPresent()
                && !windows.get().value().layout().equals(typical.get().value().layout());
        if (apart) {
            layouts(typical.get(), windows.get(), keys);
        } else {
            layout(typical, keys);
        }
        format(keys);
        typical.ifPresent(archive -> contents(archive, keys));
        draft.put("archive", keys.keys());
        sums();
    }

    private void name(String tagPrefix, Setting.Group keys) {
        naming.ifPresent(names -> {
            String template = names.template(tagPrefix);
            if (!template.equals(USUAL_NAME)) {
                keys.word("name", template);
            }
            draft.taken("archive.name", template, "from " + names.text().from());
        });
        if (naming.isEmpty() && repository.release().exists()) {
            draft.open("archive.name", "compare '" + USUAL_NAME + "' with the files of your last release");
        }
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

    /** Windows may have a layout of its own. */
    private void layouts(Fact<FoundArchive> most, Fact<FoundArchive> windows, Setting.Group keys) {
        Setting.Group each = new Setting.Group();
        String usual = most.value().layout().orElse("flat");
        targets.targets().stream()
                .map(target -> target.os().word())
                .distinct()
                .filter(os -> List.of("linux", "macos", "freebsd").contains(os))
                .forEach(os -> each.word(os, usual));
        String other = windows.value().layout().orElse("flat");
        each.word(Os.WINDOWS.word(), other);
        keys.put("layout", each.keys());
        draft.taken("archive.layout", usual, "from " + most.from());
        draft.taken("archive.layout", other, "on Windows, from " + windows.from());
    }

    private void layout(Optional<Fact<FoundArchive>> typical, Setting.Group keys) {
        typical.ifPresent(archive -> {
            String layout = archive.value().layout().orElse("flat");
            if (layout.equals("bin")) {
                draft.open(
                        "archive.layout",
                        "archives held programs alone; licences and readme now lie beside them, unless you write 'bin'");
                return;
            }
            if (!layout.equals("flat")) {
                keys.word("layout", layout);
            }
            draft.taken("archive.layout", layout, "from " + archive.from());
        });
    }

    private void format(Setting.Group keys) {
        Map<String, String> found = new LinkedHashMap<>();
        targets.found()
                .forEach((target, fact) -> fact.value().archive().ifPresent(archive -> {
                    String format = FORMATS.get(archive.ending());
                    if (format != null && target.os() != Os.OTHER) {
                        found.putIfAbsent(target.os().word(), format);
                    }
                    if (format == null && !archive.ending().isEmpty()
                            || !FORMATS.getOrDefault(archive.ending(), "")
                                    .equals(archive.ending().replaceFirst("^\\.", ""))) {
                        draft.left(
                                "archive.format",
                                archive.ending(),
                                "written as '" + FORMATS.getOrDefault(archive.ending(), "tar.gz")
                                        + "'; installers may look for the old name; from " + fact.from());
                    }
                }));
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
        boolean usual = include.stream().allMatch(pattern -> pattern.matches("(?i)(licen[cs]e|readme)[^/]*"));
        boolean alone =
                archive.value().layout().filter(layout -> layout.equals("bin")).isPresent();
        if (!usual && !alone) {
            keys.words("include", include);
            draft.taken("archive.include", String.join(", ", include), "from " + archive.from());
        }
        archive.value()
                .unknown()
                .forEach(file -> draft.left(
                        "archive.include",
                        file,
                        "not a file of the repository; 'archive.generate' takes what programs print; from "
                                + archive.from()));
        if (!archive.value().generated().isEmpty()) {
            Setting.Group generate = new Setting.Group();
            archive.value().generated().forEach((path, words) -> {
                generate.word(path, "{bin} " + words);
                draft.taken("archive.generate", path, "'" + words + "', from " + archive.from());
            });
            keys.put("generate", generate.keys());
        }
    }

    private void sums() {
        repository.release().sums().ifPresent(sums -> {
            if (!sums.value().equals("per-file")) {
                draft.put("checksums", new Setting.Word(sums.value()));
            }
            draft.taken("checksums", sums);
        });
    }
}
