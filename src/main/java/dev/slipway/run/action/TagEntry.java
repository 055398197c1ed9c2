package dev.slipway.run.action;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of {@code tags}, such as {@code type=semver,pattern={{version}}}.
 *
 * @param attributes what it says, with the defaults of its type
 */
record TagEntry(TagType type, Map<String, String> attributes) {
    private static final List<String> DEFAULT_LINES =
            List.of("type=schedule", "type=ref,event=branch", "type=ref,event=tag", "type=ref,event=pr");

    TagEntry {
        attributes = Map.copyOf(attributes);
    }

    /** The lines by priority; the default ones if there are none. */
    static List<TagEntry> all(List<String> lines) {
        return (lines.isEmpty() ? DEFAULT_LINES : lines)
                .stream().map(TagEntry::of).sorted(TagEntry::byPriority).toList();
    }

    static TagEntry of(String line) {
        Map<String, String> said = new HashMap<>();
        for (String field : CsvText.fields(line)) {
            int equals = field.indexOf('=');
            if (equals <= 0) {
                said.put("value", field.strip());
            } else {
                said.put(
                        field.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        field.substring(equals + 1).strip());
            }
        }
        TagType type = Optional.ofNullable(said.remove("type")).map(TagType::of).orElse(TagType.RAW);
        Map<String, String> attributes = new HashMap<>(type.defaults());
        attributes.put("enable", "true");
        attributes.put("priority", String.valueOf(type.priority()));
        attributes.putAll(said);
        if (type == TagType.REF && "pr".equals(said.get("event"))) {
            attributes.putIfAbsent("prefix", "pr-");
        }
        TagEntry entry = new TagEntry(type, attributes);
        entry.check(line);
        return entry;
    }

    private void check(String line) {
        switch (type) {
            case SEMVER, PEP440 -> require("pattern", "pattern={{version}}", line);
            case MATCH -> {
                require("pattern", "pattern=v(.*)", line);
                if (ScriptNumber.of(get("group")).isEmpty()) {
                    throw new MetadataFault(
                            "`group=%s` is not a number in `%s`: write the number of a group, such as group=1."
                                    .formatted(get("group"), line));
                }
            }
            case REF -> {
                require("event", "event=branch, event=tag or event=pr", line);
                choose("event", List.of("branch", "tag", "pr"), line);
            }
            case RAW -> require("value", "value=NAME", line);
            case SHA -> choose("format", List.of("short", "long"), line);
            case SCHEDULE, EDGE -> {}
        }
    }

    private void require(String attribute, String example, String line) {
        if (!attributes.containsKey(attribute)) {
            throw new MetadataFault("`%s` is missing in `%s`: write %s.".formatted(attribute, line, example));
        }
    }

    private void choose(String attribute, List<String> choices, String line) {
        if (!choices.contains(get(attribute))) {
            throw new MetadataFault("`%s=%s` is unknown in `%s`: write one of %s."
                    .formatted(attribute, get(attribute), line, String.join(", ", choices)));
        }
    }

    /** An attribute, empty if it is not there. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    Optional<String> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The higher one first; entries without a number keep their order. */
    private static int byPriority(TagEntry one, TagEntry other) {
        OptionalDouble first = ScriptNumber.of(one.get("priority"));
        OptionalDouble second = ScriptNumber.of(other.get("priority"));
        return first.isEmpty() || second.isEmpty() ? 0 : Double.compare(second.getAsDouble(), first.getAsDouble());
    }
}
