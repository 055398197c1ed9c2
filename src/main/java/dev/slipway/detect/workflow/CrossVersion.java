package dev.slipway.detect.workflow;

import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which cross a job builds with.
 *
 * @see <a href="https://github.com/cross-rs/cross">cross</a>
 */
record CrossVersion(DryRow job) {
    /** The version or the commit of cross that the job installs, if it names one. */
    Optional<String> found() {
        Stream<String> installed = job.commands()
                .filter(command ->
                        command.toString().matches("(?s)cargo (\\+\\S+ )?(b?install|binstall) .*\\bcross\\b.*"))
                .flatMap(command -> Stream.of("--rev", "--version", "--tag")
                        .flatMap(name -> new CargoFlags(command).option(name).stream()));
        Stream<String> tools = job.steps().stream().flatMap(CrossVersion::of);
        return Stream.concat(installed, tools)
                .map(version -> version.replaceFirst("^v(?=[0-9])", ""))
                .filter(version -> version.matches("[0-9][0-9.]*|[0-9a-f]{7,40}"))
                .findFirst();
    }

    /** What an action installs or calls. */
    private static Stream<String> of(DryStep step) {
        Map<String, String> with = step.with();
        String tool = with.getOrDefault("tool", with.getOrDefault("crate", ""));
        Stream<String> named = tool.equals("cross")
                ? Stream.of("rev", "tag", "version").flatMap(name -> Optional.ofNullable(with.get(name)).stream())
                : Stream.of(tool)
                        .filter(name -> name.startsWith("cross@"))
                        .map(name -> name.substring("cross@".length()));
        return Stream.concat(named, Optional.ofNullable(with.get("cross-version")).stream());
    }
}
