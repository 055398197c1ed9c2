package dev.slipway.blueprint;

import dev.slipway.model.workflow.Text;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The script that packs: a function with what all archives share, and a call for each archive. */
final class PackScript {
    private final ReleasePlan plan;
    private final PackedFiles files;
    private final List<Build> packed;

    PackScript(ReleasePlan plan) {
        this.plan = plan;
        this.files = new PackedFiles(plan);
        this.packed = files.packed();
    }

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(packed.isEmpty() ? "mkdir -p dist" : packing());
        if (plan.builds().anyMatch(build -> files.of(build).raw())) {
            parts.add(Scripts.read("pack-program"));
        }
        if (plan.builds().anyMatch(build -> build.own().experimental())) {
            parts.add(Scripts.read("pack-experimental"));
        }
        List<String> calls = new ArrayList<>();
        for (BuildGroup group : plan.groups()) {
            group.builds().forEach(build -> calls.add(call(group, build)));
        }
        parts.add(String.join("\n", calls));
        return String.join("\n\n", parts);
    }

    /** The function {@code pack}, for what differs between projects and not between archives. */
    private String packing() {
        String script = Scripts.read("pack")
                .replace("  add_files\n", files.commands().indent(2))
                .replace("  compress\n", compress().indent(2));
        if (plan.shipped().stream().allMatch(Shipped::folder)) {
            script = script.replace(
                    "install -m 755 \"$built/$file\" \"$folder/\"", "tar -xf \"$built/$file\" -C \"$folder\"");
        }
        return folder(script);
    }

    /** For archives with everything in a folder that has the name of the archive. */
    private String folder(String script) {
        if (packed.stream().noneMatch(build -> files.of(build).inFolder())) {
            return script;
        }
        Set<String> endings = new LinkedHashSet<>();
        packed.stream()
                .filter(build -> files.of(build).inFolder())
                .forEach(build ->
                        endings.add(files.of(build).ending(build.target().os())));
        boolean all = packed.stream().allMatch(build -> files.of(build).inFolder());
        if (endings.size() == 1 && all) {
            return script.replace(
                    "folder=packed/$2 ",
                    "folder=packed/$2/${2%" + endings.iterator().next() + "} ");
        }
        String stem = "  local stem=${archive%.zip}\n";
        String into = "folder+=/${stem%.tar.*}";
        return script.replace(
                "  mkdir -p \"$folder\"\n",
                stem + (all ? "  " + into + "\n" : "  if [[ $LAYOUT == dir ]]; then " + into + "; fi\n")
                        + "  mkdir -p \"$folder\"\n");
    }

    private String compress() {
        Set<String> formats = new LinkedHashSet<>();
        packed.forEach(
                build -> formats.add(files.of(build).format(build.target().os())));
        if (formats.size() == 1) {
            return compress(formats.iterator().next());
        }
        StringBuilder choice = new StringBuilder("case $archive in\n");
        formats.forEach(format -> choice.append("  *.")
                .append(format)
                .append(")\n")
                .append(compress(format).indent(4))
                .append("    ;;\n"));
        return choice.append("esac").toString();
    }

    /** One thread: how many processors a machine has must not show in the bytes. */
    private static String compress(String format) {
        String gzip = "gzip -9 -n";
        return switch (format) {
            case "zip" -> Scripts.read("compress-zip");
            case "tar.xz" -> Scripts.read("compress-tar").replace(gzip, "xz -9 --threads=1");
            case "tar.zst" -> Scripts.read("compress-tar").replace(gzip, "zstd -19 --single-thread --stdout");
            default -> Scripts.read("compress-tar");
        };
    }

    private String call(BuildGroup group, Build build) {
        List<String> words = new ArrayList<>();
        if (!files.of(build).raw()) {
            layout(build).ifPresent(words::add);
        }
        if (build.own().experimental()) {
            words.add("try");
        }
        words.add(files.of(build).raw() ? "take" : "pack");
        words.add(Steps.artifact(plan, Text.of(build.platform())).source());
        String archive = build.archive().inShell();
        words.add(archive.contains("$") ? "\"" + archive + "\"" : archive);
        new BuildArtifacts(plan, group).programs(build).forEach(words::add);
        return String.join(" ", words);
    }

    /** The folder of an archive's contents below {@code packed}, for double quotes in a shell. */
    static String place(ReleasePlan plan, Build build) {
        Packing packing = plan.packing().of(build.target().os());
        String archive = build.archive().inShell();
        String ending = packing.ending(build.target().os());
        return packing.inFolder() ? archive + "/" + archive.substring(0, archive.length() - ending.length()) : archive;
    }

    /** Windows may have its own layout. */
    private Optional<String> layout(Build build) {
        boolean mixed =
                packed.stream().map(it -> layout(files.of(it))).distinct().count() > 1;
        return mixed ? Optional.of("LAYOUT=" + layout(files.of(build))) : Optional.empty();
    }

    private static String layout(Packing packing) {
        if (packing.inFolder()) {
            return "dir";
        }
        return PackedFiles.bare(packing) ? "bin" : "flat";
    }
}
