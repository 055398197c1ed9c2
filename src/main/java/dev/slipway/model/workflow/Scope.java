package dev.slipway.model.workflow;

import java.util.List;

/**
 * The scope of a permission. For a new scope of GitHub that has no constant here, write {@code new Scope("…")}.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions">permissions</a>
 */
public record Scope(String name) {
    public static final Scope ACTIONS = new Scope("actions");
    public static final Scope ARTIFACT_METADATA = new Scope("artifact-metadata");
    public static final Scope ATTESTATIONS = new Scope("attestations");
    public static final Scope CHECKS = new Scope("checks");
    public static final Scope CODE_QUALITY = new Scope("code-quality");
    public static final Scope CONTENTS = new Scope("contents");
    public static final Scope COPILOT_REQUESTS = new Scope("copilot-requests");
    public static final Scope DEPLOYMENTS = new Scope("deployments");
    public static final Scope DISCUSSIONS = new Scope("discussions");
    public static final Scope DRIVES = new Scope("drives");
    public static final Scope ID_TOKEN = new Scope("id-token");
    public static final Scope ISSUES = new Scope("issues");
    public static final Scope MODELS = new Scope("models");
    public static final Scope PACKAGES = new Scope("packages");
    public static final Scope PAGES = new Scope("pages");
    public static final Scope PULL_REQUESTS = new Scope("pull-requests");
    public static final Scope REPOSITORY_PROJECTS = new Scope("repository-projects");
    public static final Scope SECURITY_EVENTS = new Scope("security-events");
    public static final Scope STATUSES = new Scope("statuses");
    public static final Scope VULNERABILITY_ALERTS = new Scope("vulnerability-alerts");

    /** The scopes that GitHub documents. */
    public static final List<Scope> KNOWN = List.of(
            ACTIONS,
            ARTIFACT_METADATA,
            ATTESTATIONS,
            CHECKS,
            CODE_QUALITY,
            CONTENTS,
            COPILOT_REQUESTS,
            DEPLOYMENTS,
            DISCUSSIONS,
            DRIVES,
            ID_TOKEN,
            ISSUES,
            MODELS,
            PACKAGES,
            PAGES,
            PULL_REQUESTS,
            REPOSITORY_PROJECTS,
            SECURITY_EVENTS,
            STATUSES,
            VULNERABILITY_ALERTS);

    /** The levels that can be granted: {@code id-token} can only be written, and {@code models} only be read. */
    public List<String> levels() {
        if (equals(ID_TOKEN) || equals(COPILOT_REQUESTS)) {
            return List.of("write", "none");
        }
        return equals(MODELS) || equals(VULNERABILITY_ALERTS)
                ? List.of("read", "none")
                : List.of("read", "write", "none");
    }

    /** Grants reading, with the reason. */
    public Permissions.Grant read(String reason) {
        return new Permissions.Grant(this, "read", reason);
    }

    /** Grants reading and writing, with the reason. */
    public Permissions.Grant write(String reason) {
        return new Permissions.Grant(this, "write", reason);
    }

    /** Grants nothing. */
    public Permissions.Grant none() {
        return new Permissions.Grant(this, "none", "");
    }
}
