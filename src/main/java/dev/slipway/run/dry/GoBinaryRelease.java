package dev.slipway.run.dry;

import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An action that builds a Go program for one platform, packs it and uploads it with its checksums.
 *
 * @see <a href="https://github.com/wangyoucao577/go-release-action">go-release-action</a>
 */
record GoBinaryRelease(Map<String, String> inputs) {
    /** Where it builds; the real name ends with the time. */
    private static final String FOLDER = "build-artifacts";

    StepEffects effects() {
        List<Command> commands = new ArrayList<>();
        String program = input("binary_name", Symbols.REPOSITORY);
        String file = program + (windows() ? ".exe" : "");
        commands.add(build(FOLDER + "/" + file));
        String asset = asset(program);
        List<String> extra = CargoAction.words(input("extra_files", ""));
        String ending = ending();
        if (ending.isEmpty()) {
            asset += windows() ? ".exe" : "";
            commands.add(new Command(List.of("cp", FOLDER + "/" + file, asset), "", 0));
        } else {
            asset += ending;
            if (!extra.isEmpty()) {
                commands.add(new Command(words(List.of("cp", "-r"), extra, List.of(FOLDER + "/")), "", 0));
            }
            List<String> packed = Stream.concat(
                            Stream.of(file), extra.stream().map(path -> path.replaceFirst("^.*/(?=.)", "")))
                    .toList();
            List<String> packer = ending.equals(".zip") ? List.of("zip", "-r") : List.of("tar", "czf");
            commands.add(new Command(words(packer, List.of("../" + asset), packed), "", 0, FOLDER, Map.of()));
        }
        List<String> uploaded = new ArrayList<>(List.of(asset));
        sum(commands, uploaded, "md5", "TRUE");
        sum(commands, uploaded, "sha256", "FALSE");
        if (isOn("upload", "TRUE")) {
            String tag = input("release_tag", Symbols.TAG);
            commands.add(new Command(words(List.of("gh", "release", "upload", tag), uploaded, List.of()), "", 0));
        }
        return StepEffects.commands(commands);
    }

    /** What builds; a {@code make} of the project leaves its program where the action looks for it. */
    private Command build(String output) {
        Map<String, String> env = new LinkedHashMap<>();
        for (String name : List.of("goos", "goarch", "goarm", "goamd64", "gomips")) {
            if (!input(name, "").isEmpty()) {
                env.put(name.toUpperCase(Locale.ROOT), input(name, ""));
            }
        }
        String command = input("build_command", "go build");
        String tool = command.startsWith("make") || command.contains(Symbols.UNKNOWN) ? "go build" : command;
        List<String> flags = new ArrayList<>(CargoAction.words(input("build_flags", "")));
        if (!input("ldflags", "").isEmpty()) {
            flags.addAll(List.of("-ldflags", input("ldflags", "")));
        }
        String path = input("project_path", ".");
        List<String> place = List.of(path.matches("\\./.*|\\.") ? path : "./" + path);
        return new Command(
                words(words(CargoAction.words(tool), List.of("-o", output), flags), place, List.of()), "", 0, "", env);
    }

    private String asset(String program) {
        String processor = input("goarch", "");
        boolean arm = processor.equals("arm") && !input("goarm", "").isEmpty();
        String level = arm
                ? "v" + input("goarm", "")
                : Stream.of("gomips", "goamd64")
                        .map(name -> input(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .map(value -> "-" + value)
                        .orElse("");
        String usual = program + "-" + input("release_tag", Symbols.TAG) + "-" + input("goos", "") + "-" + processor;
        return input("asset_name", usual + level);
    }

    /** Empty for a program that is uploaded as it is. */
    private String ending() {
        return switch (input("compress_assets", "TRUE").toUpperCase(Locale.ROOT)) {
            case "OFF", "FALSE" -> "";
            case "ZIP" -> ".zip";
            case "TAR" -> ".tar.gz";
            default -> windows() ? ".zip" : ".tar.gz";
        };
    }

    private void sum(List<Command> commands, List<String> uploaded, String algorithm, String usual) {
        String asset = uploaded.get(0);
        if (isOn(algorithm + "sum", usual)) {
            uploaded.add(asset + "." + algorithm);
            commands.add(new Command(List.of(algorithm + "sum", asset), asset + "." + algorithm, 0));
        }
    }

    private boolean isOn(String input, String usual) {
        return input(input, usual).equalsIgnoreCase("TRUE");
    }

    private boolean windows() {
        return input("goos", "").equals("windows");
    }

    private String input(String name, String otherwise) {
        String given = inputs.getOrDefault(name, "").strip();
        return given.isEmpty() ? otherwise : given;
    }

    private static List<String> words(List<String> first, List<String> second, List<String> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }
}
