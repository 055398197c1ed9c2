package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Tool;
import dev.slipway.shell.Signing;
import dev.slipway.source.Node;
import java.util.Map;
import java.util.Set;

/** Says of each key that is not read what its users lose. */
final class Elsewhere implements Tool {
    static final Tool GORELEASER = new Elsewhere();

    private static final String PEOPLE =
            "no longer published there, so people who install it that way keep the last version";
    private static final String FILE = "files of this kind are no longer created";
    private static final String NO_KEY = "no config key for it";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("aurs", PEOPLE),
            Map.entry("aur_sources", PEOPLE),
            Map.entry("scoop", PEOPLE),
            Map.entry("scoops", PEOPLE),
            Map.entry("krews", PEOPLE),
            Map.entry("nix", PEOPLE),
            Map.entry("npms", PEOPLE),
            Map.entry("chocolateys", PEOPLE),
            Map.entry("snapcrafts", PEOPLE),
            Map.entry("furies", PEOPLE),
            Map.entry("gemfury", PEOPLE),
            Map.entry("cloudsmiths", PEOPLE),
            Map.entry("pypis", PEOPLE),
            Map.entry("flatpak", PEOPLE),
            Map.entry("flatpaks", PEOPLE),
            Map.entry("kos", "the image that ko makes; the config describes one image"),
            Map.entry("blobs", "no longer uploaded there"),
            Map.entry("artifactories", "no longer uploaded there"),
            Map.entry("uploads", "no longer uploaded there"),
            Map.entry("publishers", "commands that publish no longer run; a job under 'jobs' can run them"),
            Map.entry("app_bundles", FILE),
            Map.entry("srpm", FILE),
            Map.entry("notarize", "programs for macOS and Windows are no longer signed by their maker"),
            Map.entry("announce", "releases are no longer announced"),
            Map.entry("milestones", "milestones are no longer closed"),
            Map.entry("dockerhub", "the page of the image is no longer updated"),
            Map.entry("hooks", "commands before or after a build no longer run; 'setup' of a system runs a command"));

    /** Keys that switch a part off if they are true. */
    private static final Set<String> OFF = Set.of("disable", "skip", "skip_upload", "skip_publish");

    /** Parts that do nothing unless a key below them is true. */
    private static final Map<String, String> ON =
            Map.of("announce", "enabled", "notarize", "enabled", "milestones", "close", "snapcrafts", "publish");

    private static final String NOTHING = "off here, so the current release does not do it either";

    private Elsewhere() {}

    @Override
    public String name() {
        return "GoReleaser";
    }

    @Override
    public String why(String path, String key, Node value) {
        if (key.equals("hooks") && path.startsWith("homebrew_casks")) {
            return "commands of the cask, which people who install it run; the formula has none";
        }
        boolean hooks = key.equals("hooks");
        if (key.equals("skip_push") && says(value, "true")) {
            return "GoReleaser does not push it, but Slipway does; write 'docker: false' for no image";
        }
        if (!hooks && REASONS.containsKey(key) && (isOff(value) || isNotOn(key, value))) {
            return NOTHING;
        }
        return hooks && signs(value)
                ? "these commands sign or notarize programs, and no longer run; no config key can change that"
                : path.isEmpty() || hooks ? REASONS.getOrDefault(key, NO_KEY) : NO_KEY;
    }

    /** Whether all of a part is switched off: as a whole, or each of its items. */
    private static boolean isOff(Node value) {
        return value.fold(
                mapping -> mapping.entries().values().stream()
                        .anyMatch(entry -> OFF.contains(entry.key()) && says(entry.value(), "true")),
                sequence ->
                        !sequence.items().isEmpty() && sequence.items().stream().allMatch(Elsewhere::isOff),
                scalar -> false);
    }

    private static boolean isNotOn(String key, Node value) {
        return ON.containsKey(key) && !isOn(value, ON.get(key));
    }

    /** Whether a key is somewhere below, and not false: it may be a template. */
    private static boolean isOn(Node value, String key) {
        return value.fold(
                mapping -> mapping.entries().values().stream()
                        .anyMatch(entry ->
                                entry.key().equals(key) && !says(entry.value(), "false") || isOn(entry.value(), key)),
                sequence -> sequence.items().stream().anyMatch(item -> isOn(item, key)),
                scalar -> false);
    }

    private static boolean says(Node value, String word) {
        return value.fold(
                mapping -> false,
                sequence -> false,
                scalar -> scalar.text().strip().equalsIgnoreCase(word));
    }

    private static boolean signs(Node value) {
        return value.fold(
                mapping -> mapping.entries().values().stream().anyMatch(entry -> signs(entry.value())),
                sequence -> sequence.items().stream().anyMatch(Elsewhere::signs),
                scalar -> Signing.isIn(scalar.text()));
    }
}
