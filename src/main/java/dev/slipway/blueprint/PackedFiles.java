package dev.slipway.blueprint;

import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that archives contain in addition to the programs, as commands that copy them into {@code $folder}. */
record PackedFiles(ReleasePlan plan) {
    /** The commands; empty if archives contain only programs. */
    String commands() {
        List<Packing> all = packed().stream().map(this::of).toList();
        List<Packing> holding = all.stream().filter(packing -> !bare(packing)).toList();
        if (holding.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        if (plan.groups().stream()
                .anyMatch(group -> !new BuildArtifacts(plan, group).packed().isEmpty())) {
            lines.add("tar -xf \"$built/$3" + BuildArtifacts.WRAPPED + "\" -C \"$built\"");
        }
        lines.addAll(required(holding.get(0)));
        if (!holding.get(0).strict() && !holding.get(0).include().isEmpty()) {
            lines.addAll(optional(holding.get(0)));
        }
        String commands = String.join("\n", lines);
        return holding.size() == all.size() ? commands : "if [[ $LAYOUT != bin ]]; then\n" + commands.indent(2) + "fi";
    }

    /** Every pattern must match: otherwise, {@code cp} does not find the name. */
    private List<String> required(Packing packing) {
        List<String> files = new ArrayList<>();
        packing.generated().forEach(file -> files.add(file.include()));
        if (packing.strict()) {
            include().forEach(line -> files.add(sources(line)));
        }
        Map<String, List<String>> folders = new LinkedHashMap<>();
        for (String line : files) {
            int into = line.indexOf(Packing.INTO);
            String folder = into < 0 ? "" : line.substring(into + Packing.INTO.length());
            String pattern = into < 0 ? line : line.substring(0, into);
            folders.computeIfAbsent(folder, it -> new ArrayList<>())
                    .add(pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern);
        }
        List<String> lines = new ArrayList<>();
        List<String> inside = folders.keySet().stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> "\"$folder/" + folder + "\"")
                .toList();
        if (!inside.isEmpty()) {
            lines.add("mkdir -p " + String.join(" ", inside));
        }
        folders.forEach((folder, patterns) ->
                lines.add("cp -RL " + String.join(" ", patterns) + " \"$folder/" + folder + "\""));
        return lines;
    }

    /** Where a pattern matches: in the work tree, unless it comes with an artifact. */
    private static String sources(String pattern) {
        return pattern.startsWith(BuildArtifacts.BUILT) ? pattern : Steps.REPOSITORY + "/" + pattern;
    }

    private static List<String> optional(Packing packing) {
        return List.of(
                "for file in "
                        + packing.include().stream().map(PackedFiles::sources).collect(Collectors.joining(" "))
                        + "; do",
                "  if [[ -e $file ]]; then cp -RL \"$file\" \"$folder/\"; fi # not every project has them",
                "done");
    }

    /** The patterns of the config; those of the artifact are if any build has them. */
    private List<String> include() {
        Set<List<String>> all = new LinkedHashSet<>();
        Set<List<String>> anywhere = new LinkedHashSet<>();
        for (BuildGroup group : plan.groups()) {
            for (Build build : group.builds()) {
                if (!bare(of(build))) {
                    List<String> files = new BuildArtifacts(plan, group).include(build);
                    all.add(files);
                    anywhere.add(files.stream()
                            .map(file -> file.replace("/" + build.recipe().target() + "/", "/*/"))
                            .toList());
                }
            }
        }
        return all.size() == 1 ? all.iterator().next() : anywhere.iterator().next();
    }

    /** The builds that are packed, not released as bare programs. */
    List<Build> packed() {
        return plan.builds().filter(build -> !of(build).raw()).toList();
    }

    /** Whether an archive contains only programs. */
    static boolean bare(Packing packing) {
        return packing.include().isEmpty() && packing.generated().isEmpty();
    }

    Packing of(Build build) {
        return plan.packing().of(build.target().os());
    }
}
