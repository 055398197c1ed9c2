package dev.slipway.facts;

import dev.slipway.facts.FactFile.Row;
import dev.slipway.facts.Libc.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the C library of container images and hosted runners from their names. */
public final class Libcs {
    /**
     * The system that programs are linked in if nothing else is said: old enough for most machines, and still
     * maintained.
     */
    public static final String OLD_SYSTEM = "debian:bookworm";

    private static final Pattern OFFICIAL = Pattern.compile("(debian|ubuntu):([A-Za-z0-9_.]++)(-.*)?");

    private static final Pattern ALPINE = Pattern.compile("alpine[0-9.]*");

    private static final Set<String> MOVING = Set.of(
            "latest",
            "stable",
            "oldstable",
            "oldoldstable",
            "testing",
            "unstable",
            "sid",
            "experimental",
            "rc",
            "rolling",
            "devel",
            "forky",
            "duke",
            "stretch",
            "jessie",
            "wheezy",
            "squeeze",
            "xenial",
            "trusty",
            "precise");

    private static final Libcs STANDARD = new Libcs(FactFile.rows("libc.yml"));

    private final List<System> systems;
    private final Map<String, Libc> tools = new HashMap<>();

    private Libcs(List<Row> rows) {
        this.systems = rows.stream()
                .filter(row -> row.maybe("system").isPresent())
                .map(System::read)
                .toList();
        rows.forEach(row ->
                row.maybe("tool").ifPresent(tool -> tools.put(tool, new Libc(Kind.GLIBC, row.one("glibc"), tool))));
    }

    /** Those that ship with this version. */
    public static Libcs standard() {
        return STANDARD;
    }

    /** The library of an image such as {@code debian:bookworm-slim}; nothing if the name does not tell. */
    public Optional<Libc> ofImage(String reference) {
        String image = image(reference);
        int colon = image.lastIndexOf(':');
        boolean tagged = colon > image.lastIndexOf('/');
        String path = tagged ? image.substring(0, colon) : image;
        String name = path.substring(path.lastIndexOf('/') + 1);
        String tag = tagged ? image.substring(colon + 1) : "";
        if (image.equals("scratch") || name.startsWith("static-debian") || name.equals("static")) {
            return Optional.of(new Libc(Kind.NONE, "", reference));
        }
        if (name.equals("alpine")
                || ALPINE.matcher(tag.substring(tag.lastIndexOf('-') + 1)).matches()
                || name.startsWith("musllinux")) {
            return Optional.of(new Libc(Kind.MUSL, "", reference));
        }
        return named(name, tag);
    }

    /** An image without its digest, and without the registry and the folder that are Docker's own. */
    private static String image(String reference) {
        int digest = reference.indexOf('@');
        String image = digest < 0 ? reference : reference.substring(0, digest);
        String path = image.startsWith("docker.io/") ? image.substring("docker.io/".length()) : image;
        return path.startsWith("library/") ? path.substring("library/".length()) : path;
    }

    /** The library of a hosted runner; of a label that moves, the newer of its machines, which a job may get. */
    public Optional<Libc> ofRunner(String label) {
        List<String> images = Runners.standard().find(label).map(Runner::images).orElse(List.of());
        String machine = images.isEmpty() ? label : images.get(images.size() - 1);
        String release = machine.replaceFirst("^ubuntu-", "").replaceFirst("-arm$", "");
        return machine.startsWith("ubuntu-") ? named("ubuntu", release) : Optional.empty();
    }

    /** The library that a tool brings along, such as {@code temurin}. */
    public Libc ofTool(String tool) {
        return Optional.ofNullable(tools.get(tool))
                .orElseThrow(() -> new IllegalStateException("no C library of " + tool));
    }

    /**
     * The releases of Debian or Ubuntu that are known, for an official image of them whose tag names none: probably there
     * is no such image. Numbers, releases that are older than the data and words that move are not judged.
     */
    public List<String> insteadOf(String reference) {
        String image = image(reference);
        Matcher official = OFFICIAL.matcher(image);
        boolean unknown = official.matches()
                && !official.group(2).matches("[0-9].*")
                && !MOVING.contains(official.group(2))
                && ofImage(reference).isEmpty();
        return !unknown
                ? List.of()
                : systems.stream()
                        .filter(system -> system.name().equals(official.group(1)))
                        .map(system -> system.releases().get(0))
                        .toList();
    }

    /** A release is in the tag, or in the name: {@code rust:1.94-bookworm}, {@code cc-debian12:nonroot}. */
    private Optional<Libc> named(String name, String tag) {
        return systems.stream()
                .filter(system -> system.says(name, tag))
                .findFirst()
                .map(system -> new Libc(
                        Kind.GLIBC,
                        system.glibc(),
                        system.name() + " " + system.releases().get(0)));
    }

    private record System(String name, List<String> releases, String glibc) {
        static System read(Row row) {
            return new System(row.one("system"), row.all("names"), row.one("glibc"));
        }

        boolean says(String image, String tag) {
            List<String> words = Arrays.asList(tag.split("-"));
            return releases.stream().anyMatch(release -> {
                boolean number = Character.isDigit(release.charAt(0));
                boolean tagged = number
                        ? image.equals(name)
                                && (words.get(0).equals(release) || words.get(0).startsWith(release + "."))
                        : words.contains(release);
                return tagged
                        || image.endsWith("-" + name + release)
                        || image.equals(release)
                        || image.startsWith(release + "_");
            });
        }
    }
}
