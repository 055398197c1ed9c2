package dev.slipway.fuzz;

import dev.slipway.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An endless row of inputs, the same for the same number. */
final class Inputs {
    private final Random random;
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Kind, Supplier<Input>> making = new EnumMap<>(Kind.class);

    /** @param wanted the kinds to make, by their shares */
    Inputs(long seed, List<Kind> wanted) {
        random = new Random(seed);
        wanted.forEach(kind -> {
            for (int i = 0; i < kind.share(); i++) {
                kinds.add(kind);
            }
        });
        List<String> configs = Seeds.configs();
        List<String> workflows = Seeds.workflows();
        List<String> dockerfiles = Seeds.dockerfiles();
        Map<String, String> templates = Seeds.templates();
        making.put(Kind.CONFIG, () -> made(Kind.CONFIG, "", "slipway.yml", one(configs), configs));
        making.put(Kind.WORKFLOW, () -> made(Kind.WORKFLOW, "", ".github/workflows/x.yml", one(workflows), workflows));
        making.put(
                Kind.DOCKERFILE,
                () -> made(
                        Kind.DOCKERFILE,
                        one(workflows),
                        random.nextInt(4) == 0 ? ".dockerignore" : "Dockerfile",
                        one(dockerfiles),
                        dockerfiles));
        making.put(Kind.TEMPLATE, () -> {
            String name = one(List.copyOf(templates.keySet()));
            return made(Kind.TEMPLATE, one(configs), name, templates.get(name), List.copyOf(templates.values()));
        });
        making.put(Kind.REPOSITORY, () -> {
            String name = one(List.copyOf(new TreeMap<>(Seeds.REPOSITORIES).keySet()));
            return changed(Kind.REPOSITORY, name, new TreeMap<>(Seeds.REPOSITORIES.get(name)));
        });
        making.put(Kind.TREE, () -> {
            Path example = one(Examples.folders());
            return changed(Kind.TREE, example.toString(), Seeds.tree(example));
        });
    }

    Input next() {
        return making.get(one(kinds)).get();
    }

    private Input changed(Kind kind, String seed, Map<String, String> files) {
        String name = one(List.copyOf(files.keySet()));
        return made(kind, seed, name, files.get(name), List.copyOf(files.values()));
    }

    private Input made(Kind kind, String seed, String file, String text, List<String> others) {
        return new Input(kind, seed, file, new Mutator(random, others).change(text));
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
