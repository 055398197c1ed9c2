package dev.slipway.run.local.engine;

import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Builds an image: platform after platform, since one that cannot be built must not hinder the others. */
final class Building {
    private final Engine engine;
    private final ImageBuild build;
    private final Path layout;
    private final Consumer<String> line;
    private final Duration timeout;
    private final Set<String> differences = new LinkedHashSet<>();
    private final List<BuiltImage.Built> built = new ArrayList<>();
    private final List<BuiltImage.NotBuilt> notBuilt = new ArrayList<>();
    private final List<ImageLayout.Manifest> manifests = new ArrayList<>();

    Building(Engine engine, ImageBuild build, Path layout, Consumer<String> line, Duration timeout) {
        this.engine = engine;
        this.build = build;
        this.layout = layout.toAbsolutePath();
        this.line = line;
        this.timeout = timeout;
    }

    BuiltImage built() throws IOException {
        differences.add("built by " + engine.name() + ", without attestations of BuildKit");
        Path work = Files.createDirectories(engine.folder().resolve(Engine.fresh("build")));
        try {
            for (Platform platform : build.platforms()) {
                Optional<String> problem = one(platform, Files.createDirectories(work.resolve(platform.dashed())));
                problem.ifPresent(why -> notBuilt.add(new BuiltImage.NotBuilt(platform, why)));
                if (Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
        } finally {
            Folders.delete(work);
        }
        String digest = manifests.isEmpty() ? "" : new ImageLayout(layout).close(manifests);
        return new BuiltImage(layout, digest, built, notBuilt, List.copyOf(differences));
    }

    /** Builds for a platform; gives the reason if that fails. */
    private Optional<String> one(Platform platform, Path work) throws IOException {
        String name = "localhost/" + Engine.fresh("image") + ":" + platform.dashed();
        engine.made(name);
        List<String> said = new ArrayList<>();
        End end = engine.program()
                .run(
                        engine.dialect().build(build, platform, files(platform, work), name),
                        text -> {
                            said.add(text);
                            line.accept(text);
                        },
                        timeout);
        if (!end.succeeded()) {
            return Optional.of(reason(platform, end, said));
        }
        ImageLayout saved = new ImageLayout(work.resolve("layout"));
        CommandResult answer = save(name, saved.folder(), work);
        if (answer.exit() != 0) {
            return Optional.of("the image cannot be written: " + Program.reason(answer));
        }
        if (!Files.exists(saved.folder().resolve("index.json"))) {
            return Optional.of(engine.name() + " writes no OCI layout; Docker does since version 25");
        }
        Optional<ImageLayout.Manifest> manifest = saved.find(platform);
        if (manifest.isEmpty()) {
            return Optional.of("the image was built for "
                    + String.join(
                            ", ",
                            saved.all().stream()
                                    .map(each -> each.config().platform() + "")
                                    .toList())
                    + ": the base image on this machine is for another platform");
        }
        new ImageLayout(layout).take(saved, manifest.get());
        manifests.add(manifest.get());
        built.add(new BuiltImage.Built(
                platform, manifest.get().digest(), manifest.get().config(), name));
        return Optional.empty();
    }

    private CommandResult save(String name, Path folder, Path work) throws IOException {
        if (!engine.dialect().savesTar()) {
            return engine.program().ask(engine.dialect().save(name, folder), timeout);
        }
        Path tar = work.resolve("image.tar");
        CommandResult saved = engine.program().ask(engine.dialect().save(name, tar), timeout);
        if (saved.exit() != 0) {
            return saved;
        }
        Files.createDirectories(folder);
        return new Program(List.of("tar"), engine.program().env(), work)
                .ask(List.of("-xf", tar.toString(), "-C", folder.toString()), timeout);
    }

    private Dialect.Files files(Platform platform, Path work) throws IOException {
        Path context = build.context().map(Path::toAbsolutePath).orElse(Files.createDirectories(work.resolve("empty")));
        Path dockerfile = build.dockerfile().toAbsolutePath();
        if (!engine.dialect().rewrites()) {
            return new Dialect.Files(dockerfile, context, Optional.empty(), build.contexts());
        }
        Recipe recipe = Recipe.of(build.recipe(), engine.here(), platform, build.target());
        differences.addAll(recipe.differences());
        Map<String, String> contexts = new HashMap<>(build.contexts());
        Path documents = work.resolve("documents");
        for (Map.Entry<String, String> file : recipe.files().entrySet()) {
            Path written = documents.resolve(file.getKey());
            Files.createDirectories(documents.resolve(file.getKey().replaceFirst("/.*", "")));
            Files.writeString(written, file.getValue());
            contexts.put(Recipe.CONTEXT, documents.toString());
        }
        Path copy = Files.writeString(work.resolve("Dockerfile"), recipe.text());
        Path ignored = dockerfile.resolveSibling(dockerfile.getFileName() + ".dockerignore");
        return new Dialect.Files(
                copy, context, Files.exists(ignored) ? Optional.of(ignored) : Optional.empty(), contexts);
    }

    private String reason(Platform platform, End end, List<String> said) {
        if (said.stream().anyMatch(text -> text.contains("exec format error"))) {
            return "a RUN needs programs for " + platform + ", and this machine has no emulator for them";
        }
        if (said.stream().anyMatch(text -> text.contains("unknown flag: --load") || text.contains("docker buildx"))) {
            return "Docker has no Buildx; install it: https://docs.docker.com/go/buildx/";
        }
        return end instanceof End.Exited && !said.isEmpty() ? Program.reason(said) : end.problem();
    }
}
