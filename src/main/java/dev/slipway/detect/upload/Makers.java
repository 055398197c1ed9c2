package dev.slipway.detect.upload;

import dev.slipway.shell.Command;
import dev.slipway.shell.Signing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where commands may leave files whose names they do not give. Commands that copy, pack and compile are
 * followed elsewhere, file by file.
 */
public final class Makers {
    /** Commands that are followed, or that leave no file in the places that they name. */
    private static final Set<String> QUIET = words("""
            mkdir md new-item rm remove-item del rmdir gzip pigz xz zstd bzip2 lipo chmod chown chgrp ls dir tree stat file du
            test [ [[ echo printf sha1sum sha256sum sha512sum shasum md5sum b2sum b3sum md5 certutil get-filehash rhash gh hub
            ghr git cd pushd popd set-location touch set shopt exit return apt apt-get brew choco pip pip3 rustup trap eval
            export cosign codesign xcrun spctl stapler security strip upx gpg gpg2 gpgconf gpg-connect-agent minisign rsign signtool
            osslsigncode rpmsign cmp diff ldd otool readelf objdump nm jq yq sed gsed awk gawk cat head tail grep egrep wc sort uniq date
            sleep uname which command type source . local declare unset read shift true false xattr install_name_tool
            get-childitem foreach-object write-host write-output test-path select-object out-null candle printenv env mktemp
            patchelf rcodesign notarytool ditto curl wget invoke-webrequest @{ } { ssh aws az gcloud gsutil rclone tee id whoami openssl
            desktop-file-validate appstreamcli lintian dpkg rpm goversioninfo dirname basename seq let wait kill
            vcvarsall vcvars64 vsdevcmd launch-vsdevshell
            """);

    /** Build tools that write where their own files say. */
    private static final Set<String> ANYWHERE = words("""
            make gmake just task mage ninja cmake cpack meson bazel bazelisk deno python python3 py node
            ruby perl php pwsh powershell invoke-expression nu rake invoke tox nox nix nix-build poetry hatch uv scons gulp grunt flutter dart
            dotnet swift xcodebuild stack cabal dune mix rebar3 shards crystal nim nimble zig packer jreleaser
            dotnet-script dotnet-cake nuke fake jbang kscript groovy scala-cli amm tclsh rscript lua julia ts-node tsx zx
            goreleaser dist cargo-dist ant electron-builder tauri pixi mise moon turbo nx pdm rye dagger earthly
            """);

    /** The words after them that only ask, test and prepare. */
    private static final Set<String> HARMLESS = words("version --version env --help help fmt test check lint restore");

    /** Those that write below the folder in which they are started. */
    private static final Set<String> IN_FOLDER = words("npm pnpm pn yarn bun npx");

    /** What they do without running a script that writes files for people. */
    private static final Set<String> OF_PACKAGES =
            words("publish config login logout whoami view info dist-tag audit version");

    /** What names of scripts end with. */
    private static final Set<String> SCRIPTS = words("py js mjs cjs ts rb pl php ps1 cmd bat fish nu sh bash");

    private Makers() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Where a command may leave files. */
    public static List<Area> of(Command command, Set<String> known, boolean followed) {
        Command plain = plain(command);
        String program = program(plain);
        if (plain.toString().matches("(?i)\\S++(?: \\S+\\.py)? (?:--?(?:version|help|info|hdrinfo)|/version|/\\?)")) {
            return List.of();
        }
        Optional<List<Area>> packed = Packers.of(program, plain, NamedPaths.of(plain, false));
        if (packed.isPresent()) {
            return packed.get();
        }
        List<Area> taken = Unpacking.of(program, plain);
        if (!taken.isEmpty()) {
            return taken;
        }
        List<Area> signatures = Signing.results(plain).stream()
                .filter(Area::isPattern)
                .map(path -> Area.of(plain.folder(), path))
                .toList();
        if (!signatures.isEmpty()) {
            return signatures; // of files that are not known either
        }
        if (followed || known.contains(program) || QUIET.contains(program) || Copies.is(program) || compiles(plain)) {
            return List.of();
        }
        if (changesNothing(program, plain.arguments())) {
            return List.of();
        }
        if (program.matches("gradlew?")) {
            return List.of(new Area("", true, "", "", "build"));
        }
        if (program.matches("mvnw?|mvnd|sbt|mill|lein")) {
            return List.of(new Area("", true, "", "", "target"));
        }
        if (program.matches("docker|podman")) {
            return containers(plain);
        }
        boolean task = plain.toString().matches("(?s)go (?:run|generate)\\b.*|cargo (?:xtask|make|dist|bundle)\\b.*");
        if (IN_FOLDER.contains(program)) {
            return isOfPackages(plain) ? List.of() : List.of(Area.below(plain.folder()));
        }
        if (ANYWHERE.contains(program)) {
            boolean quiet = plain.arguments().stream().limit(1).anyMatch(HARMLESS::contains);
            return quiet ? List.of() : List.of(Area.below(""));
        }
        return isScript(plain.words().get(0)) || task ? List.of(Area.below("")) : NamedPaths.of(plain, true);
    }

    /** Whether it only lists files and folders, fetches what a build needs, or puts others into a jar that is there. */
    private static boolean changesNothing(String program, List<String> arguments) {
        return switch (program) {
            case "find" -> arguments.stream().noneMatch(word -> word.startsWith("-exec"));
            case "dart", "flutter" ->
                arguments.stream().limit(1).anyMatch(word -> word.matches("pub|analyze|format|doctor"));
            case "dotnet" ->
                arguments.stream().limit(1).anyMatch(word -> word.matches("tool|workload|restore|nuget|new|sln"));
            case "stack" -> arguments.stream().limit(1).anyMatch("path"::equals);
            case "jar" -> arguments.stream().limit(1).anyMatch(word -> word.matches("-?u.*|--update"));
            default -> false;
        };
    }

    private static boolean isOfPackages(Command command) {
        return command.arguments().stream()
                .filter(word -> !word.startsWith("-") && !word.matches("npm|stage"))
                .findFirst()
                .filter(OF_PACKAGES::contains)
                .isPresent();
    }

    private static boolean isScript(String path) {
        return path.indexOf('/') >= 0
                && SCRIPTS.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** A container writes into folders that it gets, and a build only into those of its options. */
    private static List<Area> containers(Command command) {
        String all = command.toString();
        return all.matches("(?s)\\S+ (?:buildx |image )?build .*(?:-o|--output)\\b.*|\\S+ (?:run|cp|compose) .*")
                ? NamedPaths.of(command, true).stream()
                        .map(area -> area.folder().isEmpty() && area.end().isEmpty() ? Area.below("") : area)
                        .toList()
                : List.of();
    }

    /** The command without what only starts it. */
    private static Command plain(Command command) {
        List<String> words = command.words();
        while (words.size() > 1 && words.get(0).matches("sudo|time|nice|nohup|command|exec|&|-E|xvfb-run")) {
            words = words.subList(1, words.size());
        }
        return new Command(words, command.output(), command.line(), command.folder(), command.env());
    }

    /** What is started, whatever it is called on Windows. */
    private static String program(Command command) {
        String name = command.words().isEmpty() ? "" : command.words().get(0).replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(?<=.)\\.(?:exe|cmd|bat)$", "")
                .replaceFirst(" .*", "");
    }

    /** Builds and checks of which the results are known. */
    private static boolean compiles(Command command) {
        return command.toString()
                .matches("(?s)(?:\\S*/)?(?:cargo|cross|cargo-zigbuild) (?!run\\b|xtask\\b|make\\b|dist\\b|bundle\\b).*"
                        + "|go (?!run\\b|generate\\b).*|rustc .*|tar .*|(?:g|bsd)tar .*|7z\\w* .*|zip .*|compress-archive .*"
                        + "|Compress-Archive .*|ouch .*");
    }
}
