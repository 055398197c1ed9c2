package dev.slipway.detect.release;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.jvm.JibConfig;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.stream.Stream;

/**
 * The images that Spring Boot pushes in a release because of a build script. A command with the option names them itself.
 *
 * @see <a href="https://docs.spring.io/spring-boot/maven-plugin/build-image.html">Packaging OCI images</a>
 */
record SpringImages(List<JibConfig> configs) {
    static SpringImages of(List<DryRow> jobs, RepositoryFiles files) {
        boolean builds = jobs.stream().flatMap(DryRow::commands).anyMatch(SpringImages::builds);
        return new SpringImages(
                builds
                        ? JibConfig.ofSpring(files).stream()
                                .filter(SpringImages::publishes)
                                .toList()
                        : List.of());
    }

    private static boolean builds(Command command) {
        return command.program().matches("mvnw?(?:\\.cmd)?|mvnd|gradlew?(?:\\.bat)?")
                && command.arguments().stream()
                        .anyMatch(word -> word.matches("(?:\\S*:)?(?:build-image(?:-no-fork)?|bootBuildImage)"));
    }

    private static boolean publishes(JibConfig config) {
        return Stream.concat(config.texts("image", "publish").stream(), config.texts("publish").stream())
                .anyMatch("true"::equals);
    }

    boolean none() {
        return configs.isEmpty();
    }

    FoundImages into(FoundImages images) {
        return none()
                ? images
                : images.pushed(configs.stream()
                        .flatMap(SpringImages::tagged)
                        .distinct()
                        .toList());
    }

    private static Stream<Fact<String>> tagged(JibConfig config) {
        return Stream.of(
                        config.texts("image", "name"),
                        config.texts("image", "tags"),
                        config.texts("imageName"),
                        config.texts("tags"))
                .flatMap(List::stream)
                .map(name -> new Fact<>(JibImages.reference(name), config.file() + " build-image"));
    }
}
