package dev.slipway.detect.other;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for builds with Mill and sbt, and makes a program of what they build: one that needs Java, unless they compile it. */
record ScalaBuild(RepositoryFiles files) {
    private static final String SBT = "build.sbt";

    Optional<OtherBuild> found() {
        return mill().or(this::sbt);
    }

    private Optional<OtherBuild> mill() {
        String mill = Stream.of("mill", "millw")
                .filter(files::has)
                .findFirst()
                .map(name -> "./" + name)
                .orElse("mill");
        return Stream.of("build.mill", "build.mill.yaml", "build.mill.scala", "build.sc")
                .filter(files::has)
                .findFirst()
                .map(file -> OtherBuilds.build(
                        "Mill",
                        file,
                        List.of(),
                        List.of(
                                mill + " {name}.assembly",
                                "mkdir -p build",
                                "cp out/{name}/assembly.dest/out.jar build/{name}"),
                        "build/{name}",
                        List.of(mill + " __.test"),
                        List.of(),
                        "replace the module before '.assembly' and after 'out/' with that of the program ('" + mill
                                + " resolve _' lists them); the program needs Java, unless its module is a NativeImageModule: "
                                + "then build 'nativeImage' in place of 'assembly'"
                                + (mill.equals("mill")
                                        ? "; runners have no Mill: install it in 'command.setup'"
                                        : "")));
    }

    private Optional<OtherBuild> sbt() {
        boolean compiled = files.list("project").stream()
                .filter(name -> name.endsWith(".sbt"))
                .flatMap(name -> files.read("project/" + name).stream())
                .map(SourceText::text)
                .anyMatch(text -> text.contains("sbt-native-image"));
        List<String> assembled = Stream.concat(
                        Stream.of("sbt assembly"), OtherBuilds.startingJar("target/scala-*/*-assembly-*.jar").stream())
                .toList();
        return files.has(SBT)
                ? Optional.of(OtherBuilds.build(
                        "sbt",
                        SBT,
                        List.of(),
                        compiled ? List.of("sbt nativeImage") : assembled,
                        compiled ? "target/native-image/{name}" : "build/{name}",
                        List.of("sbt test"),
                        List.of(),
                        "runners have no sbt: install it in 'command.setup', for instance with the action 'sbt/setup-sbt'"
                                + (compiled
                                        ? ""
                                        : "; 'assembly' needs the plugin sbt-assembly, and the program needs Java")
                                + "; in a build of several projects, write the one of the program before the task, as in "
                                + "'cli/assembly'"))
                : Optional.empty();
    }
}
