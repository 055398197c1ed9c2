package dev.slipway.run.example;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Stands before this machine's cargo, so that of builds that differ in nothing only the first is made: a fault of a
 * workflow seldom changes what is built.
 *
 * @param folder where results are kept
 */
record BuildCache(Path folder) {
    private static final String SCRIPT = """
            #!/bin/sh
            case "$1" in build | rustc) ;; *) exec 'CARGO' "$@" ;; esac
            own=$PATH
            PATH='PROGRAMS' # a runner may lack what is used here
            into=target
            manifest=
            previous=
            words=
            for word; do
              case $previous in
                --target-dir) into=$word ;;
                --manifest-path) manifest=${word%/*} ;;
                *) words="$words $word" ;;
              esac
              previous=$word
            done
            if [ -n "$manifest" ] && [ "$into" = target ]; then into=$manifest/target; fi
            key=$(
              {
                printf '%s\\n' "$words"
                env | grep -E '^(CARGO_(BUILD|TARGET|PROFILE)|RUSTFLAGS|GIT_DESCRIBE|.*_FLAVOUR)' | sort
                find "${manifest:-.}" \\( -name target -o -name '.?*' -o -name extras \\) -prune -o -type f -print0 |
                  sort -z | xargs -0 cat
              } | sha256sum | cut -c 1-64
            )
            kept='FOLDER'/$key
            if [ ! -d "$kept" ]; then
              PATH=$own 'CARGO' "$@" || exit
              mkdir -p "$kept.$$" && cp -a "$into/." "$kept.$$" && mv "$kept.$$" "$kept"
            else
              mkdir -p "$into" && cp -a "$kept/." "$into"
            fi
            """;

    /** Puts it into a folder that comes before others in a path; does nothing if there is no cargo. */
    void install(Path programs, String path) throws IOException {
        Optional<Path> cargo = Arrays.stream(path.split(File.pathSeparator))
                .map(each -> Path.of(each, "cargo"))
                .filter(Files::isExecutable)
                .findFirst();
        if (cargo.isPresent()) {
            Path script = Files.writeString(
                    programs.resolve("cargo"),
                    SCRIPT.replace("CARGO'", cargo.get() + "'")
                            .replace("FOLDER", folder.toString())
                            .replace("PROGRAMS", path));
            if (!script.toFile().setExecutable(true)) {
                throw new IOException(script + " cannot be made a program");
            }
        }
    }
}
