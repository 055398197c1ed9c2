package dev.slipway.cli;

import dev.slipway.blueprint.Fleet;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The repositories of a fleet, one {@code owner/name} per line.
 *
 * @param owner the owner of all of them
 * @param names the names without the owner
 */
record FleetList(String owner, List<String> names) {
    /** GitHub's limit on the number of repositories for one App token. */
    static final int MAX_IN_SHARD = 500;

    private static final int FACTOR = 131;
    private static final int PRIME = 999_983;

    /** Names that GitHub allows, of at most 39 and 100 characters. */
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9-]{1,39}+/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}+");

    private static final Pattern COMMENT = Pattern.compile("#.*");

    FleetList {
        names = List.copyOf(names);
    }

    /** @throws InvalidSource with every line that is not a repository of the first one's owner */
    static FleetList read(SourceText text) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        String owner = "";
        int number = 0;
        for (String line : text.lines()) {
            number++;
            String word = COMMENT.matcher(line).replaceFirst("").strip();
            if (word.isEmpty()) {
                continue;
            }
            if (!SLUG.matcher(word).matches()) {
                findings.add(finding(text, number, word, line, "not a repository", "write 'owner/name'"));
                continue;
            }
            String whose = word.substring(0, word.indexOf('/'));
            owner = owner.isEmpty() ? whose : owner;
            if (!whose.equalsIgnoreCase(owner)) {
                findings.add(finding(
                        text,
                        number,
                        word,
                        line,
                        "this repository does not belong to '" + owner + "'",
                        "a GitHub App token works for one owner: create a fleet for each"));
            }
            Integer before = seen.putIfAbsent(word.toLowerCase(Locale.ROOT), number);
            if (before != null) {
                findings.add(finding(
                        text,
                        number,
                        word,
                        line,
                        "duplicate repository, already in line " + before,
                        "remove the line"));
            }
            names.add(word.substring(whose.length() + 1));
        }
        if (seen.isEmpty() && findings.isEmpty()) {
            findings.add(new Finding(
                    "fleet",
                    Severity.ERROR,
                    text.name(),
                    Span.START,
                    "no repository",
                    "write one 'owner/name' per line"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidSource(text, findings);
        }
        return new FleetList(owner, names);
    }

    private static Finding finding(SourceText text, int number, String word, String line, String message, String help) {
        int column = line.codePointCount(0, line.indexOf(word)) + 1;
        Span span = new Span(new Position(number, column), word.codePointCount(0, word.length()));
        return new Finding("fleet", Severity.ERROR, text.name(), span, message, help);
    }

    /** How many repositories each shard has; {@code fleet-shard.sh} divides them the same way. */
    int[] sizes(int shards) {
        return sizes(hashes(), shards);
    }

    private static int[] sizes(int[] hashes, int shards) {
        int[] sizes = new int[shards];
        for (int hash : hashes) {
            sizes[hash % shards]++;
        }
        return sizes;
    }

    /** The shard of a repository. It depends only on the name, so a new repository moves no other. */
    int shard(String name, int shards) {
        return hash(name) % shards;
    }

    private int[] hashes() {
        return names.stream().mapToInt(this::hash).toArray();
    }

    private int hash(String name) {
        int hash = 0;
        for (char letter : (owner + "/" + name).toLowerCase(Locale.ROOT).toCharArray()) {
            hash = (hash * FACTOR + letter) % PRIME;
        }
        return hash;
    }

    /** The fewest shards, from this number on, in which none has more repositories than a token is for. */
    int enough(int shards) {
        int[] hashes = hashes();
        return IntStream.rangeClosed(shards, Fleet.MAX_SHARDS)
                .filter(number -> IntStream.of(sizes(hashes, number)).max().orElse(0) <= MAX_IN_SHARD)
                .findFirst()
                .orElse(0);
    }
}
