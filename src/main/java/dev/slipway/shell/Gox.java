package dev.slipway.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The builds that {@code gox} starts, one for each platform and package.
 *
 * @see <a href="https://github.com/mitchellh/gox">gox</a>
 */
record Gox(Command by) {
    private static final Set<String> WITH_VALUE = Set.of(
            "os", "arch", "osarch", "output", "ldflags", "gcflags", "asmflags", "tags", "mod", "parallel", "gocmd");
    private static final Set<String> OWN =
            Set.of("os", "arch", "osarch", "output", "parallel", "gocmd", "cgo", "verbose", "rebuild", "osarch-list");

    /** What may be given several times, each time for more. */
    private static final Set<String> LISTS = Set.of("os", "arch", "osarch");

    /** The processors that Go builds for on each system; gox leaves out what it does not build for. */
    private static final Map<String, Set<String>> GO = Stream.of("""
                    aix ppc64
                    darwin amd64 arm64
                    dragonfly amd64
                    freebsd 386 amd64 arm arm64 riscv64
                    illumos amd64
                    linux 386 amd64 arm arm64 loong64 mips mipsle mips64 mips64le ppc64 ppc64le riscv64 s390x
                    netbsd 386 amd64 arm arm64
                    openbsd 386 amd64 arm arm64 ppc64 riscv64
                    plan9 386 amd64 arm
                    solaris amd64
                    windows 386 amd64 arm arm64""".split("\n"))
            .map(line -> List.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableMap(
                    line -> line.get(0), line -> Set.copyOf(line.subList(1, line.size()))));

    /** More platforms than Go has. */
    private static final int MOST = 100;

    /** None if the platforms are not named: then those of gox depend on its version. */
    List<Command> commands() {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> packages = new ArrayList<>();
        List<String> words = by.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.replaceFirst("^--?", "").replaceFirst("(?s)=.*", "");
            int equals = word.indexOf('=');
            if (!word.startsWith("-")) {
                packages.add(word);
            } else if (equals >= 0) {
                put(options, name, word.substring(equals + 1));
            } else if (WITH_VALUE.contains(name) && i + 1 < words.size()) {
                put(options, name, words.get(++i));
            } else {
                options.put(name, "");
            }
        }
        List<String> places = packages.isEmpty() ? List.of(".") : packages;
        return platforms(options).stream()
                .flatMap(platform -> places.stream().map(place -> build(platform, place, options)))
                .limit(MOST)
                .toList();
    }

    private static void put(Map<String, String> options, String name, String value) {
        options.merge(name, value, (one, more) -> LISTS.contains(name) ? one + " " + more : more);
    }

    private static List<String> platforms(Map<String, String> options) {
        List<String> wanted = list(options, "osarch");
        List<String> systems = list(options, "os");
        List<String> processors = list(options, "arch");
        List<String> plain =
                Stream.of(systems, processors, wanted).flatMap(List::stream).toList();
        boolean read = plain.stream().allMatch(word -> word.matches("!?[a-z0-9]+(?:/[a-z0-9]+)?"));
        Stream<String> crossed = systems.stream()
                .filter(os -> !os.startsWith("!"))
                .flatMap(os -> processors.stream()
                        .filter(arch -> !arch.startsWith("!") && goes(os, arch))
                        .map(arch -> os + "/" + arch));
        return Stream.concat(crossed, wanted.stream().filter(platform -> !platform.startsWith("!")))
                .filter(platform -> read && !wanted.contains("!" + platform))
                .distinct()
                .toList();
    }

    private static boolean goes(String os, String arch) {
        return GO.getOrDefault(os, Set.of(arch)).contains(arch);
    }

    private static List<String> list(Map<String, String> options, String name) {
        String text = options.getOrDefault(name, "").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("[\\s,]+"));
    }

    private Command build(String platform, String place, Map<String, String> options) {
        String os = platform.substring(0, platform.indexOf('/'));
        String arch = platform.substring(os.length() + 1);
        String folder = place.matches("[./]*+") ? Symbols.UNKNOWN : place.substring(place.lastIndexOf('/') + 1);
        String output = options.getOrDefault("output", "{{.Dir}}_{{.OS}}_{{.Arch}}")
                .replace("{{ ", "{{")
                .replace(" }}", "}}")
                .replace("{{.Dir}}", folder)
                .replace("{{.OS}}", os)
                .replace("{{.Arch}}", arch);
        List<String> words = new ArrayList<>(List.of("go", "build"));
        options.forEach((name, value) -> {
            if (!OWN.contains(name)) {
                words.add("-" + name + (WITH_VALUE.contains(name) || !value.isEmpty() ? "=" + value : ""));
            }
        });
        words.addAll(List.of("-o", output + (os.equals("windows") ? ".exe" : ""), place));
        Map<String, String> env = new HashMap<>(by.env());
        env.put("GOOS", os);
        env.put("GOARCH", arch);
        env.put("CGO_ENABLED", options.containsKey("cgo") ? "1" : "0");
        return new Command(words, "", by.line(), by.folder(), env);
    }
}
