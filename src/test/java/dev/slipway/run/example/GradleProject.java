package dev.slipway.run.example;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Java program that the subproject {@code cli} of a Gradle build makes. The wrapper would download Gradle, so its place is
 * taken by a script that does what the tasks of this build do, and writes a start script of the same form.
 *
 * @param name the program
 */
record GradleProject(String name) implements Sources {
    @Override
    public SortedMap<String, String> at(Version version) {
        String type = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(".gitignore", "build/\n.gradle/\n");
        files.put("settings.gradle.kts", "rootProject.name = \"" + name + "\"\ninclude(\"cli\")\n");
        files.put("cli/build.gradle.kts", """
                plugins { application }

                version = "%2$s"

                application {
                    mainClass = "dev.%1$s.%3$s"
                    applicationName = "%1$s"
                    applicationDefaultJvmArgs = listOf("-Xmx200m", "-Dplace=at sea")
                }

                distributions { main { distributionBaseName = "%1$s" } }
                """.formatted(name, version.text(), type));
        files.put("cli/src/main/java/dev/" + name + "/" + type + ".java", """
                package dev.%1$s;

                /** Says what it is. */
                public final class %2$s {
                    private %2$s() {}

                    public static void main(String[] words) {
                        String version = %2$s.class.getPackage().getImplementationVersion();
                        boolean asked = words.length == 1 && words[0].equals("--version");
                        System.out.println(asked ? "%1$s " + version : "usage, " + System.getProperty("place") + ": %1$s --version");
                    }
                }
                """.formatted(name, type));
        files.put("gradlew", """
                #!/bin/sh
                # What the tasks of this build do, without Gradle.
                set -eu
                cd "$(dirname "$0")"
                version=$(sed -n 's/^version = "\\(.*\\)"$/\\1/p' cli/build.gradle.kts)
                build=cli/build
                installed=$build/install/%1$s

                compile() {
                  mkdir -p "$build/classes" "$build/tmp" "$installed/lib" "$installed/bin"
                  javac --release 17 -d "$build/classes" cli/src/main/java/dev/%1$s/%2$s.java
                  echo "Implementation-Version: $version" > "$build/tmp/manifest"
                  jar --create --file "$installed/lib/cli-$version.jar" --manifest "$build/tmp/manifest" -C "$build/classes" .
                }

                start() {
                  cat > "$installed/bin/%1$s" << END
                #!/bin/sh
                APP_HOME=\\$( cd -P "\\${APP_HOME:-./}.." > /dev/null && printf '%%s\\n' "\\$PWD" ) || exit
                CLASSPATH=\\$APP_HOME/lib/cli-$version.jar
                DEFAULT_JVM_OPTS='"-Xmx200m" "-Dplace=at sea"'
                set -- \\\\
                        -classpath "\\$CLASSPATH" \\\\
                        dev.%1$s.%2$s \\\\
                        "\\$@"
                exec "\\$JAVACMD" "\\$@"
                END
                  echo '@rem' > "$installed/bin/%1$s.bat"
                }

                for task; do
                  case $task in
                    --*) ;;
                    :cli:properties) printf 'name: cli\\nversion: %%s\\n' "$version" ;;
                    build | assemble | :cli:installDist)
                      compile
                      start
                      ;;
                    *)
                      echo "Task '$task' not found in root project '%1$s'." >&2
                      exit 1
                      ;;
                  esac
                done
                """.formatted(name, type));
        return files;
    }
}
