package dev.slipway.config;

import dev.slipway.config.BuildMethod.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how targets are built: what is under an operating system, and what a target says itself. */
final class BuildSettingsReader {
    /** Packages come from apt, from Homebrew and from Chocolatey; what runs FreeBSD is built on Linux. */
    private static final Map<String, Grammar> SYSTEMS = systems();

    private BuildSettingsReader() {}

    private static Map<String, Grammar> systems() {
        Map<String, Grammar> systems = new LinkedHashMap<>();
        systems.put("linux", BuildGrammars.DEBIAN_PACKAGE);
        systems.put("macos", BuildGrammars.FORMULA);
        systems.put("windows", BuildGrammars.PACKAGE);
        systems.put("freebsd", BuildGrammars.DEBIAN_PACKAGE);
        return systems;
    }

    static Map<String, BuildSettings> systems(Fields fields) {
        Map<String, BuildSettings> settings = new LinkedHashMap<>();
        SYSTEMS.forEach((os, packages) ->
                settings.put(os, fields.nested(os, inner -> settings(inner, packages, os.equals("linux")))));
        return settings;
    }

    static TargetConfig target(Fields fields) {
        return new TargetConfig(
                fields.required("target", BuildGrammars.TARGET).orElse(""),
                fields.text("as", BuildGrammars.TARGET),
                fields.text("archive", ReleaseGrammars.ARCHIVE_NAME),
                settings(fields, BuildGrammars.PACKAGE, true));
    }

    private static BuildSettings settings(Fields fields, Grammar packages, boolean linux) {
        return new BuildSettings(
                fields.text("runner", BuildGrammars.RUNNER),
                fields.either("build", BuildGrammars.METHOD, BuildSettingsReader::method, BuildSettingsReader::image),
                linux ? fields.textOrFalse("container", ImageGrammars.IMAGE) : Optional.empty(),
                fields.text("toolchain", BuildGrammars.TOOLCHAIN),
                fields.anyTexts("features", BuildGrammars.FEATURE),
                fields.texts("env", BuildGrammars.VARIABLE, BuildGrammars.VALUE),
                fields.anyTexts("packages", packages).orElse(List.of()),
                setup(fields),
                linux ? fields.text("glibc", BuildGrammars.GLIBC) : Optional.empty(),
                fields.flag("experimental"));
    }

    private static Optional<String> setup(Fields fields) {
        List<String> lines = fields.lines("setup", BuildGrammars.COMMAND);
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static BuildMethod method(String word) {
        return switch (word) {
            case "native" -> BuildMethod.of(Kind.NATIVE);
            case "gcc" -> BuildMethod.of(Kind.GCC);
            case "zig" -> BuildMethod.of(Kind.ZIG);
            default -> new BuildMethod(Kind.CROSS, word.replaceFirst("^cross@?", ""));
        };
    }

    private static BuildMethod image(Fields fields) {
        return new BuildMethod(
                Kind.IMAGE, fields.required("image", ImageGrammars.IMAGE).orElse(ImageGrammars.IMAGE.example()));
    }
}
