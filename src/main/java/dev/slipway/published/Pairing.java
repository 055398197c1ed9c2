package dev.slipway.published;

import dev.slipway.published.Comparison.Change;
import dev.slipway.published.Comparison.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds for each old file the new one that people would take instead. */
final class Pairing {
    private final Map<String, AssetName> before = new LinkedHashMap<>();
    private final Map<String, AssetName> after = new LinkedHashMap<>();
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();

    Pairing(List<String> before, List<String> after, String version) {
        before.forEach(name -> this.before.put(name, AssetName.of(name, version)));
        after.forEach(name -> this.after.put(name, AssetName.of(name, version)));
    }

    Comparison compare() {
        before.keySet().stream().filter(after::containsKey).forEach(name -> pair(name, name));
        programs();
        others();
        companions();
        List<Row> rows = new ArrayList<>();
        before.keySet().forEach(old -> rows.add(row(old, Optional.ofNullable(pairs.get(old)))));
        after.keySet().stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> rows.add(new Row(Change.NEW, "", name)));
        return new Comparison(rows);
    }

    private static Row row(String old, Optional<String> now) {
        return now.map(name -> new Row(name.equals(old) ? Change.SAME : Change.RENAMED, old, name))
                .orElseGet(() -> new Row(Change.MISSING, old, ""));
    }

    private void pair(String old, String now) {
        pairs.put(old, now);
        taken.add(now);
    }

    /** The nearest first: what differs least is most likely the same file. */
    private void programs() {
        Predicate<AssetName> program = name -> name.kind().holdsProgram();
        Predicate<AssetName> known = program.and(name -> !name.platform().isUnknown());
        Predicate<AssetName> silent = known.and(name -> libc(name).isEmpty());
        round(program, program, name -> machine(name) + libc(name) + "|" + name.program() + "|" + name.ending());
        round(program, program, name -> machine(name) + libc(name) + "|" + name.program());
        round(silent, known, name -> machine(name) + name.program());
        round(known, silent, name -> machine(name) + name.program());
        round(known, known, name -> machine(name) + libc(name) + "|" + name.ending());
        round(known, known, name -> machine(name) + libc(name));
        round(silent, known, Pairing::machine);
        round(known, silent, Pairing::machine);
        for (String processor : List.of("universal", "amd64", "arm64")) {
            Predicate<AssetName> mac = known.and(name -> name.platform().os().equals("macos"));
            round(
                    mac.and(name -> name.platform().arch().isEmpty()),
                    mac.and(name -> name.platform().arch().equals(processor)),
                    name -> "");
        }
    }

    private static String machine(AssetName name) {
        return name.platform().os() + "|" + name.platform().arch() + "|";
    }

    /** On Windows, programs for both C libraries start everywhere, and only who links with them cares. */
    private static String libc(AssetName name) {
        String libc = name.platform().libc();
        return libc.equals("msvc") ? "" : libc;
    }

    private void others() {
        Predicate<AssetName> packages = name -> name.kind() == FileKind.PACKAGE;
        round(packages, packages, name -> name.ending() + machine(name) + name.program());
        round(packages, packages, name -> name.ending() + machine(name));
        Predicate<AssetName> installers = AssetName::installs;
        alone(installers.and(name -> name.ending().equals(".sh")));
        alone(installers.and(name -> name.ending().equals(".ps1")));
        Predicate<AssetName> sums = AssetName::combined;
        round(sums, sums, name -> hash(name.text()));
        Stream.of(FileKind.SBOM, FileKind.PROVENANCE)
                .forEach(kind ->
                        alone(name -> name.kind() == kind && name.platform().isUnknown()));
    }

    /** Pairs two files if neither release has another of their kind. */
    private void alone(Predicate<AssetName> kind) {
        List<AssetName> old = open(before.values(), name -> !pairs.containsKey(name.text()), kind);
        List<AssetName> now = open(after.values(), name -> !taken.contains(name.text()), kind);
        if (old.size() == 1 && now.size() == 1) {
            pair(old.get(0).text(), now.get(0).text());
        }
    }

    private static List<AssetName> open(
            Collection<AssetName> names, Predicate<AssetName> free, Predicate<AssetName> kind) {
        return names.stream()
                .filter(free)
                .filter(kind)
                .filter(name -> !name.kind().aboutOthers()
                        || name.combined()
                        || name.platform().isUnknown())
                .toList();
    }

    /** Pairs files of the same key, the first with the first. */
    private void round(Predicate<AssetName> old, Predicate<AssetName> now, Function<AssetName, String> key) {
        Map<String, List<String>> waiting = new LinkedHashMap<>();
        open(after.values(), name -> !taken.contains(name.text()), now)
                .forEach(name -> waiting.computeIfAbsent(key.apply(name), any -> new ArrayList<>())
                        .add(name.text()));
        Map<String, Integer> next = new LinkedHashMap<>();
        for (AssetName name : open(before.values(), some -> !pairs.containsKey(some.text()), old)) {
            String same = key.apply(name);
            int at = next.getOrDefault(same, 0);
            List<String> candidates = waiting.getOrDefault(same, List.of());
            if (at < candidates.size()) {
                next.put(same, at + 1);
                pair(name.text(), candidates.get(at));
            }
        }
    }

    /** What is about a file goes with it: first under the same ending, then whatever is of the same kind. */
    private void companions() {
        Map<String, String> mains = mains(before);
        Map<String, List<String>> about = new LinkedHashMap<>();
        mains(after)
                .forEach((name, main) ->
                        about.computeIfAbsent(main, any -> new ArrayList<>()).add(name));
        BiPredicate<String, String> sameEnding =
                (old, now) -> read(after, now).ending().equals(read(before, old).ending());
        BiPredicate<String, String> sameKind = (old, now) ->
                read(after, now).kind() == read(before, old).kind() && hash(old).equals(hash(now));
        for (BiPredicate<String, String> alike : List.of(sameEnding, sameKind)) {
            mains.forEach((name, main) -> {
                if (!pairs.containsKey(name)) {
                    about.getOrDefault(pairs.getOrDefault(main, ""), List.of()).stream()
                            .filter(now -> !taken.contains(now) && alike.test(name, now))
                            .findFirst()
                            .ifPresent(now -> pair(name, now));
                }
            });
        }
    }

    private static AssetName read(Map<String, AssetName> names, String name) {
        return Objects.requireNonNull(names.get(name));
    }

    /** What computed it; the usual one has no word of its own in half of all names. */
    private static String hash(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        return Stream.of("512", "md5", "sha1.", "sha1sum", "b2", "b3", "blake")
                .filter((low + ".")::contains)
                .findFirst()
                .orElse("");
    }

    /** For each file about another, the name of that one: {@code a.tar.gz.sha256} and {@code a.sha256} are about {@code a.tar.gz}. */
    private static Map<String, String> mains(Map<String, AssetName> names) {
        Map<String, String> stems = new LinkedHashMap<>();
        names.values().stream()
                .filter(name -> !name.kind().aboutOthers())
                .forEach(name -> stems.putIfAbsent(name.stem(), name.text()));
        Map<String, String> mains = new LinkedHashMap<>();
        names.values().stream().filter(name -> name.kind().aboutOthers()).forEach(name -> {
            String stem = name.stem();
            String main = names.containsKey(stem) ? stem : stems.getOrDefault(stem, "");
            if (!main.isEmpty()) {
                mains.put(name.text(), main);
            }
        });
        return mains;
    }
}
