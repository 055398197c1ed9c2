package dev.slipway.detect.workflow;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Effort;
import dev.slipway.shell.Made;
import dev.slipway.shell.PackCommand;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files that the jobs of a workflow upload to a release, under the names that people download them by. */
public final class Uploads {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*+)\"");
    private static final Pattern ADDRESS = Pattern.compile("[?&]name=([^&\"'\\s]++)");
    private static final Set<String> VERSIONS =
            Set.of(Symbols.TAG, Symbols.VERSION, Symbols.PROBABLE_TAG, Symbols.PROBABLE_VERSION);
    private static final Set<String> WITH_VALUE = Set.of(
            "-t",
            "--title",
            "-n",
            "--notes",
            "-F",
            "--notes-file",
            "--target",
            "-R",
            "--repo",
            "--discussion-category",
            "--notes-start-tag");

    /**
     * What a step uploads.
     *
     * @param path a path or a pattern; with a slash at its end, all files of a folder, if it is one
     * @param name its name in the release, if that is another
     */
    public record Upload(String folder, String path, Optional<String> name) {}

    private Uploads() {}

    /** Each file once, with the place of the step that uploads it. */
    public static List<Fact<ReleasedFile>> of(List<DryRow> rows) {
        Set<String> guessed =
                rows.stream().flatMap(row -> row.guessed().stream()).collect(Collectors.toSet());
        Map<String, String> runners = new HashMap<>();
        rows.stream()
                .filter(row -> row.commands().noneMatch(Uploads::isForSeveral))
                .forEach(row -> row.runner().ifPresent(label -> runners.put(row.key(), label)));
        Map<String, Fact<ReleasedFile>> found = new LinkedHashMap<>();
        Set<String> fitting = new HashSet<>();
        Effort effort = new Effort();
        for (DryRow row : rows) {
            Tree tree = new Tree(row.key(), row.files(), effort);
            for (DryStep step : row.steps()) {
                of(step).forEach(upload -> {
                    List<ReleasedFile> files = files(upload, tree, guessed).stream()
                            .map(file -> file.on(Optional.ofNullable(
                                    runners.get(file.made().map(Made::row).orElse(row.key())))))
                            .toList();
                    boolean seen = files.stream().anyMatch(file -> file.made().isPresent());
                    String pattern = step.place() + " " + upload.path();
                    if (seen) {
                        fitting.add(pattern);
                    }
                    files.forEach(file -> found.merge(
                            seen || file.known() ? file.name() : pattern,
                            new Fact<>(file, step.place() + " jobs." + row.id()),
                            (before, after) -> before.value().made().isPresent() ? before : after));
                });
            }
        }
        found.keySet().removeAll(fitting); // what another row fills
        return List.copyOf(found.values());
    }

    /** Whether a command makes a program for several processors, so that the machine does not say for which it is. */
    private static boolean isForSeveral(Command command) {
        return command.program().equals("lipo")
                || command.words().stream()
                        .anyMatch(word ->
                                word.contains("universal2") || word.matches(".*(?:x86_64;arm64|arm64;x86_64).*"));
    }

    private static List<ReleasedFile> files(Upload upload, Tree tree, Set<String> guessed) {
        Map<String, Made> whole =
                upload.path().endsWith("/") ? tree.named(upload.folder(), upload.path() + "*") : Map.of();
        Map<String, Made> found = whole.isEmpty() ? tree.named(upload.folder(), upload.path()) : whole;
        List<ReleasedFile> files = new ArrayList<>();
        found.forEach((path, made) -> files.add(file(
                upload.name().filter(name -> found.size() == 1).orElseGet(() -> last(path)),
                Optional.of(made),
                guessed,
                path)));
        if (found.isEmpty()) {
            files.add(file(
                    upload.name().orElseGet(() -> last(upload.path())),
                    Optional.empty(),
                    guessed,
                    Tree.path(upload.folder(), upload.path())));
        }
        return files.stream().filter(file -> !file.name().isBlank()).toList();
    }

    private static ReleasedFile file(String name, Optional<Made> made, Set<String> guessed, String path) {
        boolean open = name.contains(Symbols.TAG) || name.contains(Symbols.VERSION);
        String stem = name.substring(0, name.length() - PackCommand.ending(name).length());
        return new ReleasedFile(
                name,
                made,
                open && guessed.stream().anyMatch(text -> text.contains(stem)),
                path,
                Optional.empty(),
                Optional.empty());
    }

    private static String last(String path) {
        return path.replace('\\', '/').replaceFirst("(?<!/)/+$", "").replaceFirst("^.*/", "");
    }

    public static Stream<Upload> of(DryStep step) {
        return Stream.of(
                        ofAction(step),
                        each(lines(step.with(), GoReleaserCall.EXTRA), "", ""),
                        step.commands().stream().flatMap(command -> ofCommand(command, step)))
                .flatMap(uploads -> uploads);
    }

    private static Stream<Upload> ofAction(DryStep step) {
        Map<String, String> with = step.with();
        return switch (step.action()) {
            case "softprops/action-gh-release" ->
                each(lines(with, "files"), with.getOrDefault("working_directory", ""), "");
            case "marvinpinto/action-automatic-releases", "csexton/release-asset-action" ->
                each(Stream.of("files", "file", "pattern").flatMap(key -> lines(with, key)), "", "");
            case "ncipollo/release-action" ->
                each(Stream.of("artifacts", "artifact").flatMap(key -> parts(with, key, "[,\\n]")), "", "");
            case "svenstaro/upload-release-action", "termux/upload-release-action" -> {
                boolean several = with.getOrDefault("file_glob", "").equals("true");
                String name = several ? "" : with.getOrDefault("asset_name", "").replace("$tag", Symbols.TAG);
                yield each(parts(with, "file", "\\n"), "", name);
            }
            case "actions/upload-release-asset", "shogo82148/actions-upload-release-asset" ->
                each(lines(with, "asset_path"), "", with.getOrDefault("asset_name", ""));
            case "Shopify/upload-to-release", "JasonEtco/upload-to-release" ->
                each(lines(with, "path"), "", with.getOrDefault("name", ""));
            case "alexellis/upload-assets" ->
                each(
                        QUOTED.matcher(with.getOrDefault("asset_paths", ""))
                                .results()
                                .map(part -> part.group(1)),
                        "",
                        "");
            case "skx/github-action-publish-binaries" -> each(parts(with, "args", "\\s"), "", "");
            case "actions/github-script" ->
                ScriptUpload.of(step).stream()
                        .flatMap(
                                script -> each(script.paths(), "", script.name().orElse("")));
            case "AButler/upload-release-assets" -> each(parts(with, "files", "[;,](?![^{]*+})"), "", "");
            case "xresloader/upload-to-github-release" -> each(parts(with, "file", "[;\\n]"), "", "");
            case "meeDamian/github-release" ->
                parts(with, "files", "\\s+").map(part -> {
                    int colon = part.indexOf(':');
                    return new Upload(
                            "",
                            part.substring(colon + 1),
                            colon > 0 ? Optional.of(part.substring(0, colon)) : Optional.empty());
                });
            case "taiki-e/upload-rust-binary-action", "houseabsolute/actions-rust-release" -> packed(step);
            default -> shaped(step) ? each(assets(step), "", with.getOrDefault("asset_name", "")) : Stream.of();
        };
    }

    /** Whether an action that is not known has the inputs of those that upload files to a release. */
    static boolean shaped(DryStep step) {
        Map<String, String> with = step.with();
        boolean fork = with.containsKey("asset_path")
                && (with.containsKey("asset_name") || with.containsKey("upload_url") || with.containsKey("release_id"));
        String name = step.action().replaceFirst("^.*/", "").toLowerCase(Locale.ROOT);
        boolean given = with.containsKey("files") && with.containsKey("token");
        boolean named = name.contains("release") && (name.contains("upload") || name.contains("asset") || given);
        return fork || named && assets(step).findAny().isPresent();
    }

    private static Stream<String> assets(DryStep step) {
        return Stream.of("asset_path", "asset_paths", "assets", "files", "file", "artifacts")
                .flatMap(key -> parts(step.with(), key, "[,\\n]"));
    }

    /** What an action that builds, packs and uploads packs, and what it writes and takes next to it. */
    private static Stream<Upload> packed(DryStep step) {
        Stream<String> packed = step.commands().stream()
                .flatMap(command -> Stream.concat(
                        PackCommand.of(command).map(PackCommand::path).stream(),
                        Stream.of(command.output()).filter(path -> !path.isEmpty())));
        return each(Stream.concat(packed, parts(step.with(), "asset", ",")), "", "");
    }

    private static Stream<String> lines(Map<String, String> with, String key) {
        return parts(with, key, "\\n");
    }

    private static Stream<String> parts(Map<String, String> with, String key, String separator) {
        return Arrays.stream(with.getOrDefault(key, "").split(separator))
                .map(String::strip)
                .map(part -> part.replaceFirst("^\"(.*)\"$", "$1"))
                .filter(part -> !part.isEmpty() && !part.matches("(?i)none|null|false|true|undefined|-|n/a"))
                .filter(part -> !part.startsWith("!")
                        || part.startsWith("!(")); // adds no file, whether it excludes some or not
    }

    private static Stream<Upload> each(Stream<String> paths, String folder, String name) {
        Optional<String> given = Optional.of(name).filter(text -> !text.isBlank());
        return paths.map(path -> new Upload(folder, path, given));
    }

    private static Stream<Upload> ofCommand(Command command, DryStep step) {
        List<String> words = withoutRepository(command.words());
        if (command.toString().matches("(?s)xargs .*gh release (?:create|upload) .*")) {
            return piped(command, step);
        }
        boolean release = words.size() > 2 && words.get(1).equals("release");
        boolean fills = release && words.get(2).matches("create|upload|edit");
        if (command.program().equals("gh") && release) {
            List<String> said = plain(words.subList(2, words.size())).toList(); // options may go before the verb
            return said.stream()
                    .limit(1)
                    .filter(verb -> verb.matches("create|upload"))
                    .flatMap(verb -> said.stream().skip(2))
                    .filter(word -> !VERSIONS.contains(word)) // the tag itself, behind options that were not followed
                    .map(word -> labelled(command, word));
        }
        if (command.program().equals("hub") && fills) {
            return attached(words).map(word -> labelled(command, word));
        }
        if (ReleaseStep.isGhr(command)) {
            return plain(words.subList(1, words.size()))
                    .skip(1) // the tag; what options get may follow, and the folder comes last
                    .reduce((first, second) -> second)
                    .map(word -> labelled(command, word.replaceFirst("(?<!/)/++$", "") + "/*"))
                    .stream();
        }
        if (words.contains("grinder")) { // cli_pkg of Dart names the files that it packs itself
            return words.stream()
                    .filter(word -> word.matches("pkg-github-(?!release)[a-z]++"))
                    .map(word -> new Upload(command.folder(), "build/*", Optional.empty()));
        }
        Matcher address = ADDRESS.matcher(command.toString());
        if (command.program().equals("curl") && address.find()) {
            String path = words.stream()
                    .filter(word -> word.startsWith("@"))
                    .map(word -> word.substring(1))
                    .findFirst()
                    .orElse("");
            return Stream.of(new Upload(command.folder(), path, Optional.of(address.group(1))));
        }
        return Stream.of();
    }

    /** Some write the repository before the word {@code release}. */
    private static List<String> withoutRepository(List<String> words) {
        boolean first = words.size() > 3 && words.get(1).matches("-R|--repo(?:=.*)?");
        if (!first) {
            return words;
        }
        List<String> rest = new ArrayList<>(words);
        rest.subList(1, words.get(1).contains("=") ? 2 : 3).clear();
        return rest;
    }

    /** The paths that the command before {@code xargs} gets: it hands them on, perhaps with labels. */
    private static Stream<Upload> piped(Command xargs, DryStep step) {
        return step.commands().stream()
                .takeWhile(command -> command != xargs)
                .filter(command -> command.line() == xargs.line())
                .reduce((first, second) -> second)
                .stream()
                .flatMap(command -> command.arguments().stream()
                        .filter(word -> word.indexOf('*') >= 0 || word.indexOf('/') > 0)
                        .map(word -> labelled(command, word)));
    }

    /** The text behind a {@code #} is what people see; the name stays that of the file. */
    private static Upload labelled(Command command, String word) {
        return new Upload(command.folder(), word.replaceFirst("(?<=.)#.*$", ""), Optional.empty());
    }

    private static Stream<String> attached(List<String> words) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).matches("-a|--attach") && i + 1 < words.size()) {
                found.add(words.get(++i));
            } else if (words.get(i).startsWith("--attach=")) {
                found.add(words.get(i).substring("--attach=".length()));
            } else if (words.get(i).matches("-a.+")) {
                found.add(words.get(i).substring(2));
            }
        }
        return found.stream();
    }

    /** The words that are neither options nor their values. */
    private static Stream<String> plain(List<String> words) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (WITH_VALUE.contains(words.get(i))) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                found.add(words.get(i));
            }
        }
        return found.stream();
    }
}
