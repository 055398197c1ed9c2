package dev.slipway.run.local;

import dev.slipway.run.Executor;
import dev.slipway.run.RowSetup;
import dev.slipway.run.local.engine.Container;
import dev.slipway.run.local.engine.JobContainer;
import dev.slipway.run.local.engine.Start;
import dev.slipway.run.local.machine.HomeFolder;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.Toolbox;
import dev.slipway.run.local.site.Place;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                ? Toolbox.layInside(tools, machine, site.person(), site.root())
                : Toolbox.lay(tools, machine, executor.programs(), new Toolbox.Rules(site.root(), Set.of(), Map.of()));
        Map<String, String> environment =
                new LinkedHashMap<>(HomeFolder.make(root, site.root().resolve("caches"), site.person())
                        .environment(toolbox));
        Optional<String> pretended = inside ? machine.pretended() : BashVersion.pretended(machine, environment, root);
        pretended.ifPresent(what -> {
            site.notes().standIn(what);
            site.notes().placeholder(machine.rustTriple());
        });
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

    private static Container start(Site site, RowSetup setup, Place place, Toolbox toolbox) {
        RowSetup.JobContainer asked = setup.container().orElseThrow();
        String instead = "; with --without-containers its steps run on this machine";
        if (site.engine().isEmpty()) {
            throw new Executor.Unavailable("the job runs in the container " + asked.image()
                    + ", and no container engine works here: " + site.noEngine() + instead);
        }
        List<JobContainer.Mount> mounts = new ArrayList<>(place.mounts());
        mounts.add(new JobContainer.Mount(toolbox.root(), Toolbox.INSIDE));
        site.rust().ifPresent(folder -> mounts.add(new JobContainer.Mount(folder, Toolbox.RUST_INSIDE)));
        List<String> options = asked.options().isBlank()
                ? List.of()
                : List.of(asked.options().strip().split("\\s+"));
        JobContainer job = new JobContainer(asked.image(), mounts, asked.env(), options);
        return site.engine().get().start(job).fold(Start.Running::container, refused -> {
            throw new Executor.Unavailable(
                    "the container " + refused.image() + " cannot be started: " + refused.why() + instead);
        });
    }
}
