package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An action that builds, packs and uploads in one.
 *
 * @see <a href="https://github.com/taiki-e/upload-rust-binary-action">upload-rust-binary-action</a>
 */
record RustBinaryUpload(Map<String, String> inputs) {
    StepEffects effects() {
        return StepEffects.commands(List.of(new Command(build(), "", 0), new Command(pack(), "", 0)));
    }

    private String input(String name, String otherwise) {
        return inputs.getOrDefault(name, inputs.getOrDefault(name.replace('-', '_'), otherwise));
    }

    private List<String> build() {
        String tool = input("build-tool", "cargo");
        List<String> build = new ArrayList<>();
        build.add(tool.equals("cross") ? "cross" : "cargo");
        build.add(tool.equals("cargo-zigbuild") ? "zigbuild" : "build");
        build.add("--release");
        String target = input("target", "");
        if (!target.isEmpty()) {
            build.addAll(List.of("--target", target));
        }
        return build;
    }

    private List<String> bins() {
        return Arrays.stream(input("bin", Symbols.NAME).split("[,\\s]+"))
                .filter(bin -> !bin.isEmpty())
                .toList();
    }

    private List<String> pack() {
        String target = input("target", "");
        List<String> bins = bins();
        String stem = input("archive", "$bin-$target")
                .replace("$bin", bins.isEmpty() ? Symbols.NAME : bins.get(0))
                .replace("$target", target.replaceFirst("\\.2\\.\\d+$", ""))
                .replace("$tag", Symbols.TAG);
        boolean windows = target.contains("windows");
        boolean zipped = applies(input("zip", "windows"), windows) && !applies(input("tar", "unix"), windows);
        List<String> pack =
                new ArrayList<>(zipped ? List.of("zip", stem + ".zip") : List.of("tar", "czf", stem + ".tar.gz"));
        if (input("leading-dir", "").equals("true")) {
            pack.add(stem);
        } else {
            pack.addAll(bins.stream().map(bin -> "target/release/" + bin).toList());
            pack.addAll(CargoAction.words(input("include", "").replace(",", " ")));
        }
        return pack;
    }

    private static boolean applies(String systems, boolean windows) {
        return systems.equals("all") || systems.equals(windows ? "windows" : "unix");
    }
}
