package dev.slipway.fuzz;

import dev.slipway.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Inputs by their numbers, so that one can be made again without those before it. */
final class Inputs {
    private static final String RECORD = ".slipway/manifest.json";

    private final long seed;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> configs;
    private final List<String> workflows;
    private final List<String> dockerfiles;
    private final Map<String, String> templates = Seeds.templates();
    private final Map<String, Map<String, String>> repositories = new TreeMap<>(Seeds.REPOSITORIES);

    /**
     * @param wanted the kinds to make, by their shares
     * @param own a folder with texts to begin from, in place of ours of the same kinds
     */
    Inputs(long seed, List<Kind> wanted, Optional<Path> own) {
        this.seed = seed;
        wanted.forEach(kind -> {
            for (int i = 0; i < kind.share(); i++) {
                kinds.add(kind);
            }
        });
        configs = own.map(Seeds::configs).filter(it -> !it.isEmpty()).orElseGet(Seeds::configs);
        workflows = own.map(Seeds::workflows).filter(it -> !it.isEmpty()).orElseGet(Seeds::workflows);
        dockerfiles = own.map(Seeds::dockerfiles).filter(it -> !it.isEmpty()).orElseGet(Seeds::dockerfiles);
    }

    /** The input of a number, the same for the same seed, kinds and texts to begin from. */
    Input at(long number) {
        return new Maker(new Random(mixed(seed * 0x9E3779B97F4A7C15L + number))).make();
    }

    /** Neighbours make a {@link Random} begin alike. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        return mixed ^ mixed >>> 33;
    }

    private final class Maker {
        private final Random random;

        Maker(Random random) {
            this.random = random;
        }

        Input make() {
            Kind kind = one(kinds);
            return switch (kind) {
                case CONFIG -> made(kind, "", "slipway.yml", one(configs), configs);
                case WORKFLOW -> made(kind, "", ".github/workflows/x.yml", one(workflows), workflows);
                case DOCKERFILE -> {
                    String file = random.nextInt(4) == 0 ? ".dockerignore" : "Dockerfile";
                    yield made(kind, one(workflows), file, one(dockerfiles), dockerfiles);
                }
                case TEMPLATE -> {
                    String name = one(List.copyOf(templates.keySet()));
                    yield made(kind, one(configs), name, templates.get(name), List.copyOf(templates.values()));
                }
                case REPOSITORY -> {
                    String name = one(List.copyOf(repositories.keySet()));
                    yield changed(kind, name, one(List.copyOf(new TreeMap<>(repositories.get(name)).keySet())));
                }
                case MANIFEST -> {
                    boolean record = random.nextBoolean();
                    String name = record ? one(Examples.folders()).toString() : one(withManifest());
                    List<String> manifests = Seeds.files(name).keySet().stream()
                            .filter(file -> record ? file.equals(RECORD) : Seeds.isManifest(file))
                            .toList();
                    yield changed(kind, name, one(manifests));
                }
                case TREE -> {
                    String name = one(Examples.folders()).toString();
                    yield changed(kind, name, one(List.copyOf(Seeds.files(name).keySet())));
                }
                case LAYOUT -> {
                    String name = random.nextBoolean()
                            ? one(Examples.folders()).toString()
                            : one(List.copyOf(repositories.keySet()));
                    yield new Input(
                            kind,
                            name,
                            "layout",
                            Layout.some(random, List.copyOf(Seeds.files(name).keySet())));
                }
                case LARGE -> Large.some(random);
            };
        }

        /** Not every repository has a manifest. */
        private List<String> withManifest() {
            return repositories.keySet().stream()
                    .filter(name -> Seeds.files(name).keySet().stream().anyMatch(Seeds::isManifest))
                    .toList();
        }

        private Input changed(Kind kind, String seed, String name) {
            Map<String, String> files = Seeds.files(seed);
            return made(kind, seed, name, files.get(name), List.copyOf(files.values()));
        }

        private Input made(Kind kind, String seed, String file, String text, List<String> others) {
            return new Input(kind, seed, file, new Mutator(random, others).change(text));
        }

        private <T> T one(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
