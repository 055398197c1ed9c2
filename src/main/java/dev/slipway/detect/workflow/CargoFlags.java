package dev.slipway.detect.workflow;

import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the arguments of Cargo in a command, in the words of a config and of Cargo. */
public record CargoFlags(Command command) {
    /** Beginnings of variables about the machine, its tools and what is logged; the others are there for the program. */
    private static final List<String> TOOLS =
            List.of(("CARGO_ RUST RUSTC_ RUSTUP_ SCCACHE_ CROSS_ DOCKER_ GITHUB_ GH_ RUNNER_ ACTIONS_ CC_ CXX_ AR_ LD_"
                            + " RANLIB STRIP NM PKG_CONFIG QEMU_ KO_ CGO_ MACOSX_ LC_ DEBIAN_")
                    .split(" "));

    private static final Set<String> MACHINE =
            Set.of("CC", "CXX", "AR", "LD", "CI", "OS", "PATH", "HOME", "SHELL", "TERM", "LANG", "RUNNER_ARCH");
    private static final List<String> SECRETS = List.of("TOKEN", "PASSWORD", "SECRET", "KEY");

    /** What changes the program that comes of a build. */
    Map<String, String> building() {
        Map<String, String> found = new LinkedHashMap<>();
        option("--profile").filter(name -> !name.equals("release")).ifPresent(name -> found.put("profile", name));
        if (has("--no-default-features")) {
            found.put("default-features", "false");
        }
        if (has("--all-features")) {
            found.put("all-features", "true");
        }
        List<String> bins = all("--bin");
        if (!bins.isEmpty()) {
            found.put("bins", String.join(",", bins));
        }
        all("-p", "--package").stream().findFirst().ifPresent(name -> found.put("package", name));
        option("--manifest-path")
                .map(path -> path.replaceFirst("^\\./", ""))
                .filter(path -> !path.equals("Cargo.toml"))
                .ifPresent(path -> found.put("manifest-path", path));
        option("--target-dir").ifPresent(path -> found.put("target-dir", path));
        option("--config").ifPresent(text -> found.put("config", text));
        List<String> unstable = unstable();
        if (!unstable.isEmpty()) {
            found.put("unstable", String.join(" ", unstable));
        }
        rustflags().ifPresent(text -> found.put("env.RUSTFLAGS", text));
        command.env().forEach((name, text) -> {
            boolean known = name.matches("CARGO_PROFILE_(?!DEV|TEST|BENCH).*|MACOSX_.*");
            boolean other = MACHINE.contains(name)
                    || TOOLS.stream().anyMatch(name::startsWith)
                    || SECRETS.stream().anyMatch(name::endsWith);
            if ((known || !other) && !text.isEmpty()) {
                found.put("env." + name, text);
            }
        });
        if (has("auditable")) {
            found.put("auditable", "true");
        }
        return found;
    }

    /** Options that only nightly versions have, each as one word. */
    private List<String> unstable() {
        return Stream.concat(
                        all("-Z").stream(),
                        command.words().stream()
                                .filter(word -> word.startsWith("-Z") && word.length() > 2 && !word.startsWith("-Z="))
                                .map(word -> word.substring(2)))
                .map(text -> "-Z" + text)
                .toList();
    }

    /** The flags of the compiler, except for those that only turn warnings into errors. */
    private Optional<String> rustflags() {
        return Optional.ofNullable(command.env().get("RUSTFLAGS"))
                .map(text -> text.strip()
                        .replaceAll("(^| )(-D ?|--deny[ =])warnings\\b", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    /** What a check of the sources looks at, as it is written. */
    List<String> checking() {
        List<String> found = new ArrayList<>();
        List<String> words = command.arguments();
        int end = words.contains("--") ? words.indexOf("--") : words.size();
        for (int i = 0; i < end; i++) {
            String word = words.get(i);
            if (word.matches(
                    "--(workspace|all-features|no-default-features|all-targets|tests|benches|examples|bins|lib)")) {
                found.add(word);
            } else if (word.equals("--all")) {
                found.add("--workspace");
            } else if (word.matches("(?s)(--features|--exclude|--package|--profile|--test)=.*")) {
                found.add(word.strip().replaceAll("[\\s,]++", ",").replaceFirst(",$", ""));
            } else if (word.matches("-[Fp][^=-].*")) {
                found.add((word.startsWith("-F") ? "--features=" : "--package=") + word.substring(2));
            } else if (word.matches("-F|-p|--features|--exclude|--package|--profile|--test") && i + 1 < end) {
                String full = word.equals("-F") ? "--features" : word.equals("-p") ? "--package" : word;
                found.add(full + "=" + words.get(++i).strip().replaceAll("[\\s,]++", ","));
            }
        }
        return found.stream().distinct().toList();
    }

    /** What a build adds to the features that are on by default. */
    List<String> features() {
        return Stream.of("--features", "-F")
                .flatMap(name -> all(name).stream())
                .flatMap(list -> Arrays.stream(list.split("[,\\s]+")))
                .filter(feature -> feature.matches("[A-Za-z0-9_][A-Za-z0-9_/+.-]*"))
                .distinct()
                .toList();
    }

    /** What one command builds for; it may name several. */
    List<String> targets() {
        return all("--target");
    }

    private boolean has(String word) {
        return command.words().contains(word);
    }

    public Optional<String> option(String name) {
        return all(name).stream().findFirst();
    }

    private List<String> all(String... names) {
        List<String> words = command.words();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (String name : names) {
                if (words.get(i).startsWith(name + "=")) {
                    found.add(words.get(i).substring(name.length() + 1));
                } else if (words.get(i).equals(name) && i + 1 < words.size()) {
                    found.add(words.get(i + 1));
                }
            }
        }
        return found;
    }
}
