package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds settings by which every build pushes an image, although no command asks for it: of Quarkus, and of Jib where the POM
 * starts it at {@code mvn package}.
 *
 * @see <a href="https://quarkus.io/guides/container-image#pushing">Pushing</a>
 */
public record PushingBuilds(RepositoryFiles files) {
    private static final String PROPERTIES = "src/main/resources/application.properties";
    private static final String QUARKUS = "quarkus.container-image.push=true";
    private static final String JIB = "<artifactId>jib-maven-plugin</artifactId>";
    private static final int MOST = 50;

    /** A question for each setting: builds of another release would push, too. */
    public Takeover takeover() {
        List<String> poms = files.has(PomTree.FILE)
                ? new PomTree(files)
                        .modules().stream().map(Pom::file).limit(MOST).toList()
                : List.of();
        Stream<String> properties = Stream.concat(
                        Stream.of(PROPERTIES), poms.stream().map(pom -> pom.replaceFirst("pom\\.xml$", PROPERTIES)))
                .distinct()
                .flatMap(file -> files.read(file).stream())
                .flatMap(text -> quarkus(text).stream());
        Stream<String> jib =
                poms.stream().flatMap(file -> files.read(file).stream()).flatMap(pom -> jib(pom).stream());
        List<Takeover.Open> open = Stream.concat(properties, jib)
                .map(place -> new Takeover.Open(
                        "docker",
                        "'" + place
                                + "' lets builds push an image, so those of the new release would, too: set it "
                                + "only where an image is wanted"))
                .toList();
        return new Takeover(Map.of(), List.of(), open);
    }

    private static Optional<String> quarkus(SourceText text) {
        List<String> lines = text.lines();
        return IntStream.range(0, lines.size())
                .filter(at -> plain(lines.get(at)).equals(QUARKUS))
                .mapToObj(at -> text.name() + ":" + (at + 1))
                .findFirst();
    }

    /** Builds are for production unless they say otherwise. */
    private static String plain(String line) {
        String text = line.replace(" ", "").replace("\t", "");
        return text.startsWith("%prod.") ? text.substring("%prod.".length()) : text;
    }

    private static Optional<String> jib(SourceText pom) {
        String text = pom.text();
        int profiles = text.indexOf("<profiles>");
        int plugin = text.indexOf(JIB);
        int end = plugin < 0 ? -1 : text.indexOf("</plugin>", plugin);
        boolean always = end >= 0 && (profiles < 0 || plugin < profiles);
        String inside = always ? text.substring(plugin, end) : "";
        return inside.contains("<goal>build</goal>") && inside.contains("<phase>package</phase>")
                ? Optional.of(pom.name() + ":"
                        + (1
                                + text.substring(0, plugin)
                                        .chars()
                                        .filter(letter -> letter == '\n')
                                        .count()))
                : Optional.empty();
    }
}
