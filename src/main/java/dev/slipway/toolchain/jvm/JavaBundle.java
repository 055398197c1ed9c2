package dev.slipway.toolchain.jvm;

import dev.slipway.config.Fields;
import dev.slipway.config.Grammar;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with jars, a launcher and a Java runtime of the modules that the program needs: what users get who have no Java.
 *
 * @param java the release of the JDK, such as {@code 21}
 * @param modules modules of the runtime besides those that the classes name
 * @param train the arguments of a run whose classes the runtime keeps loaded, as an archive; empty for none
 */
public record JavaBundle(String java, List<String> modules, List<String> train) {
    private static final Grammar MODULE = new Grammar(
            "module",
            "modules",
            100,
            "[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+",
            "the name of a module of the JDK; 'java.se' is all of Java SE",
            "jdk.localedata");
    private static final Grammar ARGUMENT = new Grammar(
            "argument", "arguments", 100, "[A-Za-z0-9_./:=,@%+-]+", "words without spaces and quotes", "--version");

    /** The first whose archive of classes may be moved with its jars. */
    private static final int MOVABLE = 19;

    public JavaBundle {
        modules = List.copyOf(modules);
        train = List.copyOf(train);
    }

    /**
     * Reads what Maven and Gradle have in common.
     *
     * @param compiled whether users get an executable that needs no runtime
     */
    public static JavaBundle read(Fields fields, boolean compiled) {
        String java = fields.text("java", JavaRuntime.JAVA).orElse(JavaRuntime.LTS);
        List<String> modules = fields.texts("modules", MODULE);
        List<String> train = fields.texts("train", ARGUMENT);
        for (String key : List.of("modules", "train")) {
            if (compiled && !(key.equals("modules") ? modules : train).isEmpty()) {
                fields.report(
                        fields.at(key).key(),
                        "'" + key + "' cannot be combined with 'native': an executable has no Java runtime",
                        "remove '" + key + "'");
            }
        }
        if (compiled && java.matches("1[89]")) {
            fields.report(
                    fields.at("java").key(),
                    "GraalVM has no release for Java " + java,
                    "write 'java: " + JavaRuntime.LTS + "', which also compiles for Java " + java);
        }
        if (!train.isEmpty() && java.matches("1[78]")) {
            fields.report(
                    fields.at("train").key(),
                    "the class archive of Java " + java + " works only in the folder where it was created",
                    "write 'java: " + JavaRuntime.LTS + "', which may also compile for Java " + java
                            + ", or remove 'train'");
        }
        return new JavaBundle(java, modules, train);
    }

    /**
     * The steps that build the jars and add a Java runtime to them.
     *
     * @param build the command that builds the jars
     * @param place commands that say in {@code input}, {@code path}, {@code class} and {@code options} where the jars are
     *     and how the program is started
     * @param variable the variable of these commands that names what the build made
     * @param made what the build made
     */
    public List<Step> steps(String build, String place, String variable, String made, Variant variant) {
        boolean windows = variant.os() == Os.WINDOWS;
        boolean trained = !train.isEmpty() && !windows; // in a zip, files have a time without a time zone
        List<String> parts = new ArrayList<>(List.of(
                place, Scripts.read("trim-runtime"), Scripts.read(windows ? "java-folder-windows" : "java-folder")));
        if (trained) {
            parts.add(Scripts.read("train-java"));
        }
        Run runtime = Run.script("Add a Java runtime", String.join("\n\n", parts))
                .env("NAME", variant.name())
                .env(variable, made);
        runtime = modules.isEmpty() ? runtime : runtime.env("MODULES", String.join(",", modules));
        return List.of(Run.script("Build", build), trained ? runtime.env("TRAIN", String.join(" ", train)) : runtime);
    }
}
