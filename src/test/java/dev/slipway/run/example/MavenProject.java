package dev.slipway.run.example;

import dev.slipway.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Java program without dependencies. Its plugins are those of this repository's own build: where that could run, this
 * can be built without a network.
 *
 * @param name the artifact, and the jar's name
 * @param compiled whether a profile makes a native executable of it
 */
record MavenProject(String name, boolean compiled) implements Sources {
    private static final List<String> PLUGINS = List.of("resources", "compiler", "surefire", "jar");

    @Override
    public SortedMap<String, String> at(Version version) {
        String type = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(".gitignore", "/target/\n/build/\n");
        files.put("pom.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>dev.%1$s</groupId>
                  <artifactId>%1$s</artifactId>
                  <version>%2$s</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <build>
                    <finalName>%1$s</finalName>
                    <plugins>
                %3$s    </plugins>
                  </build>
                %4$s</project>
                """.formatted(
                        name,
                        version.text(),
                        PLUGINS.stream().map(plugin -> plugin(plugin, type)).collect(Collectors.joining()),
                        compiled ? profile() : ""));
        files.put("src/main/java/dev/" + name + "/" + type + ".java", """
                package dev.%1$s;

                /** Says what it is. */
                public final class %2$s {
                    private %2$s() {}

                    public static void main(String[] words) {
                        String version = %2$s.class.getPackage().getImplementationVersion();
                        System.out.println(words.length == 1 && words[0].equals("--version") ? "%1$s " + version : "usage: %1$s --version");
                    }
                }
                """.formatted(name, type));
        return files;
    }

    private String profile() {
        return """
                  <profiles>
                    <profile>
                      <id>native</id>
                      <build>
                        <plugins>
                          <plugin>
                            <groupId>org.graalvm.buildtools</groupId>
                            <artifactId>native-maven-plugin</artifactId>
                            <version>%s</version>
                            <executions>
                              <execution>
                                <phase>package</phase>
                                <goals>
                                  <goal>compile-no-fork</goal>
                                </goals>
                              </execution>
                            </executions>
                          </plugin>
                        </plugins>
                      </build>
                    </profile>
                  </profiles>
                """.formatted(ownVersion("native-maven-plugin"));
    }

    private String plugin(String plugin, String type) {
        String archive = """
                        <configuration>
                          <archive>
                            <manifest>
                              <mainClass>dev.%s.%s</mainClass>
                              <addDefaultImplementationEntries>true</addDefaultImplementationEntries>
                            </manifest>
                          </archive>
                        </configuration>
                """.formatted(name, type);
        return """
                      <plugin>
                        <artifactId>maven-%s-plugin</artifactId>
                        <version>%s</version>
                %s      </plugin>
                """.formatted(plugin, ownVersion("maven-" + plugin + "-plugin"), plugin.equals("jar") ? archive : "");
    }

    private static String ownVersion(String plugin) {
        Matcher found = Pattern.compile("<artifactId>" + plugin + "</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Examples.read(Path.of("pom.xml")));
        if (!found.find()) {
            throw new IllegalStateException("pom.xml has no " + plugin + " with a version");
        }
        return found.group(1);
    }
}
