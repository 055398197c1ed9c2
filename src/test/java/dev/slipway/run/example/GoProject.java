package dev.slipway.run.example;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Go module without requirements, with a folder below {@code cmd} for each program.
 *
 * @param module its path, such as {@code github.com/lantern-dev/lantern}
 * @param programs what it builds
 * @param variable the variable of the package main that the linker sets to the version
 */
record GoProject(String module, List<String> programs, String variable) implements Sources {
    @Override
    public SortedMap<String, String> at(Version version) {
        SortedMap<String, String> files =
                new TreeMap<>(Map.of("go.mod", "module " + module + "\n\ngo 1.22\n", ".gitignore", "/build/\n"));
        programs.forEach(program -> files.put("cmd/" + program + "/main.go", """
                // Says what it is.
                package main

                import (
                	"fmt"
                	"os"
                	"strings"
                )

                // %2$s is set when a release is linked.
                var %2$s = "devel"

                func main() {
                	if len(os.Args) == 2 && os.Args[1] == "--version" {
                		fmt.Println("%1$s", strings.TrimPrefix(%2$s, "v"))
                		return
                	}
                	fmt.Println("usage: %1$s --version")
                }
                """.formatted(program, variable)));
        return files;
    }
}
