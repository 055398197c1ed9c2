package dev.slipway.files;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The committed record of what slipway last wrote: a JSON object with a line for each file, and a last line that says
 * what it is, so that every other line ends alike and adding a file changes no line of another.
 *
 * <p>Each hash in it is evidence that slipway once wrote such a text. That is why a manifest is read as far as it can
 * be: even between the markers of a merge conflict the hashes of both sides count.
 *
 * @param state whether it was there, and as slipway writes it
 * @param version the slipway that wrote it
 * @param config the config that it wrote them from, if that is not the usual one
 * @param files the hashes of each path; more than one only while files are being written, or after a merge
 */
record Manifest(
        ManifestState state,
        Optional<String> version,
        Optional<String> config,
        SortedMap<String, SortedSet<String>> files) {
    static final String FOLDER = ".slipway/";
    static final String PATH = FOLDER + "manifest.json";

    /** The record of what a program in Java wrote; no project can have this name. */
    static final String OF_JAVA = FOLDER + "java.json";

    /** Follows the hash of a text that slipway did not write and that was handed over to it. */
    static final String ADOPTED = " adopted";

    /** The name of each project's own manifest. */
    static final Pattern NAME = Pattern.compile("manifest(?:\\.(?<project>[^/]+))?\\.json");

    private static final Pattern ENTRY =
            Pattern.compile("\"(?<path>[^\"\\\\\\n]+)\"\\s*:\\s*\"(?<hash>[0-9a-f]{64}(?: adopted)?)\"");
    private static final Pattern LAST =
            Pattern.compile("\"//\"\\s*:\\s*\"sha256 of each file as slipway (?<version>[0-9A-Za-z.+-]+) wrote it"
                    + "(?: from (?<config>[^\"\\\\\\n]+))?\"");

    /** Whether a path is that of a manifest. */
    static boolean isPath(String path) {
        return path.equals(OF_JAVA)
                || path.startsWith(FOLDER)
                        && NAME.matcher(path.substring(FOLDER.length())).matches();
    }

    static Manifest none() {
        return new Manifest(ManifestState.ABSENT, Optional.empty(), Optional.empty(), Collections.emptySortedMap());
    }

    static Manifest of(String version, Optional<String> config, Map<String, ? extends Set<String>> files) {
        SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
        files.forEach((path, hashes) -> sorted.put(path, Collections.unmodifiableSortedSet(new TreeSet<>(hashes))));
        return new Manifest(
                ManifestState.SOUND, Optional.of(version), config, Collections.unmodifiableSortedMap(sorted));
    }

    static Manifest parse(String text) {
        Matcher last = LAST.matcher(text);
        boolean found = last.find();
        String version = found ? last.group("version") : "";
        Optional<String> config = found ? Optional.ofNullable(last.group("config")) : Optional.empty();
        Map<String, SortedSet<String>> files = new TreeMap<>();
        ENTRY.matcher(text)
                .results()
                .filter(entry -> GeneratedFile.faultOf(entry.group(1)).isEmpty())
                .forEach(entry -> files.computeIfAbsent(entry.group(1), path -> new TreeSet<>())
                        .add(entry.group(2)));
        Manifest manifest = of(version, config, files);
        boolean sound = sameButForBlanks(manifest.text(), text);
        return sound
                ? manifest
                : new Manifest(
                        ManifestState.DAMAGED,
                        Optional.of(version).filter(word -> !word.isEmpty()),
                        config,
                        manifest.files());
    }

    private static boolean sameButForBlanks(String text, String other) {
        return text.equals(other) || text.replaceAll("\\s", "").equals(other.replaceAll("\\s", ""));
    }

    boolean records(String path) {
        return files.containsKey(path);
    }

    boolean records(String path, String hash) {
        return hashesOf(path).contains(hash) || adopted(path, hash);
    }

    /** Whether a text counts as slipway's although somebody else wrote it. */
    boolean adopted(String path, String hash) {
        return hashesOf(path).contains(hash + ADOPTED);
    }

    Set<String> hashesOf(String path) {
        return files.getOrDefault(path, Collections.emptySortedSet());
    }

    String text() {
        StringBuilder text = new StringBuilder("{\n");
        files.forEach((path, hashes) -> hashes.forEach(hash ->
                text.append("  \"").append(path).append("\": \"").append(hash).append("\",\n")));
        return text.append("  \"//\": \"sha256 of each file as slipway ")
                .append(version.orElse(""))
                .append(" wrote it")
                .append(config.map(" from "::concat).orElse(""))
                .append("\"\n}\n")
                .toString();
    }
}
