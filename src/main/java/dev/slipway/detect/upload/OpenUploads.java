package dev.slipway.detect.upload;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.Uploads;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Symbols;
import dev.slipway.shell.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds patterns, and paths that only a run knows, that upload more files to a release than are known, and the steps that may leave these files. */
public final class OpenUploads {
    /** More than any honest release has; each is compared with each command that copies. */
    private static final int MOST = 200;

    private static final Pattern LIST = Pattern.compile("\\b[A-Za-z_]\\w{0,60}+\\+?=\\(([^()$`]{1,1000}+)\\)");

    private final Set<String> known;
    private final Predicate<Command> followed;
    private final Set<String> tools = new HashSet<>();
    private final Map<String, List<Unseen>> artifacts = new LinkedHashMap<>();
    private final Map<String, Fact<OpenUpload>> found = new LinkedHashMap<>();

    private OpenUploads(Set<String> known, Predicate<Command> followed) {
        this.known = known;
        this.followed = followed;
    }

    /**
     * Each pattern once, with the place of the step that uploads it.
     *
     * @param rows all jobs of a workflow, in the order of a run
     * @param known programs whose files are read elsewhere
     * @param followed whether a command is a script that was followed
     */
    public static List<Fact<OpenUpload>> of(List<DryRow> rows, Set<String> known, Predicate<Command> followed) {
        OpenUploads uploads = new OpenUploads(known, followed);
        rows.forEach(uploads::row);
        return uploads.together();
    }

    /** Patterns of one step that the same commands may fill, such as those of the rows of a matrix, are said once. */
    private List<Fact<OpenUpload>> together() {
        Map<String, List<Fact<OpenUpload>>> same = new LinkedHashMap<>();
        found.values()
                .forEach(upload -> same.computeIfAbsent(
                                upload.from()
                                        + upload.value().makers().stream()
                                                .map(maker -> maker.by() + maker.place())
                                                .toList(),
                                none -> new ArrayList<>())
                        .add(upload));
        return same.values().stream()
                .map(uploads -> uploads.get(0)
                        .map(first -> uploads.stream().skip(1).map(Fact::value).reduce(first, OpenUpload::beside)))
                .toList();
    }

    private void row(DryRow row) {
        Copies copies = new Copies(row.paths());
        List<Unseen> unseen = new ArrayList<>();
        for (DryStep step : row.steps()) {
            if (step.action().equals("actions/upload-artifact")) {
                keep(step, row, unseen);
            } else if (step.action().equals("actions/download-artifact")) {
                add(fetched(step), unseen);
            } else if (isSeen(step, row)) {
                continue;
            } else {
                add(
                        MakingActions.of(step, known).stream()
                                .map(area -> Unseen.in(area, step.action(), step.place()))
                                .toList(),
                        unseen);
            }
            step.commands().forEach(command -> command(command, step, row, copies, unseen));
            add(LoopedCopies.of(step, copies, unseen), unseen);
            List<Uploads.Upload> uploads = Uploads.of(step).toList();
            Stream.concat(uploads.stream(), uploads.stream().limit(1).flatMap(first -> listed(step, first.folder())))
                    .filter(upload ->
                            Area.isPattern(upload.path()) || upload.path().equals(Symbols.UNKNOWN))
                    .filter(upload -> !isNamed(upload))
                    .forEach(upload -> compare(upload, step, row, unseen));
        }
    }

    /** Whether it can only be one file, for it is known what that is called in the release. */
    private static boolean isNamed(Uploads.Upload upload) {
        return upload.name().filter(name -> !name.contains(Symbols.UNKNOWN)).isPresent();
    }

    /** Patterns in arrays of a script that uploads: when it comes to the upload, they are the names of files that were seen. */
    private static Stream<Uploads.Upload> listed(DryStep step, String folder) {
        return LIST.matcher(step.run())
                .results()
                .flatMap(list -> Stream.of(list.group(1).strip().split("\\s++")))
                .map(word -> word.replace("\"", ""))
                .filter(word -> word.indexOf('*') >= 0 && word.matches("[\\w./*-]++"))
                .distinct()
                .limit(MOST)
                .map(word -> new Uploads.Upload(folder, word, Optional.empty()));
    }

    /** Whether the files of another workflow that it fetches are known. */
    private static boolean isSeen(DryStep step, DryRow row) {
        String folder = Tree.path("", step.with().getOrDefault("path", ""));
        String below = folder.isEmpty() ? "" : folder + "/";
        return step.action().equals("dawidd6/action-download-artifact")
                && !row.paths().subSet(below, below + Character.MAX_VALUE).isEmpty();
    }

    /** Of more than are compared, there may be files anywhere. */
    private static void add(List<Unseen> more, List<Unseen> unseen) {
        for (Unseen one : more) {
            if (unseen.size() < MOST && !unseen.contains(one)) {
                unseen.add(unseen.size() < MOST - 1 ? one : one.at(Area.below("")));
            }
        }
    }

    private void command(Command command, DryStep step, DryRow row, Copies copies, List<Unseen> unseen) {
        if (command.words().isEmpty() || unseen.size() == MOST) {
            return;
        }
        if (command.program().matches("rm|del|Remove-Item")) {
            command.arguments()
                    .forEach(word -> unseen.removeIf(one -> one.area().isWithin(Area.of(command.folder(), word))));
        }
        if (Unpacking.isTool(command, step.commands())) {
            tools.add(step.place() + command);
        }
        add(copies.of(command, unseen, step.place()), unseen);
        add(
                Makers.of(command, known, followed.test(command)).stream()
                        .map(area -> Unseen.in(beside(area, row), command.toString(), step.place()))
                        .toList(),
                unseen);
    }

    /** A file that is known is nothing new, but others may be put next to it, such as a signature. */
    private static Area beside(Area area, DryRow row) {
        boolean file = !area.start().isEmpty() && !area.end().isEmpty();
        String folder = area.folder().isEmpty() ? "" : area.folder() + "/";
        boolean known = file
                && row.paths().subSet(folder, folder + Character.MAX_VALUE).stream()
                        .anyMatch(path -> area.mayHave(path.substring(folder.length())));
        return known ? area.ending("") : area;
    }

    private void compare(Uploads.Upload upload, DryStep step, DryRow row, List<Unseen> unseen) {
        Area area = upload.path().equals(Symbols.UNKNOWN) ? Area.below("") : Area.of(upload.folder(), upload.path());
        boolean filled =
                !area.folder().isEmpty() && row.paths().stream().anyMatch(path -> path.startsWith(area.folder() + "/"));
        List<OpenUpload.Maker> makers = unseen.stream()
                .filter(one -> !(filled && tools.contains(one.place() + one.by())))
                .flatMap(one -> one
                        .area()
                        .and(area)
                        .filter(both -> !isPackageBeside(one.area(), both))
                        .map(both -> new OpenUpload.Maker(both.names(), one.by(), one.place(), one.certain()))
                        .stream())
                .distinct()
                .toList();
        if (!makers.isEmpty()) {
            found.merge(
                    step.place() + " " + upload.path(),
                    new Fact<>(new OpenUpload(shown(upload.path()), makers), step.place() + " jobs." + row.id()),
                    (one, other) -> one.map(before -> before.and(other.value())));
        }
    }

    /** What a command puts next to a file and calls like it is a signature and the like, and no archive of more files. */
    private static boolean isPackageBeside(Area before, Area both) {
        return before.end().isEmpty()
                && before.start().matches("[^*]*[^.*]\\.[A-Za-z0-9]{1,8}")
                && both.end()
                        .matches(
                                "(?i)\\.(?:deb|rpm|apk|msi|dmg|pkg|appimage|exe|jar|whl|vsix|zip|7z|t[gx]z|tar\\.\\w{1,4})");
    }

    /** A file is kept under its name; of folders and patterns, also what is in them unseen. */
    private void keep(DryStep step, DryRow row, List<Unseen> unseen) {
        List<Unseen> kept =
                artifacts.computeIfAbsent(step.with().getOrDefault("name", "artifact"), name -> new ArrayList<>());
        step.with()
                .getOrDefault("path", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("!"))
                .filter(line -> !line.matches("[^*?]*\\.[A-Za-z0-9]{1,8}")
                        && !row.paths().contains(Tree.path("", line)))
                .forEach(line -> add(kept(line, step, row, unseen), kept));
    }

    private List<Unseen> kept(String line, DryStep step, DryRow row, List<Unseen> unseen) {
        List<Area> areas = Area.isPattern(line)
                ? List.of(Area.of("", line))
                : List.of(Area.of("", line), Area.below(Tree.path("", line)));
        List<Unseen> more = new ArrayList<>();
        boolean several = step.with().getOrDefault("path", "").strip().contains("\n");
        areas.forEach(area -> unseen.forEach(one -> {
            one.area()
                    .and(area)
                    .map(both -> several ? both.spreadBelow("") : both.in(from(area.folder(), both.folder())))
                    .map(one::at)
                    .ifPresent(more::add);
            area.folderOf(one.area())
                    .filter(folder -> Area.isPattern(line))
                    .map(folder ->
                            several ? one.area().spreadBelow("") : one.area().in(folder))
                    .map(one::at)
                    .ifPresent(more::add);
        }));
        boolean built = row.commands()
                        .anyMatch(command -> known.contains(command.program().replaceFirst(" .*", "")))
                || row.steps().stream().anyMatch(other -> other.action().equals("goreleaser/goreleaser-action"));
        boolean seen = built && !known.isEmpty()
                || step.with()
                        .getOrDefault("path", "")
                        .lines()
                        .map(String::strip)
                        .anyMatch(path -> !path.isEmpty()
                                && !new Tree("", row.files()).find("", path).isEmpty());
        if (more.isEmpty() && !seen) {
            more.add(Unseen.in(
                    Area.isPattern(line) ? areas.get(0).spreadBelow("") : Area.below(""),
                    "upload-artifact " + line,
                    step.place()));
        }
        return more;
    }

    /** A path below a folder, from there. */
    private static String from(String folder, String path) {
        return folder.isEmpty() ? path : path.substring(Math.min(path.length(), folder.length() + 1));
    }

    /** What an artifact may have in addition to the files that were followed. */
    private List<Unseen> fetched(DryStep step) {
        String to = Tree.path("", step.with().getOrDefault("path", ""));
        String name = step.with().getOrDefault("name", "");
        boolean merged = step.with().getOrDefault("merge-multiple", "").equals("true");
        String wanted = name.isEmpty() ? step.with().getOrDefault("pattern", "*") : name;
        Area names = Area.of("", wanted);
        List<Unseen> fetched = new ArrayList<>();
        boolean any = false;
        for (Map.Entry<String, List<Unseen>> artifact : artifacts.entrySet()) {
            if (Area.of("", artifact.getKey()).and(names).isPresent()) {
                any = true;
                boolean flat = !name.isEmpty() || merged || artifact.getKey().contains(Symbols.UNKNOWN);
                String folder = flat ? to : Tree.path(to, artifact.getKey());
                boolean open = artifact.getKey().contains(Symbols.UNKNOWN) && name.isEmpty() && !merged;
                artifact.getValue()
                        .forEach(one -> fetched.add(one.at(
                                open
                                        ? one.area().spreadBelow(folder)
                                        : one.area()
                                                .in(Tree.path(folder, one.area().folder())))));
            }
        }
        if (!any) {
            String what = name.isEmpty() ? "download-artifact" : "download-artifact " + name;
            fetched.add(Unseen.in(Area.below(to), what, step.place()));
        }
        return fetched;
    }

    /** A path as people write it, below the workspace. */
    private static String shown(String path) {
        return path.startsWith(Tree.WORKSPACE + "/") ? path.substring(Tree.WORKSPACE.length() + 1) : path;
    }
}
