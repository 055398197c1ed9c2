package dev.slipway.run.local.site;

import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.local.artifact.Artifacts;
import dev.slipway.run.local.engine.Engine;
import dev.slipway.run.local.engine.EngineOnDemand;
import dev.slipway.run.local.github.Api;
import dev.slipway.run.local.github.GitHub;
import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.machine.Person;
import dev.slipway.run.local.process.CommandServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all jobs of a rehearsal share.
 *
 * @param root the folder of the rehearsal; nothing is written outside of it
 * @param origin the repository that jobs check out: a copy of the person's, with the tag
 * @param repository {@code owner/name} on GitHub
 * @param event what starts the workflow
 * @param sha the commit of the event
 * @param token what {@code github.token} is
 * @param time when the run is said to take place
 * @param containers the container engine of this machine, if one works
 * @param tags the tags of the origin
 * @param rust the folder of the machine's Rust, if it has one
 * @param superuser whether the person may do everything on this machine
 */
public record Site(
        Path root,
        Path origin,
        String repository,
        TriggeringEvent event,
        String sha,
        String token,
        Instant time,
        GitHub github,
        Api api,
        CommandServer commands,
        Artifacts artifacts,
        ImageRegistry images,
        EngineOnDemand containers,
        Person person,
        Host host,
        Notes notes,
        Set<String> tags,
        String defaultBranch,
        boolean superuser,
        Optional<Path> rust) {
    public Site {
        tags = Set.copyOf(tags);
    }

    /** The environment of programs that the rehearsal itself starts: only the folders of programs, and nothing else of the person. */
    public Map<String, String> plainEnvironment() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("PATH", person.environment().getOrDefault("PATH", ""));
        env.put("HOME", root.toString());
        env.put("LC_ALL", "C");
        env.put("GIT_CONFIG_NOSYSTEM", "1");
        env.put("GIT_CONFIG_GLOBAL", root.resolve("gitconfig").toString());
        env.put("GIT_TERMINAL_PROMPT", "0");
        // ssh would find the person's keys, whatever HOME says
        env.put("GIT_ALLOW_PROTOCOL", "file:http:https");
        env.put("GIT_CONFIG_COUNT", "2");
        // a hook that a step installed would find the machine's own programs
        env.put("GIT_CONFIG_KEY_1", "core.hooksPath");
        env.put("GIT_CONFIG_VALUE_1", "/dev/null");
        // work trees of containers belong to another user
        env.put("GIT_CONFIG_KEY_0", "safe.directory");
        env.put("GIT_CONFIG_VALUE_0", "*");
        return env;
    }

    /** The container engine of this machine, if one works. */
    public Optional<Engine> engine() {
        return containers.engine();
    }

    /** Why none works. */
    public String noEngine() {
        return containers.reasons();
    }

    /** The name of the repository without its owner. */
    public String name() {
        return repository.replaceFirst("^.*/", "");
    }

    public String owner() {
        return repository.replaceFirst("/.*", "");
    }
}
