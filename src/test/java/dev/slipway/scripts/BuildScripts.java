package dev.slipway.scripts;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.model.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Runs scripts of build jobs with fake compilers. */
abstract class BuildScripts {
    @TempDir
    Path root;

    final Workflow otto = Examples.otto().blueprint().release();

    Runner linux() throws IOException, InterruptedException {
        return repository(root.resolve("a"));
    }

    /** A repository with a crate whose build script takes the version from the tag. */
    Runner repository(Path folder) throws IOException, InterruptedException {
        Runner runner =
                new Runner(folder, otto, "build-linux").variant("linux-amd64").given("github.ref_name", "v0.6.3");
        Scripts.assumeBash();
        runner.file("Cargo.toml", "[package]\nname = \"otto\"\nversion = \"0.0.0\"\nedition = \"2021\"\n")
                .file("build.rs", """
                        fn main() {
                            println!("cargo:rerun-if-env-changed=GIT_DESCRIBE");
                            let version = std::env::var("GIT_DESCRIBE").expect("GIT_DESCRIBE");
                            println!("cargo:rustc-env=OTTO_VERSION={version}");
                        }
                        """)
                .file("src/main.rs", "fn main() { println!(\"otto {}\", env!(\"OTTO_VERSION\")); }\n")
                .file(".gitignore", "/target\n/dist\nCargo.lock\n")
                .file("LICENSE-MIT", "do what you like\n")
                .file("README.md", "# Otto\n")
                .file("src/README.md", "not at the top\n");
        runner.committed(".").bash("git tag v0.6.3").succeeds();
        return runner;
    }

    /** A fake JDK that prints how it was called. The runtimes that it creates contain a 'java' that prints each argument on a line. */
    static Runner javaStubs(Runner runner) throws IOException {
        return runner.stub("unzip", "")
                .stub("jdeps", "echo java.base,java.sql")
                .stub("java", "printf '%s\\n' java.base@25 jdk.unsupported@25 jdk.zipfs@25")
                .stub("jlink", """
                        mkdir -p build/java-runtime/bin
                        printf '#!/bin/sh\\nprintf "%s\\\\n" "$@"\\n' '%s' > build/java-runtime/bin/java
                        chmod 755 build/java-runtime/bin/java
                        touch build/java-runtime/bin/keytool
                        """);
    }

    /** The jars with their runtime. */
    static Runner.Outcome built(Runner runner) throws IOException, InterruptedException {
        runner.step("Build").succeeds();
        return runner.step("Add a Java runtime");
    }

    Runner maven(String settings, String job, String platform) throws IOException {
        Scripts.assumeBash();
        Generation maven = Examples.generate(
                "name: slip\nrepository: a/slip\nmaven: { " + settings + " }\ntargets: [" + platform + "]\n");
        return javaStubs(Runner.of(root, maven, job).variant(platform))
                .stub("mvn", "mkdir -p app/target && echo jar > app/target/it.jar");
    }

    static final String MODERN =
            "CLASSPATH=$APP_HOME/lib/cli-1.jar:$APP_HOME/lib/a.jar\nset -- \\\n        -Dorg.gradle.appname=\"$APP_BASE_NAME\" \\\n"
                    + "        -classpath \"$CLASSPATH\" \\\n        a.b.MainKt \\\n        \"$@\"\n";
    static final String OLD =
            "CLASSPATH=$APP_HOME/lib/cli-1.jar\neval set -- $DEFAULT_JVM_OPTS -classpath \"\\\"$CLASSPATH\\\"\" a.b.Main \"$APP_ARGS\"\n";

    Runner installed(String script, String options, String job, String platform) throws Exception {
        Scripts.assumeBash();
        Generation gradle = Examples.generate(
                "name: slip\nrepository: a/slip\ngradle: { installed: out/cli }\ntargets: [" + platform + "]\n");
        Runner runner =
                javaStubs(Runner.of(root, gradle, job).variant(platform)).stub("jpackage", "mkdir -p build/slip/slip");
        runner.file("out/cli/bin/cli", "#!/bin/sh\nDEFAULT_JVM_OPTS=" + options + "\n" + script)
                .file("out/cli/bin/cli.bat", "@rem\n")
                .file("out/cli/lib/cli-1.jar", "jar")
                .file("gradlew", "#!/bin/sh\n");
        runner.bash("chmod +x gradlew").succeeds();
        return runner;
    }

    /** The words that Java is started with, where {@code HOME} is the folder of the program. */
    String started(String script, String options) throws Exception {
        Runner runner = installed(script, options, "build-linux", "linux-amd64");
        built(runner).succeeds();
        String words = String.join(
                "|",
                runner.bash("build/slip/bin/slip x").succeeds().output().lines().toList());
        String home = runner.work().toRealPath().resolve("build/slip").toString();
        runner.bash("rm -r build").succeeds();
        return words.replace(home, "HOME");
    }
}
