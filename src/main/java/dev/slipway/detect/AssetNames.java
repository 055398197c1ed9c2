package dev.slipway.detect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the names of archives in a job's scripts, as far as they do not depend on what only a run can know. */
final class AssetNames {
    private static final Pattern ARCHIVE = Pattern.compile(
            "(?<![\\w.+<>$(){}*/-])(?:[\\w.+-]+/)*([\\w.+<>-]+\\.(?:tar\\.(?:gz|xz|zst|bz2)|tgz|zip))(?![\\w.*-])");

    private AssetNames() {}

    static Set<String> of(Job job) {
        Set<String> names = new LinkedHashSet<>();
        texts(job).forEach(text -> {
            Matcher matcher = ARCHIVE.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        });
        return names;
    }

    private static Stream<String> texts(Job job) {
        return job.steps().stream()
                .filter(step -> !step.run().contains("curl ") && !step.run().contains("wget "))
                .flatMap(step -> Stream.concat(
                        Stream.of(step.run()),
                        Stream.of("files", "file", "path", "asset_name")
                                .map(key -> step.with().getOrDefault(key, ""))))
                .flatMap(text -> List.of(text.split("\n")).stream());
    }
}
