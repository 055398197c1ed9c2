package dev.slipway.blueprint;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps that make archives of what the builds have uploaded: in one job, on Linux, whatever the archives are for. They
 * need the sources in the work tree, and leave the archives in {@code dist} and what they hold in {@code packed}.
 */
final class Packer {
    private final ReleasePlan plan;
    private final Released released;

    private Packer(ReleasePlan plan, Released released) {
        this.plan = plan;
        this.released = released;
    }

    static List<Step> steps(ReleasePlan plan, Released released) {
        return new Packer(plan, released).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(Uses.action("Download the programs", plan.actions().of("actions/download-artifact"))
                .with("pattern", plan.project().name() + "-*")
                .with("path", "built"));
        if (!plan.packing().generated().isEmpty()) {
            steps.add(Uses.action("Download the generated files", plan.actions().of("actions/download-artifact"))
                    .with("name", Packing.EXTRAS)
                    .with("path", Packing.EXTRAS));
        }
        steps.add(pack());
        files().ifPresent(steps::add);
        return steps;
    }

    private Run pack() {
        List<String> parts = new ArrayList<>();
        if (builds().stream().anyMatch(build -> !of(build).raw())) {
            parts.add(packing());
        } else {
            parts.add("mkdir -p dist");
        }
        if (builds().stream().anyMatch(build -> of(build).raw())) {
            parts.add(Scripts.read("pack-program"));
        }
        if (builds().stream().anyMatch(build -> build.own().experimental())) {
            parts.add(Scripts.read("pack-experimental"));
        }
        List<String> calls = new ArrayList<>();
        for (BuildGroup group : plan.groups()) {
            group.builds().forEach(build -> calls.add(call(group, build)));
        }
        parts.add(String.join("\n", calls));
        String script = String.join("\n\n", parts);
        Run run = Run.script("Pack", script);
        return script.contains("${TAG") ? run.env("TAG", released.tag()) : run;
    }

    /** The function {@code pack}, for what differs between projects and not between archives. */
    private String packing() {
        String script = Scripts.read("pack")
                .replace(
                        "  add_files\n", packed().stream().allMatch(build -> bare(of(build))) ? "" : adding().indent(2))
                .replace("  compress\n", compress().indent(2));
        if (plan.shipped().stream().allMatch(Shipped::folder)) {
            script = script.replace(
                    "install -m 755 \"$built/$file\" \"$folder/\"", "tar -xf \"$built/$file\" -C \"$folder\"");
        }
        return folder(script);
    }

    /** The commands that add the files beside the programs. */
    private String adding() {
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> folders = new LinkedHashMap<>();
        for (String line : required()) {
            int into = line.indexOf(Packing.INTO);
            String folder = into < 0 ? "" : line.substring(into + Packing.INTO.length());
            String pattern = into < 0 ? line : line.substring(0, into);
            folders.computeIfAbsent(folder, it -> new ArrayList<>())
                    .add(pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern);
        }
        List<String> inside = folders.keySet().stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> "\"$folder/" + folder + "\"")
                .toList();
        if (!inside.isEmpty()) {
            lines.add("mkdir -p " + String.join(" ", inside));
        }
        folders.forEach(
                (folder, files) -> lines.add("cp -RL " + String.join(" ", files) + " \"$folder/" + folder + "\""));
        if (!optional().isEmpty()) {
            lines.add("for file in " + String.join(" ", optional()) + "; do");
            lines.add("  if [[ -e $file ]]; then cp -RL \"$file\" \"$folder/\"; fi # a project may lack them");
            lines.add("done");
        }
        return packed().stream().anyMatch(build -> bare(of(build)))
                ? "if [[ $LAYOUT != bin ]]; then\n" + String.join("\n", lines).indent(2) + "fi"
                : String.join("\n", lines);
    }

    /** Where all lies in a folder that is named like the archive. */
    private String folder(String script) {
        if (packed().stream().noneMatch(build -> of(build).inFolder())) {
            return script;
        }
        Set<String> endings = new LinkedHashSet<>();
        packed().stream()
                .filter(build -> of(build).inFolder())
                .forEach(build -> endings.add(of(build).ending(build.target().os())));
        boolean all = packed().stream().allMatch(build -> of(build).inFolder());
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
        packed().forEach(build -> formats.add(of(build).format(build.target().os())));
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
        if (!of(build).raw()) {
            layout(build).ifPresent(words::add);
        }
        if (build.own().experimental()) {
            words.add("try");
        }
        words.add(of(build).raw() ? "take" : "pack");
        words.add(Steps.artifact(plan, Text.of(build.platform())).source());
        String archive = build.archive().inShell();
        words.add(archive.contains("$") ? "\"" + archive + "\"" : archive);
        new Handover(plan, group).programs(build).forEach(words::add);
        return String.join(" ", words);
    }

    /** Windows may have a layout of its own. */
    private Optional<String> layout(Build build) {
        boolean mixed = packed().stream().map(it -> layout(of(it))).distinct().count() > 1;
        return mixed ? Optional.of("LAYOUT=" + layout(of(build))) : Optional.empty();
    }

    private static String layout(Packing packing) {
        if (packing.inFolder()) {
            return "dir";
        }
        return bare(packing) ? "bin" : "flat";
    }

    private static boolean bare(Packing packing) {
        return packing.include().isEmpty() && packing.generated().isEmpty();
    }

    /** The files that an archive has to have; those of the artifact are where any build has them. */
    private List<String> required() {
        List<String> files = new ArrayList<>();
        Packing packing = packed().stream()
                .map(this::of)
                .filter(it -> !bare(it))
                .findFirst()
                .orElseThrow();
        packing.generated().forEach(file -> files.add(file.include()));
        if (packing.strict()) {
            files.addAll(include());
        }
        return files;
    }

    private List<String> include() {
        Set<List<String>> all = new LinkedHashSet<>();
        Set<List<String>> anywhere = new LinkedHashSet<>();
        for (BuildGroup group : plan.groups()) {
            for (Build build : group.builds()) {
                if (!bare(of(build))) {
                    List<String> files = new Handover(plan, group).include(build);
                    all.add(files);
                    anywhere.add(files.stream()
                            .map(file -> file.replace("/" + build.recipe().target() + "/", "/*/"))
                            .toList());
                }
            }
        }
        return all.size() == 1 ? all.iterator().next() : anywhere.iterator().next();
    }

    private List<String> optional() {
        return packed().stream()
                .map(build -> optional(of(build)))
                .filter(files -> !files.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> optional(Packing packing) {
        return packing.strict() ? List.of() : packing.include();
    }

    /** The files of the repository that a release has beside its archives. */
    private Optional<Run> files() {
        if (plan.release().files().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Run.script(
                "Add the other files",
                String.join(
                        "\n",
                        plan.release().files().stream()
                                .map(file -> "cp " + file.path() + " " + Steps.DIST + "/" + file.name())
                                .toList())));
    }

    private List<Build> packed() {
        return builds().stream().filter(build -> !of(build).raw()).toList();
    }

    private List<Build> builds() {
        return plan.builds().toList();
    }

    private Packing of(Build build) {
        return plan.packing().of(build.target().os());
    }
}
