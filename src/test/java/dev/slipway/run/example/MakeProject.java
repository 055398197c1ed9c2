package dev.slipway.run.example;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A static program in C that a Makefile builds into the folder {@code out}.
 *
 * @param name the program
 */
record MakeProject(String name) implements Sources {
    @Override
    public SortedMap<String, String> at(Version version) {
        return new TreeMap<>(Map.of(
                ".gitignore",
                "/out/\n",
                "VERSION",
                version.text() + "\n",
                "src/" + name + ".c",
                program(name, "VERSION"),
                "Makefile",
                """
                CC = cc
                CFLAGS = -O1 -Wall -Wextra -Werror
                VERSION = $(shell cat VERSION)
                FLAGS = $(CFLAGS) -DVERSION='"$(VERSION)"'

                out/%1$s: src/%1$s.c
                	mkdir -p out
                	$(CC) $(FLAGS) -static -o $@ $<

                .PHONY: lint check
                lint:
                	$(CC) $(FLAGS) -fsyntax-only src/%1$s.c

                check: out/%1$s
                	test "$$(out/%1$s --version)" = '%1$s $(VERSION)'
                """.formatted(name)));
    }

    /** A program that says its name and the version that a macro has. */
    static String program(String name, String macro) {
        return """
                #include <stdio.h>
                #include <string.h>

                int main(int count, char **words) {
                    if (count == 2 && strcmp(words[1], "--version") == 0) {
                        puts("%1$s " %2$s);
                    } else {
                        puts("usage: %1$s --version");
                    }
                    return 0;
                }
                """.formatted(name, macro);
    }
}
