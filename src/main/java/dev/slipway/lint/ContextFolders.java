package dev.slipway.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which folders the steps before an image build put into a build context. */
final class ContextFolders {
    private static final Pattern LOOP = Pattern.compile("\\bfor\\s+(\\w+)\\s+in\\s+([^;\\n]+)");

    private ContextFolders() {}

    /** The names of the folders directly below a folder; nothing where the steps do not tell. */
    static Optional<Set<String>> below(WorkflowFile file, ImageBuild build, String folder) {
        Set<String> names = new TreeSet<>();
        boolean told = true;
        boolean touched = false;
        for (StepView step : build.job().steps().subList(0, build.step().position())) {
            String text = step.run().map(Place::text).orElse("");
            boolean mentions = Pattern.compile("(?:^|[\\s\"'=/])" + Pattern.quote(folder) + "(?:/|\\b)")
                    .matcher(text)
                    .find();
            touched |= mentions;
            told &= !mentions || addFromScript(text, folder, names);
            if (step.usesAction("actions/download-artifact")) {
                Optional<Set<String>> downloaded = downloaded(file, step, folder);
                told &= downloaded.isPresent();
                downloaded.ifPresent(names::addAll);
                touched |= downloaded.filter(found -> !found.isEmpty()).isPresent();
            }
        }
        return told && touched ? Optional.of(names) : Optional.empty();
    }

    private static boolean addFromScript(String script, String folder, Set<String> names) {
        Matcher path = Pattern.compile(Pattern.quote(folder) + "/(\\$\\{?\\w+}?|[\\w.-]+)")
                .matcher(script);
        boolean told = true;
        boolean found = false;
        while (path.find()) {
            found = true;
            String name = path.group(1);
            if (name.startsWith("$")) {
                List<String> values = loopValues(script, name.replaceAll("[${}]", ""));
                told &= !values.isEmpty();
                names.addAll(values);
            } else {
                names.add(name);
            }
        }
        return told && found;
    }

    private static List<String> loopValues(String script, String variable) {
        return LOOP.matcher(script)
                .results()
                .filter(loop -> loop.group(1).equals(variable))
                .flatMap(loop -> Stream.of(loop.group(2).strip().split("\\s+")))
                .filter(value -> value.matches("[\\w.-]+"))
                .toList();
    }

    /** The folders that a download makes below a folder; nothing where only a run knows. */
    private static Optional<Set<String>> downloaded(WorkflowFile file, StepView step, String folder) {
        String path = step.with("path").strip().replaceAll("^\\./", "").replaceAll("(?<!/)/+$", "");
        if (path.contains("${{")) {
            return Optional.empty();
        }
        if (path.startsWith(folder + "/")) {
            return Optional.of(Set.of(path.substring(folder.length() + 1).split("/", 2)[0]));
        }
        if (!path.equals(folder)) {
            return Optional.of(Set.of());
        }
        boolean foldersByName =
                step.with("name").isEmpty() && !step.with("merge-multiple").equals("true");
        Optional<List<Upload>> uploads = foldersByName ? Upload.in(file) : Optional.empty();
        if (uploads.stream()
                        .flatMap(List::stream)
                        .anyMatch(upload -> !upload.name().isLiteral())
                || uploads.isEmpty()) {
            return Optional.empty();
        }
        String pattern = step.with("pattern").isEmpty() ? "*" : step.with("pattern");
        Predicate<String> wanted = NamePattern.of(pattern);
        Set<String> names = new TreeSet<>();
        uploads.get().stream()
                .map(upload -> upload.name().text())
                .filter(wanted)
                .forEach(names::add);
        return Optional.of(names);
    }
}
