package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads for which package managers JReleaser publishes. What a distribution says goes before what is said for all. */
record Packagers(Section root, Names names, Surroundings around, Found found) {
    private static final String PEOPLE =
            "no longer published there, so people who install it that way keep the last version";
    private static final String IMAGES =
            "JReleaser's Dockerfile is no longer used; 'docker' puts the program of the archives into an image";
    private static final String OWN = "Slipway writes its own";

    private static final List<String> OTHERS = List.of(
            "appImage",
            "asdf",
            "chocolatey",
            "flatpak",
            "gofish",
            "jbang",
            "jib",
            "macports",
            "scoop",
            "sdkman",
            "snap",
            "spec");

    /** Settings of a package that name it or describe it, and hold for the one of Slipway in another way or not at all. */
    private static final List<String> SHAPING = List.of(
            "formulaName",
            "cask",
            "dependencies",
            "livecheck",
            "caveats",
            "requireRelative",
            "templateDirectory",
            "skipTemplates",
            "service",
            "test");

    void read() {
        Section shared = root.section("packagers");
        Section all = root.section("distributions");
        List<Section> distributions = new ArrayList<>();
        all.names().forEach(name -> distributions.add(all.section(name)));
        for (Section distribution : distributions) {
            brew(
                    distribution.section("brew"),
                    shared.section("brew"),
                    on(distribution, shared, "brew"),
                    name(distribution));
            winget(distribution.section("winget"), shared.section("winget"), on(distribution, shared, "winget"));
            docker(distribution, shared);
            for (String key : OTHERS) {
                other(
                        distribution.section(key),
                        shared.section(key),
                        on(distribution, shared, key),
                        name(distribution));
            }
        }
        List.of("brew", "winget", "docker").forEach(key -> shared.section(key).skipAll());
        OTHERS.forEach(key -> shared.section(key).skipAll());
    }

    private static String name(Section distribution) {
        return distribution.path().substring(distribution.path().lastIndexOf('.') + 1);
    }

    /** Whether a distribution is published so; one that is switched off is not. */
    private static boolean on(Section distribution, Section shared, String key) {
        boolean active = Active.said(distribution.section(key)).orElseGet(() -> Active.is(shared.section(key)));
        return active && Active.unlessOff(distribution);
    }

    /** The part that says more of a package. */
    private static Section fuller(Section own, Section shared) {
        return own.written() ? own : shared;
    }

    /** A release of Slipway has one formula. */
    private void brew(Section own, Section shared, boolean on, String distribution) {
        Section said = fuller(own, shared);
        if (on && found.keys.containsKey("packages.homebrew")) {
            found.left.add(new Left(
                    "distributions." + distribution + ".brew",
                    said.text("formulaName").orElse(distribution),
                    PEOPLE,
                    said.from()));
        } else if (on) {
            Section tap = tap(own).or(() -> tap(shared)).orElse(said);
            boolean named = tap != said;
            String owner = (named ? tap.text("owner") : Optional.<String>empty())
                    .or(around::owner)
                    .orElse("");
            String name = (named ? tap.text("name") : Optional.<String>empty()).orElse("homebrew-tap");
            String repository = names.fill(owner + "/" + name).text();
            if (repository.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")) {
                found.key("packages.homebrew", repository, tap.from());
            } else {
                found.left.add(new Left(said.path(), repository, PEOPLE, said.from()));
            }
            shaping(said);
        }
        own.skipAll();
    }

    private static Optional<Section> tap(Section brew) {
        return List.of("repository", "tap", "repoTap").stream()
                .map(brew::section)
                .filter(Section::written)
                .findFirst();
    }

    private void winget(Section own, Section shared, boolean on) {
        Section said = fuller(own, shared);
        Optional<String> identifier = own.section("package")
                .text("identifier")
                .or(() -> shared.section("package").text("identifier"));
        if (on && identifier.isPresent()) {
            found.key("packages.winget", identifier.get(), said.from());
            shaping(said);
        } else if (on) {
            found.left.add(new Left(
                    said.path(), "no 'package.identifier'", PEOPLE + "; 'packages.winget' can name it", said.from()));
        }
        own.skipAll();
    }

    private void shaping(Section said) {
        List<String> shaping = SHAPING.stream().filter(said::has).toList();
        if (!shaping.isEmpty()) {
            found.left.add(new Left(said.path(), String.join(", ", shaping), OWN, said.from(shaping.get(0))));
        }
    }

    private void other(Section own, Section shared, boolean on, String owner) {
        Section said = fuller(own, shared);
        if (on && found.left.stream().noneMatch(left -> left.key().equals(said.path()))) {
            String value = said.text("packageName")
                    .or(() -> said.text("candidate"))
                    .or(() -> said.text("alias"))
                    .or(() -> repository(said))
                    .orElse(owner);
            found.left.add(new Left(said.path(), value, PEOPLE, said.from()));
        }
        own.skipAll();
    }

    private static Optional<String> repository(Section said) {
        return List.of("repository", "bucket", "catalog", "tap").stream()
                .map(said::section)
                .filter(Section::written)
                .findFirst()
                .flatMap(at -> at.text("name")
                        .map(name -> at.text("owner").map(owner -> owner + "/").orElse("") + name));
    }

    private void docker(Section distribution, Section shared) {
        Section own = distribution.section("docker");
        Section said = fuller(own, shared.section("docker"));
        if (on(distribution, shared, "docker")) {
            String name = name(distribution);
            List<String> images = new ArrayList<>(images(said, said, name, Map.of()));
            Section specs = said.section("specs");
            for (String spec : specs.names()) {
                Section one = specs.section(spec);
                if (Active.unlessOff(one)) {
                    images.addAll(images(one, said, name, Map.of("dockerSpecName", spec)));
                }
            }
            images.forEach(image -> found.images.add(new Fact<>(image, said.from())));
            found.left.add(new Left(said.path(), name, IMAGES, said.from()));
        }
        own.skipAll();
    }

    /** The images of a part, with the registry of each. */
    private List<String> images(Section part, Section whole, String distribution, Map<String, String> more) {
        Map<String, String> own = new LinkedHashMap<>(more);
        own.put("distributionName", distribution);
        List<String> written = part.texts("imageNames");
        boolean usual = written.isEmpty() && part == whole && !whole.has("specs");
        List<String> images = (usual ? List.of("{{repoOwner}}/{{distributionName}}:{{tagName}}") : written)
                .stream().map(image -> names.with(own).fill(image).text()).toList();
        List<String> servers = (part.has("registries") ? part : whole)
                .sections("registries").stream()
                        .map(registry -> registry.text("serverName").orElse("DEFAULT"))
                        .map(server -> server.equals("DEFAULT") ? "docker.io" : server)
                        .toList();
        return (servers.isEmpty() ? List.of("docker.io") : servers)
                .stream()
                        .flatMap(server ->
                                images.stream().map(image -> withRegistry(image) ? image : server + "/" + image))
                        .distinct()
                        .toList();
    }

    /** Whether the first part of a name is the host of a registry, as Docker reads it. */
    private static boolean withRegistry(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }
}
