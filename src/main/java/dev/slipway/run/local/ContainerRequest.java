package dev.slipway.run.local;

import dev.slipway.model.workflow.Container.Credentials;
import dev.slipway.run.Executor;
import dev.slipway.run.RowSetup;
import dev.slipway.run.local.engine.JobContainer;
import dev.slipway.run.local.site.Notes;
import dev.slipway.run.local.site.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The container that a job asks for, as this machine gives it. What is not as on GitHub is noted.
 *
 * <p>A volume is an empty folder of the job, also if it names a folder of the runner: this machine's folders are not the
 * runner's, and a job has a new runner each time.
 */
record ContainerRequest(RowSetup setup, Place place, Notes notes) {
    /** Options that would show the container files of this machine. */
    private static final Pattern MOUNT =
            Pattern.compile("(--volume|--mount|--volumes-from|--env-file|--device)(=.*)?|-v.*", Pattern.DOTALL);

    /** @param own what the container sees besides */
    JobContainer with(List<JobContainer.Mount> own) throws IOException {
        RowSetup.JobContainer asked = asked();
        List<JobContainer.Mount> mounts = new ArrayList<>(own);
        for (String volume : asked.volumes()) {
            if (!volume.isBlank()) {
                mounts.add(mount(volume.strip()));
                notes.standIn("the volume " + volume.strip() + " of " + asked.image() + ": an empty folder");
            }
        }
        List<String> ports = setup.job().container().stream()
                .flatMap(container -> container.ports().stream())
                .map(port -> setup.value(port).text())
                .toList();
        if (!ports.isEmpty()) {
            notes.standIn("the ports " + String.join(", ", ports) + " of " + asked.image()
                    + ": not mapped, because it uses the network of this machine");
        }
        List<String> options = new ArrayList<>();
        List<String> words = StepShell.split(asked.options());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!MOUNT.matcher(word).matches()) {
                options.add(word);
                continue;
            }
            boolean whole = word.contains("=") || word.startsWith("-v") && word.length() > 2;
            String given = whole || i + 1 == words.size() ? word : word + " " + words.get(++i);
            notes.standIn("the option " + given + " of " + asked.image()
                    + ": left out, because a container has no access to folders of this machine");
        }
        return new JobContainer(asked.image(), mounts, asked.env(), options);
    }

    private RowSetup.JobContainer asked() {
        return setup.container().orElseThrow();
    }

    private JobContainer.Mount mount(String volume) throws IOException {
        String[] parts = volume.split(":", -1);
        String inside = parts.length == 1 ? parts[0] : parts[1];
        if (!inside.startsWith("/")) {
            throw new Executor.Unavailable("the volume '" + volume + "' of the container has no absolute path inside: "
                    + "write NAME:/PATH or /PATH");
        }
        String mode = parts.length > 2 && Arrays.asList(parts[2].split(",")).contains("ro") ? "ro" : "";
        String name = parts[0].replaceAll("[^A-Za-z0-9]", "_");
        return new JobContainer.Mount(
                Files.createDirectories(place.root().resolve("volumes").resolve("of-" + name)), inside, mode);
    }

    /**
     * Why it does not start.
     *
     * @param wayOut what a person can do
     */
    Executor.Unavailable refused(String why, String wayOut) {
        Optional<Credentials> login = setup.job().container().flatMap(container -> container.credentials());
        String alone = login.isPresent() ? "; a rehearsal ignores 'credentials', so pull the image yourself" : "";
        return new Executor.Unavailable(
                "the container " + asked().image() + " cannot be started: " + why + alone + wayOut);
    }

    /** Notes the options that the engine does not have. */
    void leftOut(List<String> options, String engine) {
        options.forEach(option -> notes.standIn("the option " + option + " of " + asked().image()
                + ": left out, because " + engine + " does not have it"));
    }
}
