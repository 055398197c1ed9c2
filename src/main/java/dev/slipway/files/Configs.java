package dev.slipway.files;

import dev.slipway.disk.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** The configs of a repository, one for each project. */
public final class Configs {
    private final Path root;

    /** @param root the root of the repository */
    public Configs(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The configs at the root that are known by their names: {@code slipway.yml} and those such as {@code slipway.beta.yml}. */
    public SortedSet<String> named() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        Checkout checkout = Checkout.in(root);
        for (String name : checkout.list(".")) {
            if (isNamed(name) && checkout.isTaken(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isNamed(String name) {
        return name.equals(SourceConfig.USUAL.path())
                || name.startsWith("slipway.") && name.endsWith(".yml") && name.length() > "slipway.yml".length()
                || name.endsWith(".slipway.yml");
    }

    /** The config of each project that files were written for, by the word for the project; it may be gone. */
    public Map<String, String> recorded() throws IOException {
        Map<String, String> configs = new TreeMap<>();
        manifests().forEach((word, manifest) -> {
            if (word.isEmpty()) {
                configs.put(word, SourceConfig.USUAL.path());
            }
            manifest.config()
                    .filter(config -> GeneratedFile.faultOf(config).isEmpty())
                    .ifPresent(config -> configs.put(word, config));
        });
        return configs;
    }

    /** The files that were written for the project of a word. */
    public Set<String> filesOf(String project) throws IOException {
        Manifest manifest = manifests().get(project);
        return manifest == null ? Set.of() : new TreeSet<>(manifest.files().keySet());
    }

    /** The files that were written for other projects than that of a word. */
    public Set<String> filesBut(String project) throws IOException {
        Set<String> files = new TreeSet<>();
        manifests().forEach((word, manifest) -> {
            if (!word.equals(project)) {
                files.addAll(manifest.files().keySet());
            }
        });
        return files;
    }

    private Map<String, Manifest> manifests() throws IOException {
        Map<String, Manifest> manifests = new TreeMap<>();
        for (String file : Checkout.in(root).list(Manifest.FOLDER)) {
            Matcher name = Manifest.NAME.matcher(file);
            if (name.matches()) {
                String word = Objects.requireNonNullElse(name.group("project"), "");
                new Tree(root)
                        .read(Manifest.FOLDER + file)
                        .ifPresent(there -> manifests.put(word, Manifest.parse(there.text())));
            }
        }
        return manifests;
    }

    /** Whether a text is made from another config of the repository than this one. */
    boolean isOthers(String text, SourceConfig own) {
        return SourceConfig.of(text)
                .filter(config -> !config.equals(own.path()))
                .filter(config -> GeneratedFile.faultOf(config).isEmpty())
                .filter(config -> config.equals(SourceConfig.JAVA.path()) || Files.isRegularFile(root.resolve(config)))
                .isPresent();
    }
}
