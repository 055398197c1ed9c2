package dev.slipway.model.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image that a job or a service runs in.
 *
 * @param remark printed after the image as a comment; may be empty
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainer">container</a>
 */
public record Container(
        Text image,
        Optional<Credentials> credentials,
        Map<String, Value> env,
        List<Value> ports,
        List<Text> volumes,
        Optional<Text> options,
        String remark) {

    public Container {
        env = Ordered.copy(env);
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
    }

    public static Container image(String image) {
        return image(image, "");
    }

    /** An image with a comment after it. */
    public static Container image(String image, String remark) {
        return new Container(
                Text.of(image), Optional.empty(), Map.of(), List.of(), List.of(), Optional.empty(), remark);
    }

    /** The login of a registry, to pull a private image. */
    public record Credentials(Text username, Text password) {}
}
