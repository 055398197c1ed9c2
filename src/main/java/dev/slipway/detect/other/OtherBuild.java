package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A build that no toolchain of ours knows, and the command that most people would run for it. Nothing of it is known but the
 * file: whether the command builds this project is for somebody to try.
 *
 * @param kind what it is, such as {@code CMake}
 * @param file where it was seen
 * @param setup what installs the tools, as far as a runner lacks them and has a package of them
 * @param build the command
 * @param output where such a build usually leaves a program, with {@code {name}}
 * @param test the command that usually tests it
 * @param programs the programs that the files name
 * @param project what the package is called, if its manifest says
 * @param license under which terms, if its manifest says
 * @param needs what else to know: tools that runners lack, and such
 * @param targets the platforms that the file names, by the words of ours, with what the command calls them if it gets one; empty if it
 *     names none
 */
public record OtherBuild(
        String kind,
        Fact<String> file,
        List<String> setup,
        List<String> build,
        String output,
        List<String> test,
        List<Fact<String>> programs,
        Optional<Fact<String>> project,
        Optional<Fact<String>> license,
        Optional<String> needs,
        Map<String, String> targets) {
    public OtherBuild {
        setup = List.copyOf(setup);
        build = List.copyOf(build);
        test = List.copyOf(test);
        programs = List.copyOf(programs);
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /** Whether it is the build of a release today, with all its programs, and not the usual one of such a project. */
    public boolean isReleased() {
        return kind.equals(DistBuild.KIND);
    }

    /** The same, as a manifest calls it; unchanged if that does not say. */
    OtherBuild called(Optional<Fact<String>> name) {
        return name.isEmpty()
                ? this
                : new OtherBuild(kind, file, setup, build, output, test, programs, name, license, needs, targets);
    }

    /** The same under the terms of a manifest. */
    OtherBuild licensed(Optional<Fact<String>> terms) {
        return new OtherBuild(kind, file, setup, build, output, test, programs, project, terms, needs, targets);
    }

    /** The same for a project in a folder, of which all this was read with paths from there. */
    OtherBuild below(String folder) {
        return new OtherBuild(
                kind,
                below(folder, file),
                setup,
                commands(folder, build),
                folder + "/" + output,
                commands(folder, test),
                programs.stream().map(program -> below(folder, program)).toList(),
                project.map(name -> below(folder, name)),
                license.map(terms -> below(folder, terms)),
                needs,
                targets);
    }

    private static <T> Fact<T> below(String folder, Fact<T> fact) {
        return new Fact<>(fact.value(), folder + "/" + fact.from());
    }

    private static List<String> commands(String folder, List<String> lines) {
        return lines.isEmpty()
                ? lines
                : Stream.concat(Stream.of("cd " + folder), lines.stream()).toList();
    }

    OtherBuild building(Map<String, String> platforms) {
        return new OtherBuild(kind, file, setup, build, output, test, programs, project, license, needs, platforms);
    }
}
