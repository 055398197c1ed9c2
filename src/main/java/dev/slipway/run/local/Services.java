package dev.slipway.run.local;

import dev.slipway.run.RowSetup;
import java.util.ArrayList;
import java.util.List;

/**
 * The containers that a job wants next to it. A rehearsal starts none, and reports it.
 *
 * @param names of those that GitHub would start, such as {@code redis (redis:7)}
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idservices">services</a>
 */
record Services(List<String> names) {
    Services {
        names = List.copyOf(names);
    }

    /** Those of a job; one without an image is left out on GitHub, too. */
    static Services of(RowSetup setup) {
        List<String> names = new ArrayList<>();
        setup.job().services().forEach((name, service) -> {
            String image = setup.value(service.container().image()).text();
            if (!image.isEmpty()) {
                names.add(name + " (" + image.replaceFirst("^docker://", "") + ")");
            }
        });
        return new Services(names);
    }

    /** What the report says, a line each. */
    List<String> notes() {
        return names.stream()
                .map(name -> "the service " + name + ": not started")
                .toList();
    }

    /** Why a script failed, with what it may have lacked. */
    String beside(String message) {
        return names.isEmpty()
                ? message
                : message + "; a rehearsal starts no services, and this job asks for " + String.join(", ", names);
    }
}
