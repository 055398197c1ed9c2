package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import java.util.Optional;
import java.util.Set;

/**
 * A program that a module of a Java build makes.
 *
 * @param name what the module is called
 * @param folder the folder of the module; empty for the root
 * @param plugin what makes it, such as {@code maven-shade-plugin}
 * @param mainClass the class that starts it, if the build names one
 * @param file what is made, as a path below the repository; {@code *} stands for the version in it
 * @param profile what has to be switched on so that it is made; empty if every build makes it
 * @param lack why a pipeline cannot ship that as it is; empty if it can
 * @param machines the labels of the runners on which releases compile it with GraalVM; empty if they do not
 */
public record JavaProgram(
        String name,
        String folder,
        Fact<String> plugin,
        Optional<Fact<String>> mainClass,
        Optional<Fact<String>> file,
        String profile,
        String lack,
        Set<String> machines) {
    public JavaProgram {
        machines = Set.copyOf(machines);
    }

    JavaProgram(
            String name,
            String folder,
            Fact<String> plugin,
            Optional<Fact<String>> mainClass,
            Optional<Fact<String>> file,
            String profile,
            String lack) {
        this(name, folder, plugin, mainClass, file, profile, lack, Set.of());
    }

    /** Whether GraalVM compiles it, so that it runs on one platform. */
    public boolean executable() {
        return plugin.value().matches("native-maven-plugin|org\\.graalvm\\.buildtools\\.native");
    }

    /** An executable in the way in which a config can release it, if it is released today; Quarkus compiles its jar instead. */
    JavaProgram released(BuiltModules modules) {
        boolean known = file.filter(path -> !path.value().contains("*")).isPresent();
        boolean asked = profile.isEmpty() || profile.equals("native");
        if (plugin.value().equals("quarkus-maven-plugin")) {
            return new JavaProgram(name, folder, plugin, mainClass, file, profile, lack, modules.machines());
        }
        return modules.compiles() && executable() && known && asked
                ? new JavaProgram(name, folder, plugin, mainClass, file, profile, "", modules.machines())
                : this;
    }

    /** Whether it can be shipped as it is. */
    public boolean whole() {
        return lack.isEmpty();
    }
}
