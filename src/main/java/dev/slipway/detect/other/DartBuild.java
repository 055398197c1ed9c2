package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks for Dart packages with programs: {@code executables} names the scripts in {@code bin}. */
record DartBuild(RepositoryFiles files) {
    private static final String FILE = "pubspec.yaml";

    Optional<OtherBuild> found() {
        return files.read(FILE).flatMap(OtherBuilds::yaml).flatMap(this::build);
    }

    private Optional<OtherBuild> build(Node pubspec) {
        Map<String, String> scripts = scripts(pubspec);
        List<Fact<String>> programs =
                scripts.keySet().stream().map(name -> new Fact<>(name, FILE)).toList();
        List<String> different = scripts.values().stream().distinct().toList();
        String script = different.size() == 1 ? different.get(0) : "{name}";
        String others = scripts.entrySet().stream()
                .filter(entry -> different.size() > 1 && !entry.getKey().equals(entry.getValue()))
                .map(entry -> "; the script of '" + entry.getKey() + "' is bin/" + entry.getValue() + ".dart")
                .collect(Collectors.joining());
        return programs.isEmpty()
                ? Optional.empty()
                : Optional.of(OtherBuilds.build(
                        "Dart",
                        FILE,
                        List.of(),
                        List.of(
                                "dart pub get",
                                "mkdir -p build",
                                "dart compile exe bin/" + script + ".dart --output build/{name}"),
                        "build/{name}",
                        files.hasDirectory("test") ? List.of("dart pub get", "dart test") : List.of(),
                        programs,
                        "runners have no Dart: install it in 'command.setup'" + others));
    }

    /** The script of each program, without its ending; one that names none has the same name. */
    private Map<String, String> scripts(Node pubspec) {
        Map<String, String> scripts = new LinkedHashMap<>();
        pubspec.child("executables")
                .ifPresent(list -> list.<Void>fold(
                        mapping -> {
                            mapping.entries()
                                    .keySet()
                                    .forEach(name -> scripts.put(
                                            name,
                                            mapping.child(name)
                                                    .flatMap(DartBuild::text)
                                                    .orElse(name)));
                            return null;
                        },
                        sequence -> null,
                        scalar -> null));
        scripts.values().removeIf(script -> !script.matches("[\\w-]{1,64}") || !files.has("bin/" + script + ".dart"));
        return scripts;
    }

    private static Optional<String> text(Node node) {
        return node.<Optional<String>>fold(
                        mapping -> Optional.empty(), sequence -> Optional.empty(), scalar -> Optional.of(scalar.text()))
                .filter(text -> !text.isBlank() && !text.equals("null"));
    }
}
