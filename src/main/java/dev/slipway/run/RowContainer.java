package dev.slipway.run;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Container;
import dev.slipway.model.workflow.StepsJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the container of a row; one expression may give all of it, such as <code>${{ matrix.container }}</code>. */
final class RowContainer {
    private RowContainer() {}

    /**
     * What the steps of a row run in.
     *
     * @return empty if the job asks for none, or for one without an image
     */
    static Optional<RowSetup.JobContainer> of(StepsJob job, Values values) {
        return job.container()
                .map(container -> values.of(container.image()) instanceof Data.Dict whole
                        ? computed(whole)
                        : written(container, values))
                .filter(it -> !it.image().isEmpty());
    }

    private static RowSetup.JobContainer written(Container container, Values values) {
        return new RowSetup.JobContainer(
                image(values.text(container.image())),
                values.texts(container.env()),
                container.volumes().stream().map(values::text).toList(),
                container.options().map(values::text).orElse(""));
    }

    private static RowSetup.JobContainer computed(Data.Dict container) {
        Map<String, String> env = new LinkedHashMap<>();
        if (container.get("env").orElse(Data.NULL) instanceof Data.Dict variables) {
            variables.values().forEach((name, value) -> env.put(name, value.text()));
        }
        List<Data> volumes =
                container.get("volumes").orElse(Data.NULL) instanceof Data.Arr list ? list.items() : List.of();
        return new RowSetup.JobContainer(
                image(container.get("image").map(Data::text).orElse("")),
                env,
                volumes.stream().map(Data::text).toList(),
                container.get("options").map(Data::text).orElse(""));
    }

    private static String image(String name) {
        return name.replaceFirst("^docker://", "");
    }
}
