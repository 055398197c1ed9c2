package dev.slipway.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which folders the steps of a workflow put into a build context. */
final class ContextFolders {
    /** How many artifacts a context may be made of; each platform has one. */
    private static final int MOST_ARTIFACTS = 256;

    private static final Pattern LOOP = Pattern.compile("\\bfor\\s+(\\w+)\\s+in\\s+([^;\\n]+)");

    private static final Pattern NAME = Pattern.compile("/(\\$\\{?\\w++}?|[\\w.-]++)");

    /** No folder has a longer path: to look for it would cost as much as it is long, at each character. */
    private static final int LONGEST = 1024;

    /** The names of all artifacts; nothing if there are many, or if only a run tells one. */
    private final Optional<List<String>> artifacts;

    /** The artifacts that each download takes, for it may be before many builds. */
    private final Map<StepView, Optional<Set<String>>> downloads = new HashMap<>();

    ContextFolders(WorkflowFile file) {
        this.artifacts = Upload.in(file)
                .filter(uploads -> uploads.size() <= MOST_ARTIFACTS
                        && uploads.stream().allMatch(upload -> upload.name().isLiteral()))
                .map(uploads ->
                        uploads.stream().map(upload -> upload.name().text()).toList());
    }

    /** The names of the folders directly below a folder before an image build; nothing if the steps do not tell. */
    Optional<Set<String>> below(ImageBuild build, String folder) {
        Set<String> names = new TreeSet<>();
        boolean told = true;
        boolean touched = false;
        for (StepView step : build.job().steps().subList(0, build.step().position())) {
            String text = step.run().map(Place::text).orElse("");
            boolean mentions = mentions(text, folder);
            touched |= mentions;
            told &= !mentions || addFromScript(text, folder, names);
            if (step.usesAction("actions/download-artifact")) {
                Optional<Set<String>> downloaded = downloaded(step, folder);
                told &= downloaded.isPresent();
                downloaded.ifPresent(names::addAll);
                touched |= downloaded.filter(found -> !found.isEmpty()).isPresent();
            }
        }
        return told && touched ? Optional.of(names) : Optional.empty();
    }

    /** Whether text contains the path of a folder, alone or at the start of a longer one. */
    private static boolean mentions(String text, String folder) {
        for (int at = next(text, folder, 0); at >= 0; at = next(text, folder, at + 1)) {
            int end = at + folder.length();
            boolean starts = at == 0 || " \t\n\u000B\f\r\"'=/".indexOf(text.charAt(at - 1)) >= 0;
            boolean ends = end == text.length()
                    || text.charAt(end) == '/'
                    || isWord(text.charAt(end - 1)) != isWord(text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static int next(String text, String folder, int from) {
        return folder.isEmpty() || folder.length() > LONGEST ? -1 : text.indexOf(folder, from);
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean addFromScript(String script, String folder, Set<String> names) {
        boolean told = true;
        boolean found = false;
        Matcher path = NAME.matcher(script);
        for (int at = next(script, folder, 0); at >= 0; at = next(script, folder, at + folder.length())) {
            if (!path.region(at + folder.length(), script.length()).lookingAt()) {
                continue;
            }
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

    /** The folders that a download creates below a folder; nothing if they are known only during a run. */
    private Optional<Set<String>> downloaded(StepView step, String folder) {
        String path = ImageBuild.folder(step.with("path").strip());
        if (path.contains("${{")) {
            return Optional.empty();
        }
        if (path.startsWith(folder + "/")) {
            return Optional.of(Set.of(path.substring(folder.length() + 1).split("/", 2)[0]));
        }
        if (!path.equals(folder)) {
            return Optional.of(Set.of());
        }
        return downloads.computeIfAbsent(step, this::byName);
    }

    /** The folders that a download names after its artifacts. */
    private Optional<Set<String>> byName(StepView step) {
        String pattern = step.with("pattern").isEmpty() ? "*" : step.with("pattern");
        boolean foldersByName =
                step.with("name").isEmpty() && !step.with("merge-multiple").equals("true");
        Predicate<String> wanted = Upload.named(pattern);
        return artifacts
                .filter(names -> foldersByName)
                .map(names -> names.stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new)));
    }
}
