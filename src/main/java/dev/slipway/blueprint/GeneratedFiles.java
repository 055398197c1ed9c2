package dev.slipway.blueprint;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Packing;
import dev.slipway.plan.Packing.GeneratedFile;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The steps that let the program make completions and manuals for every archive: once, for a program that was built for
 * another machine does not run on this one, and so that all archives hold the same files.
 */
final class GeneratedFiles {
    private GeneratedFiles() {}

    /** Runs the program where it was built. */
    static Run make(ReleasePlan plan, BuildGroup group, Build build) {
        return Run.script("Generate files for the archives", script(plan, program(plan, group, build)));
    }

    static Uses upload(ReleasePlan plan) {
        Uses upload = Uses.action("Upload the generated files", plan.actions().of("actions/upload-artifact"))
                .with("name", Packing.EXTRAS)
                .with("path", Packing.EXTRAS)
                .with("if-no-files-found", "error");
        boolean hidden = plan.packing().generated().stream().anyMatch(file -> ("/" + file.path()).contains("/."));
        return hidden ? upload.with("include-hidden-files", true) : upload;
    }

    private static String script(ReleasePlan plan, String program) {
        List<GeneratedFile> files = plan.packing().generated();
        List<String> lines = new ArrayList<>();
        lines.add("mkdir -p "
                + files.stream()
                        .map(file -> Packing.EXTRAS + "/" + file.path())
                        .map(path -> path.substring(0, path.lastIndexOf('/')))
                        .distinct()
                        .collect(Collectors.joining(" ")));
        for (GeneratedFile file : files) {
            lines.add(file.command().replace("{bin}", program) + " > " + Packing.EXTRAS + "/" + file.path());
        }
        return String.join("\n", lines);
    }

    /** Where the build leaves the program: the first thing that it ships, or a file in it. */
    private static String program(ReleasePlan plan, BuildGroup group, Build build) {
        Shipped shipped = plan.shipped().get(0);
        String entry = plan.toolchain()
                .outputs(BuildArtifacts.variant(plan, group, build, Text.of("")))
                .get(0)
                .source();
        return entry + shipped.program().substring(shipped.entry().length());
    }
}
