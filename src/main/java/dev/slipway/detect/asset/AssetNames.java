package dev.slipway.detect.asset;

import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.PackCommand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the names of archives in what a job uploads, with {@code {tag}} where a run fills in the tag. */
public final class AssetNames {
    /** A regular expression for what names of archives end with. */
    public static final String ENDINGS = PackCommand.ENDINGS;

    private static final Pattern ARCHIVE =
            Pattern.compile("(?<![\\w.+$(){}*/-])(?:[\\w.+-]+/)*+((?:[\\w.+-]|\\{(?:tag|version|name)}){1,200}"
                    + ENDINGS + ")(?![\\w.*-])");

    private static final Pattern UPLOAD = Pattern.compile("\\?name=([A-Za-z0-9_.{}-]+)");

    private AssetNames() {}

    public static Set<String> of(DryRow job) {
        Set<String> names = new LinkedHashSet<>();
        texts(job).forEach(text -> {
            Matcher matcher = ARCHIVE.matcher(text);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        });
        return names;
    }

    /** Under which names programs are uploaded as they are. */
    public static Set<String> raw(DryRow job) {
        Set<String> names = new LinkedHashSet<>();
        job.steps().stream()
                .filter(step -> !step.with()
                        .getOrDefault("file", step.with().getOrDefault("asset_path", ""))
                        .matches("(?s).*\\.(sha\\w*|txt|json|md|deb|rpm|msi|sig|asc)"))
                .flatMap(step -> Stream.of("asset_name", "asset-name")
                        .map(key -> step.with().getOrDefault(key, "")))
                .filter(name -> !name.isEmpty() && ending(name).isEmpty() && !name.contains("{?}"))
                .filter(name -> Triples.in(name).isPresent())
                .forEach(names::add);
        job.commands()
                .filter(command -> command.program().equals("curl"))
                .flatMap(command -> UPLOAD.matcher(command.toString()).results())
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** What the name of an archive ends with; empty for any other. */
    public static String ending(String name) {
        return PackCommand.ending(name);
    }

    private static Stream<String> texts(DryRow job) {
        Stream<String> inputs = job.steps().stream()
                .flatMap(step -> Stream.of("files", "file", "path", "asset_name", "asset-name", "artifacts")
                        .map(key -> step.with().getOrDefault(key, "")));
        Stream<String> uploads = job.commands()
                .filter(command -> command.words().stream().limit(3).toList().equals(List.of("gh", "release", "upload"))
                        || command.program().matches("cp|mv"))
                .flatMap(command -> command.words().stream());
        return Stream.concat(inputs, uploads).flatMap(String::lines);
    }
}
