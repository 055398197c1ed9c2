package dev.slipway.detect.doctor;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.release.LostFiles;
import dev.slipway.detect.upload.OpenUpload;
import dev.slipway.source.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the files of a release with those that older workflows of the repository upload, as long as these are there and
 * nobody shows a release that people download.
 */
public record LostUploads(LostFiles files) {
    private static final int SHOWN = 12;
    private static final String PROVE = "'slipway doctor --against' compares with the files of the last release";
    private static final String URL =
            "https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases";

    /** Each upload with the files that the new release does not have. */
    public List<Advice> advise(Setup setup) {
        Map<String, Fact<String>> lost = new LinkedHashMap<>();
        Stream<Fact<String>> named = files.named().stream().map(file -> file.map(one -> one.name()));
        Stream<Fact<String>> kinds = files.ofKind().stream()
                .flatMap(upload -> upload.value().kinds().stream()
                        .filter(OpenUpload.Kind::certain)
                        .map(kind -> upload.map(any -> kind.names())));
        Stream.concat(named, kinds)
                .distinct()
                .forEach(name ->
                        lost.merge(name.from(), name, (some, more) -> some.map(names -> names + "\n" + more.value())));
        return lost.values().stream().map(names -> advice(names, setup)).toList();
    }

    private static Advice advice(Fact<String> names, Setup setup) {
        List<String> all = names.value().lines().toList();
        int more = all.size() - SHOWN;
        return new Advice(
                        Severity.WARNING,
                        "lost-upload",
                        "this uploads files that the new release does not have: "
                                + all.stream().limit(SHOWN).collect(Collectors.joining(", "))
                                + (more > 0 ? " and " + more + " more" : ""),
                        "to keep them, use 'archive', 'checksums', 'packages', 'release.files' or 'jobs' in "
                                + setup.config() + "; " + PROVE,
                        URL)
                .at(names.where());
    }

    /** What was compared, and which uploads may have more files. */
    public Inspection inspection() {
        Stream<Fact<OpenUpload>> perhaps = files.ofKind().stream()
                .map(upload -> upload.map(one -> one.with(maker -> !maker.certain())))
                .filter(upload -> !upload.value().makers().isEmpty());
        Stream<String> more =
                Stream.concat(files.open().stream(), perhaps).map(Fact::value).map(OpenUpload::text);
        Stream<String> open = files.today().released().stream()
                .filter(file -> !file.value().known())
                .filter(file -> files.today().open().stream()
                        .noneMatch(upload -> upload.from().equals(file.from())))
                .map(file -> file.value().unknown() + " (" + file.from() + ") is known only during a run");
        List<String> why = Stream.concat(more, open).distinct().toList();
        return new Inspection("files that other workflows upload")
                .unless(!why.isEmpty(), String.join("; ", why) + "; " + PROVE);
    }
}
