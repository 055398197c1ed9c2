package dev.slipway.model.workflow;

import java.util.List;
import java.util.Optional;

/**
 * The runner of a job. GitHub's labels change, so any label is accepted: {@code RunsOn.label("macos-26")}.
 *
 * @param labels the runner must have all of them
 * @param group a group of runners to choose from
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idruns-on">runs-on</a>
 */
public record RunsOn(List<Text> labels, Optional<Text> group) {
    public static final RunsOn UBUNTU_LATEST = label("ubuntu-latest");
    public static final RunsOn MACOS_LATEST = label("macos-latest");
    public static final RunsOn WINDOWS_LATEST = label("windows-latest");

    public RunsOn {
        labels = List.copyOf(labels);
        if (labels.isEmpty() && group.isEmpty()) {
            throw new IllegalArgumentException("a job runs on a label or a group");
        }
    }

    public static RunsOn label(String label) {
        return new RunsOn(List.of(Text.of(label)), Optional.empty());
    }

    public static RunsOn label(Expr<String> label) {
        return new RunsOn(List.of(Text.of(label)), Optional.empty());
    }
}
