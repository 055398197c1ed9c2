package dev.slipway.run.local;

import dev.slipway.run.local.engine.BuiltImage;
import dev.slipway.run.local.engine.Engine;
import dev.slipway.run.local.engine.EngineOnDemand;
import dev.slipway.run.local.engine.Platform;
import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.StandIn;
import dev.slipway.run.local.site.ImageRegistry;
import dev.slipway.run.local.site.Notes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code docker} as far as releases use it: it runs images that this rehearsal built, and sets tags in its
 * registries.
 *
 * @param containers runs images, if one works
 */
public record DockerCommand(ImageRegistry images, EngineOnDemand containers, Notes notes) implements StandIn {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public CommandResult answer(Call call) {
        List<String> words = call.arguments();
        String command = words.isEmpty() ? "" : words.get(0);
        if (command.equals("run")) {
            return run(words.subList(1, words.size()));
        }
        if (words.size() > 2 && command.equals("buildx") && words.get(1).equals("imagetools")) {
            return imagetools(words.get(2), words.subList(3, words.size()));
        }
        if (words.size() > 1 && command.equals("pull")) {
            return images.digest(words.get(words.size() - 1)).isPresent()
                    ? CommandResult.of("")
                    : unknown(words.get(words.size() - 1));
        }
        if (command.equals("login") || command.equals("logout")) {
            notes.standIn("docker " + command + ": skipped");
            return CommandResult.of("Login Succeeded\n");
        }
        return new CommandResult(
                1, "", "docker: a rehearsal has no stand-in for 'docker " + String.join(" ", words) + "'\n");
    }

    private static CommandResult unknown(String image) {
        return new CommandResult(1, "", "docker: no image '" + image + "' in this rehearsal\n");
    }

    private CommandResult imagetools(String command, List<String> words) {
        List<String> tags = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals("--tag") || word.equals("-t")) && i + 1 < words.size()) {
                i++;
                tags.add(words.get(i));
            } else if (word.startsWith("--tag=")) {
                tags.add(word.substring("--tag=".length()));
            } else if (!word.startsWith("-")) {
                sources.add(word);
            }
        }
        if (sources.size() != 1) {
            return new CommandResult(1, "", "docker: a rehearsal tags only one image at a time\n");
        }
        Optional<String> digest = images.digest(sources.get(0));
        if (digest.isEmpty()) {
            return unknown(sources.get(0));
        }
        if (command.equals("inspect")) {
            return CommandResult.of("Name: " + sources.get(0) + "\nDigest: " + digest.get() + "\n");
        }
        if (!command.equals("create") || tags.isEmpty()) {
            return new CommandResult(
                    1, "", "docker: a rehearsal has no stand-in for 'docker buildx imagetools " + command + "'\n");
        }
        for (String tag : tags) {
            if (!tag.contains(":") || tag.indexOf(':') < tag.lastIndexOf('/')) {
                return new CommandResult(1, "", "docker: '" + tag + "' has no tag\n");
            }
            images.tag(tag, digest.get());
        }
        return CommandResult.of("");
    }

    private CommandResult run(List<String> words) {
        Optional<String> platform = Optional.empty();
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            String word = words.get(at);
            if (word.equals("--platform") && at + 1 < words.size()) {
                at++;
                platform = Optional.of(words.get(at));
            } else if (word.startsWith("--platform=")) {
                platform = Optional.of(word.substring("--platform=".length()));
            } else if (!List.of("--rm", "-i", "-t", "-it", "--interactive", "--init")
                    .contains(word)) {
                return new CommandResult(1, "", "docker: a rehearsal has no stand-in for 'docker run " + word + "'\n");
            }
            at++;
        }
        if (at >= words.size()) {
            return new CommandResult(1, "", "docker: 'docker run' needs an image\n");
        }
        String image = words.get(at);
        Optional<String> digest = images.digest(image);
        return digest.isEmpty() ? unknown(image) : run(digest.get(), platform, words.subList(at + 1, words.size()));
    }

    private CommandResult run(String digest, Optional<String> platform, List<String> arguments) {
        Optional<BuiltImage> image = images.image(digest);
        Optional<Engine> engine = containers.engine();
        Optional<Platform> wanted = platform.map(Platform::of).or(() -> engine.map(Engine::here));
        if (wanted.isPresent() && !images.has(digest, wanted.get())) {
            return new CommandResult(1, "", "docker: the image was not built for " + wanted.get() + "\n");
        }
        if (image.isEmpty() || engine.isEmpty() || wanted.isEmpty()) {
            return notRun(wanted.map(Platform::toString).orElse("this machine"), "it was not built");
        }
        if (!wanted.get().takes(engine.get().here()) && notes.hasPlaceholder(processor(wanted.get()))) {
            return notRun(wanted.get().toString(), "its programs are placeholders, built for this machine");
        }
        if (image.get().built(wanted.get()).isEmpty()) {
            return notRun(wanted.get().toString(), "it was not built");
        }
        StringBuilder out = new StringBuilder();
        End end = engine.get()
                .run(
                        image.get(),
                        wanted.get(),
                        arguments,
                        line -> out.append(line).append('\n'),
                        LONGEST);
        if (end instanceof End.NotStarted) {
            return notRun(wanted.get().toString(), end.problem());
        }
        String err = end instanceof End.TimedOut ? "docker: " + end.problem() + "\n" : "";
        return new CommandResult(end.status(), out.toString(), err);
    }

    /** The processor as targets name it. */
    private static String processor(Platform platform) {
        return switch (platform.architecture()) {
            case "amd64" -> "x86_64";
            case "arm64" -> "aarch64";
            case "386" -> "i686";
            default -> platform.architecture();
        };
    }

    private CommandResult notRun(String platform, String why) {
        notes.standIn("the image for " + platform + " was not run: " + why);
        return CommandResult.of("(not run: " + why + ")\n");
    }
}
