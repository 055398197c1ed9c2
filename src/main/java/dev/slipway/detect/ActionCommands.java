package dev.slipway.detect;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Says in commands what well-known actions do for a release. */
final class ActionCommands {
    private ActionCommands() {}

    static List<Command> of(String action, Map<String, String> with) {
        return switch (action) {
            case "actions-rs/cargo", "ClementTsang/cargo-action", "clechasseur/rs-cargo" -> cargo(with, "use-cross");
            case "houseabsolute/actions-rust-cross" -> cargo(with, "");
            case "taiki-e/upload-rust-binary-action" -> upload(with);
            default -> List.of();
        };
    }

    /** What well-known actions tell later steps. */
    static Map<String, String> outputs(String action, Map<String, String> with) {
        return switch (action) {
            case "battila7/get-version-action" -> Map.of("version", Symbols.TAG, "version-without-v", Symbols.VERSION);
            case "dawidd6/action-get-tag" -> Map.of("tag", Symbols.TAG);
            case "SebRollen/toml-action" -> Map.of("value", Symbols.byName(with.getOrDefault("field", "")));
            default -> Map.of();
        };
    }

    private static List<Command> cargo(Map<String, String> with, String cross) {
        List<String> words = new ArrayList<>();
        boolean crosses = cross.isEmpty() || with.getOrDefault(cross, "").equals("true");
        words.add(crosses ? "cross" : "cargo");
        words.add(with.getOrDefault("command", "build"));
        words.addAll(split(with.getOrDefault("args", "")));
        String target = with.getOrDefault("target", "");
        if (!target.isEmpty()) {
            words.addAll(List.of("--target", target));
        }
        return List.of(new Command(words, "", 0));
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.replace("\"", "").strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** It builds, packs and uploads in one. */
    private static List<Command> upload(Map<String, String> with) {
        String target = with.getOrDefault("target", "");
        List<String> bins = Arrays.stream(with.getOrDefault("bin", Symbols.NAME).split("[,\\s]+"))
                .filter(bin -> !bin.isEmpty())
                .toList();
        List<String> build = new ArrayList<>(List.of("cargo", "build", "--release"));
        if (!target.isEmpty()) {
            build.addAll(List.of("--target", target));
        }
        String tool = with.getOrDefault("build-tool", with.getOrDefault("build_tool", "cargo"));
        build.set(0, tool.equals("cross") ? "cross" : "cargo");
        build.set(1, tool.equals("cargo-zigbuild") ? "zigbuild" : "build");
        String stem = with.getOrDefault("archive", "$bin-$target")
                .replace("$bin", bins.isEmpty() ? Symbols.NAME : bins.get(0))
                .replace("$target", target.replaceFirst("\\.2\\.\\d+$", ""))
                .replace("$tag", Symbols.TAG);
        boolean windows = target.contains("windows");
        boolean zipped = applies(with.getOrDefault("zip", "windows"), windows)
                && !applies(with.getOrDefault("tar", "unix"), windows);
        String include = with.getOrDefault("include", "");
        List<String> pack =
                new ArrayList<>(zipped ? List.of("zip", stem + ".zip") : List.of("tar", "czf", stem + ".tar.gz"));
        if (with.getOrDefault("leading-dir", with.getOrDefault("leading_dir", ""))
                .equals("true")) {
            pack.add(stem);
        } else {
            pack.addAll(bins.stream().map(bin -> "target/release/" + bin).toList());
            pack.addAll(split(include.replace(",", " ")));
        }
        return List.of(new Command(build, "", 0), new Command(pack, "", 0));
    }

    private static boolean applies(String systems, boolean windows) {
        return systems.equals("all") || systems.equals(windows ? "windows" : "unix");
    }
}
