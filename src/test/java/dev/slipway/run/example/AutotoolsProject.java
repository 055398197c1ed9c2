package dev.slipway.run.example;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program in C that autoconf and automake build.
 *
 * @param name the program
 */
record AutotoolsProject(String name) implements Sources {
    @Override
    public SortedMap<String, String> at(Version version) {
        return new TreeMap<>(Map.of(
                ".gitignore",
                """
                /aclocal.m4
                /autom4te.cache/
                /config/
                /config.*
                /configure
                /configure~
                /%1$s
                /Makefile
                /Makefile.in
                .deps/
                .dirstamp
                *.log
                *.o
                *.trs
                """.formatted(name),
                "configure.ac",
                """
                AC_INIT([%1$s], [%2$s])
                AC_CONFIG_AUX_DIR([config])
                AM_INIT_AUTOMAKE([foreign subdir-objects])
                AC_CANONICAL_HOST
                AC_PROG_CC
                AC_ARG_ENABLE([docs], [AS_HELP_STRING([--disable-docs], [build no manual])])
                AC_ARG_ENABLE([static], [AS_HELP_STRING([--enable-static], [build static libraries])])
                AC_ARG_ENABLE([all-static], [AS_HELP_STRING([--enable-all-static], [link with static libraries alone])])
                AC_ARG_WITH([oniguruma], [AS_HELP_STRING([--with-oniguruma], [where regular expressions come from])])
                AS_CASE([$host_os], [darwin*], [enable_all_static=no])
                AS_IF([test "x$enable_all_static" = xyes], [LDFLAGS="$LDFLAGS -static"])
                AC_CONFIG_FILES([Makefile])
                AC_OUTPUT
                """.formatted(name, version.text()),
                "Makefile.am",
                """
                bin_PROGRAMS = %1$s
                %1$s_SOURCES = src/main.c
                dist_check_SCRIPTS = tests/version
                TESTS = tests/version
                """.formatted(name),
                "src/main.c",
                MakeProject.program(name, "PACKAGE_VERSION"),
                "tests/version",
                "#!/bin/sh\n./" + name + " --version | grep '^" + name + " [0-9]'\n"));
    }
}
