package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A plugin as a module uses it.
 *
 * @param module the module
 * @param name the artifact of the plugin
 * @param file the POM that uses it
 * @param profile the profile that has to be switched on for it; empty if every build has it
 * @param elements where it is configured, what goes before first: where it is used, then where it is managed
 * @see <a href="https://maven.apache.org/guides/mini/guide-configuring-plugins.html">Guide to Configuring Plug-ins</a>
 */
record PomPlugin(Pom module, String name, String file, String profile, List<Element> elements) {
    /** No build that people write has more, in its modules and their parents together. */
    private static final int MOST = 200;

    private static final int PARENTS = 8;

    PomPlugin {
        elements = List.copyOf(elements);
    }

    /**
     * What a plugin does once in a build.
     *
     * @param goals what it is called for; empty if only plugins that are not in the repository say
     * @param settings where it is configured, what goes before first
     */
    record Execution(PomPlugin plugin, List<String> goals, List<Element> settings) {
        Execution {
            goals = List.copyOf(goals);
            settings = List.copyOf(settings);
        }

        boolean does(String goal) {
            return goals.contains(goal);
        }

        Optional<String> text(String... path) {
            return settings.stream()
                    .flatMap(setting -> Pom.element(setting, path).stream())
                    .findFirst()
                    .map(plugin::content)
                    .filter(text -> !text.isEmpty());
        }

        List<String> texts(String name) {
            return settings.stream()
                    .flatMap(setting -> Pom.descendants(setting, name).stream())
                    .map(plugin::content)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }

        boolean is(String key, boolean usual) {
            return text(key).map("true"::equals).orElse(usual);
        }

        /** The class that the manifest of a jar names. */
        Optional<Fact<String>> mainClass() {
            return Stream.of("mainClass", "Main-Class")
                    .flatMap(key -> texts(key).stream()
                            .map(name -> new Fact<>(name, plugin.file + " " + plugin.name + " <" + key + ">")))
                    .filter(fact -> !fact.value().contains("${"))
                    .findFirst();
        }

        Fact<String> fact(String value) {
            return new Fact<>(value, plugin.file + " " + plugin.name);
        }
    }

    /** The text of an element, with the properties of the profile that switches the plugin on. */
    private String content(Element element) {
        String text = module.content(element);
        return profile.isEmpty() ? text : Profiles.fill(text, module.line(), profile);
    }

    /** The plugins of a module: its own, then those of its parents, the nearest first. */
    static List<PomPlugin> of(Pom module) {
        List<PomPlugin> found = new ArrayList<>();
        Map<String, List<Element>> managed = managed(module);
        for (Pom pom : module.line()) {
            boolean own = pom == module;
            Pom.element(pom.project(), "build", "plugins")
                    .ifPresent(list -> add(module, pom, list, "", own, managed, found));
            for (Element profile : Profiles.of(pom)) {
                String id = Profiles.active(pom, profile) ? "" : Profiles.id(pom, profile);
                Pom.element(profile, "build", "plugins")
                        .ifPresent(list -> add(module, pom, list, id, own, managed, found));
            }
        }
        return found;
    }

    private static Map<String, List<Element>> managed(Pom module) {
        Map<String, List<Element>> managed = new LinkedHashMap<>();
        for (Pom pom : module.line()) {
            Pom.element(pom.project(), "build", "pluginManagement", "plugins")
                    .map(list -> Pom.children(list, "plugin"))
                    .orElse(List.of())
                    .stream()
                    .limit(MOST)
                    .forEach(plugin -> managed.computeIfAbsent(artifact(module, plugin), any -> new ArrayList<>())
                            .add(plugin));
        }
        return managed;
    }

    private static void add(
            Pom module,
            Pom pom,
            Element list,
            String profile,
            boolean own,
            Map<String, List<Element>> managed,
            List<PomPlugin> found) {
        for (Element plugin : Pom.children(list, "plugin")) {
            boolean inherited = Pom.child(plugin, "inherited")
                    .map(module::content)
                    .filter("false"::equals)
                    .isEmpty();
            if ((own || inherited) && found.size() < MOST) {
                String name = artifact(module, plugin);
                List<Element> elements = new ArrayList<>(List.of(plugin));
                found.stream()
                        .filter(other -> other.name.equals(name) && other.profile.isEmpty())
                        .limit(PARENTS)
                        .forEach(other -> elements.add(other.elements.get(0)));
                managed.getOrDefault(name, List.of()).stream().limit(PARENTS).forEach(elements::add);
                found.add(new PomPlugin(module, name, pom.file(), profile, elements));
            }
        }
    }

    private static String artifact(Pom module, Element plugin) {
        return Pom.child(plugin, "artifactId").map(module::content).orElse("");
    }

    /** What it does in a build, each by its id; once with the settings of all if it names nothing. */
    List<Execution> executions() {
        Map<String, List<Element>> byId = new LinkedHashMap<>();
        for (Element element : elements) {
            Pom.child(element, "executions").map(all -> Pom.children(all, "execution")).orElse(List.of()).stream()
                    .forEach(execution -> byId.computeIfAbsent(
                                    Pom.child(execution, "id").map(Pom::raw).orElse("default"),
                                    any -> new ArrayList<>())
                            .add(execution));
        }
        List<Element> shared = elements.stream()
                .flatMap(element -> Pom.child(element, "configuration").stream())
                .toList();
        if (byId.isEmpty()) {
            return List.of(new Execution(this, List.of(), shared));
        }
        return byId.values().stream()
                .filter(same -> same.stream()
                        .flatMap(execution -> Pom.child(execution, "phase").stream())
                        .findFirst()
                        .map(Pom::raw)
                        .filter("none"::equals)
                        .isEmpty())
                .map(same -> new Execution(
                        this,
                        same.stream()
                                .flatMap(execution -> Pom.descendants(execution, "goal").stream())
                                .map(module::content)
                                .distinct()
                                .toList(),
                        Stream.concat(
                                        same.stream()
                                                .flatMap(execution -> Pom.child(execution, "configuration").stream()),
                                        shared.stream())
                                .toList()))
                .toList();
    }
}
