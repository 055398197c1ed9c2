package dev.slipway.detect.jreleaser;

import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what JReleaser packs itself: each assembler makes a distribution of its name. */
record Assemblers(Section root, Names names, Surroundings around, Found found) {
    private static final String ARCHIVE = "{{distributionName}}-{{projectVersion}}";
    private static final String HERE = "the name has the platform of the machine that packs it";

    /**
     * A kind of assembler.
     *
     * @param key what the config calls it
     * @param name the key of the name of its files
     * @param platforms the key of the platforms that it is for; empty if its files are for all
     */
    private record Kind(String key, String name, String platforms) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("archive", "archiveName", ""),
            new Kind("javaArchive", "archiveName", ""),
            new Kind("jlink", "imageName", "targetJdks"),
            new Kind("nativeImage", "imageName", "graalJdks"));

    void read(boolean uploaded) {
        Section assemble = root.section("assemble");
        boolean active = Active.unlessOff(assemble);
        KINDS.forEach(kind -> {
            Section all = assemble.section(kind.key());
            all.names().forEach(name -> {
                Section one = all.section(name);
                boolean made = Active.is(one) && active && uploaded;
                boolean exported = one.text("exported").filter("false"::equals).isEmpty();
                if (made && exported) {
                    pack(kind, one, name);
                }
                one.skipAll();
            });
        });
        for (String key : List.of("jpackage", "deb")) {
            Section all = assemble.section(key);
            all.names().forEach(name -> {
                Section one = all.section(name);
                boolean exported = one.text("exported").filter("false"::equals).isEmpty();
                if (Active.is(one) && active && exported && uploaded) {
                    found.left.add(new Left(
                            one.path(),
                            kinds(key, one),
                            "files of this kind are no longer created; their names are known only during a run",
                            one.from()));
                }
                one.skipAll();
            });
        }
    }

    private static String kinds(String key, Section one) {
        List<String> types = new ArrayList<>();
        List.of("osx", "linux", "windows")
                .forEach(system -> types.addAll(one.section(system).texts("types")));
        return key.equals("deb") ? "deb" : types.isEmpty() ? "installers of jpackage" : String.join(", ", types);
    }

    private void pack(Kind kind, Section one, String name) {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("distributionName", name);
        own.put("distributionExecutable", one.text("executable").orElse(name));
        List<String> formats = formats(one);
        if (kind.key().equals("nativeImage")) {
            Distributions.nativeProgram(around, found, one.from());
        }
        String template =
                one.text("imageNameTransform").or(() -> one.text(kind.name())).orElse(usual(kind, one));
        if (kind.platforms().isEmpty()) {
            boolean here = one.flag("attachPlatform");
            rows(one).forEach(row -> {
                String stem = names.with(own).with(row).fill(template).text();
                add(one, here ? stem + "-" + Symbols.UNKNOWN : stem, formats, here);
            });
        } else {
            platforms(kind, one, names.with(own).fill(template).text(), formats);
        }
    }

    /** One file for each platform and format. */
    private void platforms(Kind kind, Section one, String stem, List<String> formats) {
        Map<String, String> replacements = Platforms.replacements(root, one);
        List<Section> platforms = one.sections(kind.platforms());
        for (Section platform : platforms) {
            String word = Platforms.replaced(platform.text("platform").orElse(Symbols.UNKNOWN), replacements);
            Map<String, String> skips = platform.pairs("extraProperties");
            List<String> wanted = formats.stream()
                    .filter(format ->
                            !skips.getOrDefault("skip" + capital(format), "").equals("true"))
                    .toList();
            if (Active.unlessOff(platform)) {
                add(platform, stem + "-" + word, wanted, false);
            }
        }
        if (platforms.isEmpty()) {
            add(one, stem + "-" + Symbols.UNKNOWN, formats, true);
        }
    }

    private static String usual(Kind kind, Section one) {
        return switch (kind.key()) {
            case "jlink" -> "{{projectJavaGroupId}}.{{projectJavaArtifactId}}-{{projectVersion}}";
            case "nativeImage" -> "{{distributionExecutable}}-{{projectVersion}}";
            default -> ARCHIVE;
        };
    }

    /** What each row of a matrix adds to the names of templates. */
    private static List<Map<String, String>> rows(Section one) {
        List<Map<String, String>> rows = one.section("matrix").sections("rows").stream()
                .map(row -> {
                    Map<String, String> named = new LinkedHashMap<>();
                    row.names().forEach(name -> row.text(name).ifPresent(value -> named.put("matrix." + name, value)));
                    return named;
                })
                .toList();
        return rows.isEmpty() ? List.of(Map.of()) : rows;
    }

    private void add(Section from, String stem, List<String> formats, boolean here) {
        for (String format : formats) {
            String name = stem + "." + format;
            if (here && listed(from)) {
                return; // the distribution of the same name lists the files of all machines
            }
            if (here || name.contains(Symbols.UNKNOWN)) {
                found.left.add(
                        new Left(from.path(), name, here ? HERE : "the name is known only during a run", from.from()));
            }
            found.asset(new Found.Asset(name, from.from(), "artifacts", true, true));
        }
    }

    private boolean listed(Section assembler) {
        String name = assembler.path().substring(assembler.path().lastIndexOf('.') + 1);
        return root.section("distributions").section(name).has("artifacts");
    }

    private static List<String> formats(Section one) {
        List<String> formats = one.texts("formats").stream()
                .map(format -> format.toLowerCase(Locale.ROOT).replace('_', '.'))
                .toList();
        return formats.isEmpty() ? List.of("zip") : formats;
    }

    private static String capital(String format) {
        String plain = format.replace(".", "");
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
