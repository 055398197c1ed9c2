package dev.slipway.run.local;

import dev.slipway.run.Executor;
import dev.slipway.run.RowSetup;
import dev.slipway.run.local.engine.Container;
import dev.slipway.run.local.engine.Engine;
import dev.slipway.run.local.engine.JobContainer;
import dev.slipway.run.local.engine.Start;
import dev.slipway.run.local.machine.ContainerTools;
import dev.slipway.run.local.machine.HomeFolder;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.Toolbox;
import dev.slipway.run.local.process.LocalProcess;
import dev.slipway.run.local.site.Place;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the steps of a job find around them.
 *
 * @param environment the variables that they start with, outside of a container
 * @param container the one that they run in, if any
 */
record Surroundings(
        Place place, Machine machine, Toolbox toolbox, Map<String, String> environment, Optional<Container> container) {
    private static final String INSTEAD = "; with --without-containers, its steps run on this machine";

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /**
     * Makes them ready.
     *
     * @param root a new folder for all of it
     * @throws Executor.Unavailable if the container cannot be had
     */
    static Surroundings make(LocalExecutor executor, RowSetup setup, Path root) throws IOException {
        Site site = executor.site();
        boolean inside = executor.containers() && setup.container().isPresent();
        Place place = Place.make(root, site.name(), inside);
        Machine machine = Machine.of(setup.runner(), site.host());
        Path tools = root.resolve("tools");
        Toolbox toolbox = inside
                ? ContainerTools.lay(
                                tools,
                                machine,
                                site.person(),
                                site.root(),
                                site.rust().isPresent())
                        .toolbox()
                : Toolbox.lay(tools, machine, executor.programs(), new Toolbox.Rules(site.root(), Set.of(), Map.of()));
        Map<String, String> environment =
                new LinkedHashMap<>(HomeFolder.make(root, site.root().resolve("caches"), site.person())
                        .environment(toolbox));
        Optional<String> simulated = inside ? machine.simulated() : BashVersion.simulated(machine, environment, root);
        simulated.ifPresent(site.notes()::standIn);
        machine.placeholders().forEach(site.notes()::placeholder);
        if (inside) {
            return new Surroundings(
                    place, machine, toolbox, environment, Optional.of(start(site, setup, place, toolbox)));
        }
        site.commands().install(toolbox.bin());
        Files.move(toolbox.bin().resolve(B3sum.NAME), toolbox.offered().resolve(B3sum.NAME));
        setup.container().ifPresent(asked -> {
            site.notes().standIn("the container " + asked.image() + ": its steps ran on this machine");
            environment.putAll(asked.env());
            environment.putAll(Toolbox.AS_ROOT);
        });
        return new Surroundings(place, machine, toolbox, environment, Optional.empty());
    }

    private static Container start(Site site, RowSetup setup, Place place, Toolbox toolbox) throws IOException {
        RowSetup.JobContainer asked = setup.container().orElseThrow();
        if (site.engine().isEmpty()) {
            throw new Executor.Unavailable("the job runs in the container " + asked.image()
                    + ", and no container engine works here: " + site.noEngine() + INSTEAD);
        }
        Engine engine = site.engine().get();
        List<JobContainer.Mount> mounts = new ArrayList<>(place.mounts());
        mounts.add(new JobContainer.Mount(toolbox.root(), Toolbox.INSIDE));
        site.rust().ifPresent(folder -> mounts.add(new JobContainer.Mount(folder, Toolbox.RUST_INSIDE)));
        ContainerRequest container = new ContainerRequest(setup, place, site.notes());
        Container running = engine.start(container.with(mounts)).fold(Start.Running::container, refused -> {
            throw container.refused(refused.why(), INSTEAD);
        });
        container.leftOut(running.leftOut(), engine.name());
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        LocalProcess.start(
                running.command(List.of("sh", "-c", ContainerTools.question()), Map.of(), "/"),
                running.starter(),
                place.root(),
                running.said(lines::add),
                Duration.ofMinutes(1));
        if (!new ContainerTools(toolbox).fit(List.copyOf(lines)) && site.rust().isPresent()) {
            site.notes()
                    .standIn("this machine's Rust does not run in " + asked.image()
                            + ": rustup's installer is downloaded there");
        }
        return running;
    }
}
