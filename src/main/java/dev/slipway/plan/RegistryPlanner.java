package dev.slipway.plan;

import dev.slipway.config.DockerConfig;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plans where an image is pushed to, and with which login. */
final class RegistryPlanner {
    /** Hosts that people take for a registry, and the registry that they mean. */
    private static final Map<String, String> MEANT = Map.of(
            "hub.docker.com", "docker.io",
            "index.docker.io", "docker.io",
            "registry-1.docker.io", "docker.io",
            "registry.hub.docker.com", "docker.io",
            "github.com", "ghcr.io",
            "docker.pkg.github.com", "ghcr.io",
            "gitlab.com", "registry.gitlab.com");

    private final DockerConfig docker;
    private final List<Problem> problems;

    RegistryPlanner(DockerConfig docker, List<Problem> problems) {
        this.docker = docker;
        this.problems = problems;
    }

    List<String> names(Project project) {
        List<String> names =
                docker.images().stream().filter(name -> !name.isEmpty()).toList();
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < docker.images().size(); i++) {
            String name = docker.images().get(i);
            Pointer place = ImagePlanner.PLACE.child("image").child(i);
            if (!name.isEmpty()) {
                checkHost(name, place);
                String twin = seen.putIfAbsent(Registry.host(name) + "/" + path(name), name);
                if (twin != null && !twin.equals(name)) {
                    problems.add(
                            Problem.at(place, Quote.of(name) + " is the same image as " + Quote.of(twin), "remove it"));
                }
            }
        }
        String usual = "ghcr.io/" + project.repository().slug().toLowerCase(Locale.ROOT);
        return names.isEmpty() ? List.of(usual) : names;
    }

    private void checkHost(String name, Pointer place) {
        String host = Registry.host(name);
        String meant = MEANT.getOrDefault(host, "");
        if (!meant.isEmpty()) {
            problems.add(Problem.at(
                    place,
                    Quote.of(host) + " is not the registry of an image",
                    "write '" + meant + "/" + path(name) + "'"));
        } else if (host.startsWith("localhost") || host.startsWith("127.")) {
            problems.add(Problem.at(place, "a runner cannot push to " + Quote.of(host), "write its public name"));
        } else if (!path(name).contains("/")
                && List.of("ghcr.io", "docker.io", "quay.io").contains(host)) {
            problems.add(Problem.at(
                    place,
                    Quote.of(name) + " has no owner",
                    "write the owner before the name: '" + host + "/owner/" + path(name) + "'"));
        }
    }

    private static String path(String name) {
        String host = Registry.host(name);
        return name.startsWith(host + "/") ? name.substring(host.length() + 1) : name;
    }

    List<Registry> registries(List<String> names) {
        Map<String, Registry> registries = new LinkedHashMap<>();
        for (String name : names) {
            registries.computeIfAbsent(Registry.host(name), this::registry);
        }
        Pointer place = ImagePlanner.PLACE.child("login");
        for (String host : docker.logins().keySet()) {
            if (!registries.containsKey(host)) {
                problems.add(Problem.at(
                        place.child(host).key(),
                        "no image is pushed to " + Quote.of(host),
                        "the registries are " + String.join(", ", registries.keySet())));
            }
        }
        Map<String, String> opened = new HashMap<>();
        registries.values().stream().filter(it -> !it.byToken()).forEach(it -> {
            String twin = opened.putIfAbsent(it.password(), it.host());
            if (twin != null) {
                problems.add(Problem.at(
                        ImagePlanner.PLACE.child("image"),
                        "the secret " + it.password() + " would be used for both " + twin + " and " + it.host(),
                        "set the secrets of one: 'login: { " + it.host() + ": USER_SECRET:TOKEN_SECRET }'"));
            }
        });
        return List.copyOf(registries.values());
    }

    private Registry registry(String host) {
        String login = docker.logins().getOrDefault(host, "");
        int colon = login.indexOf(':');
        return colon < 0
                ? Registry.of(host)
                : new Registry(host, login.substring(0, colon), login.substring(colon + 1));
    }
}
