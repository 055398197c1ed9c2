package dev.slipway.lock;

import dev.slipway.lock.LockedAction.Listed;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GitHub's lockfile of actions: which workflows are locked, and which commit each action is locked to. Whatever is of an
 * unexpected shape is passed over: the format is young, and reading it never fails.
 *
 * @param workflows what each locked workflow uses, by its path in the repository
 * @param actions the actions by their names
 * @see <a href="https://docs.github.com/en/actions/concepts/security/workflow-dependency-lockfiles">Workflow dependency
 *     lockfiles</a>
 * @see <a href="https://github.com/github/actions-lockfile">The format</a>
 */
public record ActionsLock(Map<String, List<Listed>> workflows, Map<LockKey, LockedAction> actions) {
    /** Where GitHub looks for it. */
    public static final String PATH = ".github/workflows/actions.lock";

    private static final Pointer WORKFLOWS = Pointer.ROOT.child("workflows");
    private static final Pointer DEPENDENCIES = Pointer.ROOT.child("dependencies");

    public ActionsLock {
        workflows = Map.copyOf(workflows);
        actions = Map.copyOf(actions);
    }

    public static ActionsLock of(Node document) {
        Map<String, List<Listed>> workflows = new LinkedHashMap<>();
        entries(document, "workflows")
                .forEach((path, node) -> workflows.put(
                        path.startsWith("./") ? path.substring(2) : path, listed(node, WORKFLOWS.child(path))));
        Map<LockKey, LockedAction> actions = new LinkedHashMap<>();
        entries(document, "dependencies")
                .forEach((name, node) ->
                        LockKey.ofEntry(name).ifPresent(key -> actions.putIfAbsent(key, action(key, name, node))));
        return new ActionsLock(workflows, actions);
    }

    /** Whether GitHub holds a workflow to the lockfile. */
    public boolean locks(String workflow) {
        return workflows.containsKey(workflow);
    }

    /** Whether the list of a workflow names an action. */
    public boolean lists(String workflow, LockKey key) {
        return workflows.getOrDefault(workflow, List.of()).stream()
                .anyMatch(listed -> listed.key().equals(key));
    }

    public Optional<LockedAction> find(LockKey key) {
        return Optional.ofNullable(actions.get(key));
    }

    /** The refs at which a workflow locks the actions of a repository. */
    public List<String> refs(String workflow, String repository) {
        return workflows.getOrDefault(workflow, List.of()).stream()
                .map(Listed::key)
                .filter(key -> key.repository().equals(repository))
                .map(LockKey::ref)
                .toList();
    }

    /** The commits that workflows leave to the lockfile, by the name of the action and the tag or branch. */
    public Map<String, String> commits() {
        return actions.values().stream()
                .filter(action -> !action.commit().isEmpty() && !action.key().isCommit())
                .collect(Collectors.toMap(action -> action.key().toString(), LockedAction::commit));
    }

    private static LockedAction action(LockKey key, String name, Node node) {
        Pointer where = DEPENDENCIES.child(name);
        String written = node.child("commit").map(ActionsLock::text).orElse("");
        String digest = written.isEmpty() && name.contains(":") ? name.substring(name.indexOf(':') + 1) : written;
        String commit = digest.substring(digest.indexOf('-') + 1).toLowerCase(Locale.ROOT);
        List<Listed> uses = node.child("uses")
                .map(list -> listed(list, where.child("uses")))
                .orElse(List.of());
        return new LockedAction(key, where, commit, uses);
    }

    private static List<Listed> listed(Node node, Pointer where) {
        List<Node> items = node.fold(mapping -> List.of(), Node.Sequence::items, scalar -> List.of());
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Pointer item = where.child(i);
            LockKey.ofEntry(text(items.get(i))).ifPresent(key -> listed.add(new Listed(key, item)));
        }
        return List.copyOf(listed);
    }

    private static Map<String, Node> entries(Node document, String key) {
        Map<String, Node> entries = new LinkedHashMap<>();
        document.child(key)
                .ifPresent(node -> node.fold(
                                Node.Mapping::entries,
                                list -> Map.<String, Node.Entry>of(),
                                scalar -> Map.<String, Node.Entry>of())
                        .forEach((name, entry) -> entries.put(name, entry.value())));
        return entries;
    }

    private static String text(Node node) {
        return node.fold(mapping -> "", list -> "", Node.Scalar::text);
    }
}
