package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.Maven;
import dev.slipway.detect.Repository;
import java.util.Optional;

/** What Maven builds, and with which Java. */
record AboutMaven(Maven maven, Draft draft) {
    private static final String SPDX = "[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*";

    /** Writes the toolchain's key; gives the description of the project. */
    static Optional<Fact<String>> add(Repository repository, String project, Draft draft) throws NoProposal {
        Maven maven = repository
                .maven()
                .orElseThrow(
                        () -> new NoProposal(
                                "there is no Cargo.toml, no go.mod and no pom.xml that can be read",
                                "run it where one of them is, or name that directory with -C; what has none is built by a 'command', which docs/config.md explains"));
        AboutMaven about = new AboutMaven(maven, draft);
        Setting.Group keys = new Setting.Group();
        maven.javaRelease().ifPresent(java -> {
            keys.word("java", java.value());
            draft.taken("maven.java", java);
        });
        about.jar(project, keys);
        draft.put("maven", keys.keys());
        about.license(repository);
        return maven.description();
    }

    /** A jar whose name holds the version is called differently in each release, which a config cannot say. */
    private void jar(String project, Setting.Group keys) {
        Optional<Fact<String>> steady = maven.finalName()
                .filter(name -> !name.value().contains("${"))
                .filter(name -> maven.version()
                        .filter(version -> name.value().contains(version.value()))
                        .isEmpty());
        if (!maven.modules().isEmpty()) {
            draft.open("maven.jar", "the build has several modules; write the path of the jar that starts the program");
        } else if (steady.isPresent()) {
            Fact<String> jar = steady.get().map(name -> "target/" + name + ".jar");
            if (!jar.value().equals("target/" + project + ".jar")) {
                keys.word("jar", jar.value());
            }
            draft.taken("maven.jar", jar);
        } else {
            draft.open(
                    "maven.jar",
                    "write <finalName>" + project
                            + "</finalName> into the <build> of pom.xml: without it, each version's jar "
                            + "has another name");
        }
        if (maven.mainClass().isEmpty()) {
            draft.open("maven.jar", "pom.xml names no main class; the jar needs one in its manifest");
        }
        maven.mainClass().ifPresent(main -> draft.taken("main class", main));
        maven.bundler().ifPresent(plugin -> draft.taken("plugin", plugin));
        if (maven.bundler().isEmpty()) {
            draft.open("maven.jar", "no plugin puts the dependencies into the jar, as maven-shade-plugin does");
        }
    }

    private void license(Repository repository) {
        License.add(maven.license().filter(name -> name.value().matches(SPDX)), repository, draft);
    }
}
