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
 * What {@code goxz} starts: a build for each platform, and an archive of each with the texts at the top of the project.
 *
 * @param by the command, which {@code godzil crossbuild} starts as well
 * @see <a href="https://github.com/Songmu/goxz">goxz</a>
 */
record Goxz(Command by) {
    /** Options with a value, each with the only one of its two names that is used here. */
    private static final Map<String, String> WITH_VALUE = Map.ofEntries(
            Map.entry("n", "n"),
            Map.entry("d", "d"),
            Map.entry("pv", "pv"),
            Map.entry("o", "o"),
            Map.entry("os", "os"),
            Map.entry("arch", "arch"),
            Map.entry("include", "include"),
            Map.entry("C", "C"),
            Map.entry("build-ldflags", "-ldflags"),
            Map.entry("build-tags", "-tags"),
            Map.entry("build-installsuffix", "-installsuffix"));

    /** The texts that every archive gets if the project has them. */
    private static final String TEXTS = "README* LICENSE* CREDITS* INSTALL* CHANGELOG*";

    /** More platforms than Go has. */
    private static final int MOST = 100;

    private static final Set<String> ZIPPED = Set.of("windows", "darwin");

    /** Nothing if it builds several packages, or in another folder. */
    List<Command> commands() {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> packages = new ArrayList<>();
        List<String> words =
                by.program().equals("godzil") ? by.arguments().stream().skip(1).toList() : by.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.replaceFirst("^--?", "").replaceFirst("(?s)=.*", "");
            int equals = word.indexOf('=');
            if (!word.startsWith("-")) {
                packages.add(word);
            } else if (!WITH_VALUE.containsKey(name)) {
                options.put(name, equals < 0 ? "true" : word.substring(equals + 1));
            } else if (equals >= 0) {
                options.put(WITH_VALUE.get(name), word.substring(equals + 1));
            } else if (i + 1 < words.size()) {
                options.put(WITH_VALUE.get(name), words.get(++i));
            }
        }
        if (packages.size() > 1 || options.containsKey("C")) {
            return List.of();
        }
        String place = packages.isEmpty() ? "." : packages.get(0);
        return list(options.getOrDefault("os", "linux darwin windows"))
                .flatMap(os -> list(options.getOrDefault("arch", "amd64 arm64")).map(arch -> List.of(os, arch)))
                .distinct()
                .limit(MOST)
                .flatMap(platform -> packed(platform.get(0), platform.get(1), place, options))
                .toList();
    }

    private static Stream<String> list(String text) {
        return Stream.of(text.strip().split("[\\s,]+"));
    }

    private Stream<Command> packed(String os, String arch, String place, Map<String, String> options) {
        String dest = options.getOrDefault("d", "goxz");
        String name = Stream.of(options.getOrDefault("n", Symbols.REPOSITORY), options.getOrDefault("pv", ""), os, arch)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("_"));
        String last = place.matches("[./]*+") ? Symbols.REPOSITORY : place.substring(place.lastIndexOf('/') + 1);
        String program = options.getOrDefault("o", last + (os.equals("windows") ? ".exe" : ""));
        List<String> build = new ArrayList<>(List.of("go", "build"));
        options.forEach((option, value) -> {
            if (option.startsWith("-")) {
                build.add(option + "=" + value);
            }
        });
        if (!options.getOrDefault("trimpath", "true").equals("false")) {
            build.add("-trimpath");
        }
        String folder = dest + "/" + name;
        build.addAll(List.of("-o", folder + "/" + program, place));
        Map<String, String> env = new HashMap<>(by.env());
        env.put("GOOS", os);
        env.put("GOARCH", arch);
        List<String> texts = new ArrayList<>(List.of("cp"));
        list(TEXTS + " " + options.getOrDefault("include", "")).forEach(texts::add);
        texts.add(folder + "/");
        boolean zip = ZIPPED.contains(os) || options.getOrDefault("z", "false").equals("true");
        String archive = folder + (zip ? ".zip" : ".tar.gz");
        List<String> pack = List.of("tar", "-caf", archive, "-C", dest, name);
        return Stream.of(
                new Command(build, "", by.line(), by.folder(), env),
                new Command(texts, "", by.line(), by.folder(), Map.of()),
                new Command(pack, "", by.line(), by.folder(), Map.of()));
    }
}
