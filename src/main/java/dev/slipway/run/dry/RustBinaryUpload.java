package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An action that builds, packs and uploads in one.
 *
 * @param windows whether it runs on Windows, which decides the format of the archive
 * @see <a href="https://github.com/taiki-e/upload-rust-binary-action">upload-rust-binary-action</a>
 */
record RustBinaryUpload(Map<String, String> inputs, boolean windows) {
    private static final String ACTION = "taiki-e/upload-rust-binary-action";
    private static final String UNIVERSAL = "universal-apple-darwin";

    static boolean is(String action) {
        return action.equals(ACTION);
    }

    /** The variable that names the linker of a target: who sets it needs no other tool to build for it. */
    static String linker(String target) {
        return "CARGO_TARGET_"
                + target.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_') + "_LINKER";
    }

    /**
     * Its inputs on a runner, with what it does if they do not say it.
     *
     * @param host what it builds for without a target
     * @param variables that are set
     */
    static Map<String, String> on(Optional<String> host, Map<String, String> inputs, Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(inputs);
        String target = inputs.getOrDefault("target", "");
        if (target.isBlank()) {
            all.put("target", host.orElse(Symbols.UNKNOWN));
        } else if (host.filter(own -> needsCross(own, target)).isPresent() && !variables.containsKey(linker(target))) {
            all.putIfAbsent(inputs.containsKey("build_tool") ? "build_tool" : "build-tool", "cross");
        }
        return all;
    }

    private static boolean needsCross(String host, String target) {
        boolean own = target.contains("-windows") && host.contains("-windows")
                || target.contains("-apple-") && host.contains("-apple-");
        return !target.equals(host) && !own && !target.matches(".*-(?:fuchsia|redox).*");
    }

    StepEffects effects() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(build(), "", 0));
        if (target().equals(UNIVERSAL)) {
            bins().forEach(bin -> commands.add(new Command(
                    List.of("lipo", "-create", "-output", folder() + bin, "target/aarch64-apple-darwin/" + bin),
                    "",
                    0)));
        }
        if (!input("codesign", "").isEmpty() && target().contains("-apple-")) {
            commands.add(new Command(List.of("codesign", "--sign", input("codesign", ""), folder()), "", 0));
        }
        List<String> packed = new ArrayList<>();
        if (applies(input("tar", "unix"), windows)) {
            packed.add(archive() + ".tar.gz");
            commands.add(pack(List.of("tar", "czf"), archive() + ".tar.gz"));
        }
        if (applies(input("tar-xz", "none"), windows)) {
            packed.add(archive() + ".tar.xz");
            commands.add(pack(List.of("tar", "cJf"), archive() + ".tar.xz"));
        }
        if (applies(input("zip", "windows"), windows)) {
            packed.add(archive() + ".zip");
            commands.add(pack(List.of("zip"), archive() + ".zip"));
        }
        for (String sum : CargoAction.words(input("checksum", "").replace(",", " "))) {
            List<String> words = new ArrayList<>(List.of(sum + "sum"));
            words.addAll(packed);
            commands.add(new Command(words, archive() + "." + sum, 0));
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("archive", archive());
        outputs.put("tar", archive() + ".tar.gz");
        outputs.put("zip", archive() + ".zip");
        return new StepEffects(commands, outputs, Map.of(), Map.of());
    }

    private String input(String name, String otherwise) {
        return inputs.getOrDefault(name, inputs.getOrDefault(name.replace('-', '_'), otherwise));
    }

    private String target() {
        return input("target", "");
    }

    private List<String> build() {
        String tool = input("build-tool", "cargo");
        List<String> build = new ArrayList<>();
        build.add(tool.equals("cross") ? "cross" : "cargo");
        build.add(tool.equals("cargo-zigbuild") ? "zigbuild" : "build");
        String profile = input("profile", "release");
        build.addAll(profile.equals("release") ? List.of("--release") : List.of("--profile", profile));
        if (!target().isEmpty()) {
            build.addAll(List.of("--target", target()));
        }
        if (!input("features", "").isEmpty()) {
            build.addAll(List.of("--features", input("features", "")));
        }
        if (input("no-default-features", "").equals("true")) {
            build.add("--no-default-features");
        }
        if (!input("manifest-path", "").isEmpty()) {
            build.addAll(List.of("--manifest-path", input("manifest-path", "")));
        }
        return build;
    }

    private List<String> bins() {
        return Arrays.stream(input("bin", Symbols.NAME).split("[,\\s]+"))
                .filter(bin -> !bin.isEmpty())
                .toList();
    }

    private String folder() {
        String profile = input("profile", "release");
        String triple = target().replaceFirst("\\.2\\.\\d+$", "");
        return "target/" + (triple.isEmpty() ? "" : triple + "/") + profile + "/";
    }

    private String archive() {
        return input("archive", "$bin-$target")
                .replace("$bin", bins().isEmpty() ? Symbols.NAME : bins().get(0))
                .replace("$target", target().replaceFirst("\\.2\\.\\d+$", ""))
                .replace("$tag", Symbols.TAG);
    }

    private Command pack(List<String> packer, String name) {
        List<String> pack = new ArrayList<>(packer);
        pack.add(name);
        if (input("leading-dir", "").equals("true")) {
            pack.add(archive());
        } else {
            pack.addAll(bins().stream().map(bin -> folder() + bin).toList());
            pack.addAll(CargoAction.words(input("include", "").replace(",", " ")));
        }
        return new Command(pack, "", 0);
    }

    private static boolean applies(String systems, boolean windows) {
        return systems.equals("all") || systems.equals(windows ? "windows" : "unix");
    }
}
