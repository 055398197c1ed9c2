package dev.slipway.blueprint;

import dev.slipway.blueprint.BuildRows.Row;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Cell;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that put what was built into an archive and hand it over. */
final class Packer {
    private static final String OUT_DIR = "{out-dir}";

    private final ReleasePlan plan;
    private final Packing packing;
    private final BuildGroup group;
    private final BuildRows matrix;
    private final Cell cell;
    private final Map<String, Text> tag;

    Packer(ReleasePlan plan, BuildGroup group, BuildRows matrix, Cell cell, Map<String, Text> tag) {
        this.plan = plan;
        this.packing = plan.packing().of(group.os());
        this.group = group;
        this.matrix = matrix;
        this.cell = cell;
        this.tag = tag;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>(rehearsal());
        steps.add(upload());
        return steps;
    }

    /** The same without handing over. */
    List<Step> rehearsal() {
        List<Step> steps = new ArrayList<>();
        if (!packing.generated().isEmpty()) {
            steps.add(Uses.action("Download the generated files", plan.actions().of("actions/download-artifact"))
                    .with("name", Packing.EXTRAS)
                    .with("path", Packing.EXTRAS));
        }
        steps.add(pack());
        return steps;
    }

    private Text archive() {
        Map<String, Text> values = new HashMap<>(tag);
        values.put("{platform}", Text.of(matrix.platform()));
        values.put("{target}", cell.target());
        values.put("{os}", Text.of(group.os().word()));
        values.put("{arch}", Text.of(matrix.rows().getOptional(Row::arch)));
        return Steps.name(plan.archives().tokens(), values);
    }

    private String ending() {
        return packing.ending(group.os());
    }

    private Uses upload() {
        return Uses.action("Upload the archive", plan.actions().of("actions/upload-artifact"))
                .with("name", Steps.artifact(plan, Text.of(matrix.platform())))
                .with("path", Text.of(Steps.DIST + "/").plus(archive()).plus(Text.of(ending())))
                .with("if-no-files-found", "error")
                .with("compression-level", Value.of(0));
    }

    private Run pack() {
        List<Text> programs = plan.toolchain().outputs(cell);
        if (packing.raw()) {
            return Run.script("Name the program", Scripts.read("collect-program"))
                    .env("ARCHIVE", archive().plus(Text.of(ending())))
                    .env("PROGRAM", programs.get(0));
        }
        if (isPlain()) {
            Run pack = Run.script("Pack", Scripts.read("collect") + "\n\n" + compress())
                    .env("ARCHIVE", archive())
                    .env("PROGRAMS", Text.lines(programs));
            return packing.include().isEmpty() ? pack : pack.env("INCLUDE", String.join("\n", packing.include()));
        }
        return packInto(programs);
    }

    /** Whether nothing can be missing, and everything lies at the top. */
    private boolean isPlain() {
        boolean strict = packing.strict() && !packing.include().isEmpty();
        return !packing.inFolder() && !strict && packing.generated().isEmpty();
    }

    private Run packInto(List<Text> programs) {
        List<Text> files = new ArrayList<>(programs);
        packing.generated().forEach(file -> files.add(Text.of(file.include())));
        List<Text> include = packing.include().stream().map(this::pattern).toList();
        if (packing.strict()) {
            files.addAll(include);
        }
        boolean optional = !packing.strict() && !include.isEmpty();
        String collect = Scripts.read("collect-into") + (optional ? "\n" + Scripts.read("collect-optional") : "");
        Run pack = Run.script("Pack", inLayout(collect) + "\ncd \"dist/$ARCHIVE\"\n\n" + compress())
                .env("ARCHIVE", archive())
                .env("FILES", Text.lines(files));
        return optional ? pack.env("OPTIONAL", Text.lines(include)) : pack;
    }

    private String inLayout(String script) {
        return packing.inFolder()
                ? script.replace("folder=\"dist/$ARCHIVE\"", "folder=\"dist/$ARCHIVE/$ARCHIVE\"")
                : script;
    }

    private Text pattern(String pattern) {
        Optional<Text> outDir = plan.toolchain().outDir(cell).filter(dir -> pattern.startsWith(OUT_DIR));
        return outDir.map(dir -> dir.plus(Text.of(pattern.substring(OUT_DIR.length()))))
                .orElseGet(() -> Text.of(pattern));
    }

    private String compress() {
        String format = packing.format(group.os());
        String pack = format.equals("zip")
                ? Scripts.read("pack-zip")
                : Scripts.read("pack-tar").replace("gzip -9 -n > \"../$ARCHIVE.tar.gz\"", compressor(format));
        return Scripts.read("same-bytes") + "\n" + pack;
    }

    /** One thread: how many processors a machine has must not show in the bytes. */
    private String compressor(String format) {
        return switch (format) {
            default -> "gzip -9 -n > \"../$ARCHIVE.tar.gz\"";
            case "tar.xz" ->
                group.host() == Os.WINDOWS
                        ? "7z a -txz -mx=9 -mmt=1 -si -bd -bso0 \"../$ARCHIVE.tar.xz\""
                        : "xz -9 --threads=1 > \"../$ARCHIVE.tar.xz\"";
            case "tar.zst" -> "zstd -19 --single-thread --stdout > \"../$ARCHIVE.tar.zst\"";
        };
    }

    /** The Debian packages that a bare container lacks for packing. */
    static List<String> debianPackages(ReleasePlan plan, BuildGroup group) {
        if (plan.packing().of(group.os()).raw()) {
            return List.of();
        }
        return switch (plan.packing().format(group.os())) {
            default -> List.of();
            case "tar.xz" -> List.of("xz-utils");
            case "tar.zst" -> List.of("zstd");
            case "zip" -> List.of("zip");
        };
    }
}
