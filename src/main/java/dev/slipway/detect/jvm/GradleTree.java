package dev.slipway.detect.jvm;

import dev.slipway.source.Node;
import dev.slipway.source.Position;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings and blocks of a script while they are put together. */
final class GradleTree {
    private final int line;
    private final Map<String, Node.Entry> settings = new LinkedHashMap<>();
    private final Map<String, GradleTree> blocks = new LinkedHashMap<>();
    private final Map<String, List<GradleTree>> lists = new LinkedHashMap<>();

    GradleTree(int line) {
        this.line = line;
    }

    /**
     * The block at a path, which may be a new one.
     *
     * @param listing the names of blocks that are items of a list, with the key of the list
     */
    GradleTree below(List<String> path, Map<String, String> listing, int at) {
        GradleTree here = this;
        for (String name : path) {
            String list = listing.get(name);
            if (list == null) {
                here = listing.containsValue(name) ? here : here.block(name, at);
            } else {
                GradleTree item = new GradleTree(at);
                here.lists.computeIfAbsent(list, any -> new ArrayList<>()).add(item);
                here = item;
            }
        }
        return here;
    }

    private GradleTree block(String name, int at) {
        return blocks.computeIfAbsent(name, any -> new GradleTree(at));
    }

    void set(GradleSetting setting, int at) {
        if (setting.path().isEmpty() || setting.values().isEmpty()) {
            return;
        }
        List<String> above = setting.path().subList(0, setting.path().size() - 1);
        GradleTree owner = below(above, Map.of(), at);
        String key = setting.path().get(setting.path().size() - 1);
        List<Node> values =
                setting.values().stream().map(value -> (Node) scalar(value, at)).toList();
        Node value = values.size() == 1 ? values.get(0) : new Node.Sequence(values, span(at));
        owner.settings.put(key, new Node.Entry(key, span(at), value));
    }

    Node node() {
        Map<String, Node.Entry> entries = new LinkedHashMap<>(settings);
        blocks.forEach((key, block) -> entries.put(key, new Node.Entry(key, span(block.line), block.node())));
        lists.forEach((key, items) -> entries.put(
                key,
                new Node.Entry(
                        key,
                        span(items.get(0).line),
                        new Node.Sequence(items.stream().map(GradleTree::node).toList(), span(items.get(0).line)))));
        return new Node.Mapping(entries, span(line));
    }

    private static Node.Scalar scalar(String text, int at) {
        boolean flag = text.equals("true") || text.equals("false");
        return new Node.Scalar(flag ? Node.Scalar.Type.BOOLEAN : Node.Scalar.Type.TEXT, text, true, span(at));
    }

    private static Span span(int line) {
        return new Span(new Position(line, 1), 1);
    }
}
