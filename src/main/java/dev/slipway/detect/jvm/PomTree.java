package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Finding;
import dev.slipway.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The POMs of a build: the one at the root, its modules, theirs, and the parents of each. */
public final class PomTree {
    static final String FILE = "pom.xml";

    /** Few builds have more, and those would not name their program by a module. */
    private static final int MOST = 500;

    private static final int DEEPEST = 20;
    private static final Pattern DEFINED = Pattern.compile("(?<!\\S)-D([^\\s=]++)=(\\S++)");

    private final RepositoryFiles files;
    private final Map<String, String> given;
    private final Map<String, Optional<Element>> read = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Fact<String>> optional = new ArrayList<>();

    PomTree(RepositoryFiles files) {
        this.files = files;
        this.given = given(files);
    }

    /** What every call of Maven in this repository is given. */
    private static Map<String, String> given(RepositoryFiles files) {
        Map<String, String> given = new LinkedHashMap<>();
        files.read(".mvn/maven.config").ifPresent(source -> {
            Matcher found = DEFINED.matcher(source.text());
            while (found.find()) {
                given.put(found.group(1), found.group(2));
            }
        });
        return given;
    }

    /** The root first, then the modules that every build has, in the order in which they are named. */
    List<Pom> modules() {
        Map<String, Pom> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(FILE));
        while (!open.isEmpty() && found.size() < MOST) {
            String file = open.removeFirst();
            if (!found.containsKey(file)) {
                pom(file, DEEPEST).ifPresent(pom -> {
                    found.put(file, pom);
                    open.addAll(below(pom));
                });
            }
        }
        return List.copyOf(found.values());
    }

    /** Modules that are built only with a profile: its name, and the place. */
    List<Fact<String>> optional() {
        return List.copyOf(optional);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private List<String> below(Pom pom) {
        List<String> modules = new ArrayList<>(named(pom, pom.project()));
        for (Element profile : Profiles.of(pom)) {
            List<String> named = named(pom, profile);
            if (Profiles.active(pom, profile)) {
                modules.addAll(named);
            } else if (!named.isEmpty()) {
                optional.add(new Fact<>(
                        String.join(", ", named.stream().map(PomTree::folder).toList()),
                        "the profile '" + Profiles.id(pom, profile) + "' of " + pom.file()));
            }
        }
        return modules;
    }

    private static String folder(String file) {
        return file.endsWith("/" + FILE) ? file.substring(0, file.length() - FILE.length() - 1) : file;
    }

    private static List<String> named(Pom pom, Element element) {
        List<String> files = new ArrayList<>();
        for (String[] words : List.of(new String[] {"modules", "module"}, new String[] {"subprojects", "subproject"})) {
            Pom.child(element, words[0]).map(list -> Pom.children(list, words[1])).orElse(List.of()).stream()
                    .map(pom::content)
                    .map(name -> name.endsWith(".xml") ? name : name + "/" + FILE)
                    .forEach(name -> files.add(RepositoryFiles.plain(pom.below(name))));
        }
        return files;
    }

    private Optional<Pom> pom(String file, int depth) {
        return element(file).map(project -> {
            Pom alone = new Pom(project, file, Optional.empty(), given);
            return new Pom(project, file, depth == 0 ? Optional.empty() : parent(alone, depth), given);
        });
    }

    /** The file that Maven would take: where the child says it is, and only if it is the one that the child names. */
    private Optional<Pom> parent(Pom child, int depth) {
        Optional<Element> named = Pom.child(child.project(), "parent");
        Optional<String> path = named.map(
                element -> Pom.child(element, "relativePath").map(Pom::raw).orElse("../" + FILE));
        return path.filter(relative -> !relative.isEmpty())
                .map(relative -> relative.endsWith(".xml") ? relative : relative + "/" + FILE)
                .map(relative -> RepositoryFiles.plain(child.below(relative)))
                .filter(file -> !file.equals(child.file()))
                .flatMap(file -> pom(file, depth - 1))
                .filter(parent -> child.own("parent", "artifactId")
                        .map(artifact -> artifact.value().equals(parent.artifact()))
                        .orElse(true));
    }

    private Optional<Element> element(String file) {
        Optional<Element> before = read.get(file);
        if (before != null) {
            return before;
        }
        Optional<Element> now = files.read(file).flatMap(this::parsed);
        read.put(file, now);
        return now;
    }

    private Optional<Element> parsed(SourceText source) {
        try {
            return Optional.of(Pom.read(source));
        } catch (Pom.Broken broken) {
            findings.add(broken.finding());
            return Optional.empty();
        }
    }
}
