package dev.slipway.render;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** A YAML file as a careful person would write it. */
final class YamlPage extends Page {
    private static final int WIDTH = 100;

    YamlPage(Visitor visitor, int margin) {
        super(visitor, margin);
    }

    @Override
    Page child(Visitor visitor, int margin) {
        return new YamlPage(visitor, margin);
    }

    @Override
    void text(String text) {
        Optional<YamlBlock> block = YamlBlock.of(text);
        if (block.isEmpty()) {
            append(YamlScalar.of(text));
            return;
        }
        String indentation = " ".repeat(inset());
        append(block.get().header());
        commit();
        block.get().lines().forEach(it -> addLine(it, indentation));
    }

    @Override
    Optional<String> word(String text) {
        return Optional.of(text).filter(it -> it.indexOf('\n') < 0).map(YamlScalar::inFlow);
    }

    @Override
    void items(List<Printed> items) throws IOException {
        Optional<String> flow = inFlow(items);
        if (flow.isPresent() && column() + flow.get().length() <= WIDTH) {
            append(flow.get());
            return;
        }
        nested(page -> {
            for (Printed item : items) {
                page.append("- ");
                print(item, page);
            }
        });
    }

    /** All of them between brackets, if each is a word. */
    private Optional<String> inFlow(List<Printed> items) {
        StringJoiner flow = new StringJoiner(", ", "[", "]");
        for (Printed item : items) {
            Optional<String> word = item.word(this);
            if (word.isEmpty()) {
                return Optional.empty();
            }
            flow.add(word.get());
        }
        return Optional.of(flow.toString());
    }

    @Override
    void entries(Map<String, Printed> entries) throws IOException {
        nested(page -> {
            for (Map.Entry<String, Printed> entry : entries.entrySet()) {
                page.append(YamlScalar.of(entry.getKey()));
                page.append(": ");
                print(entry.getValue(), page);
            }
        });
    }

    private static void print(Printed value, Page page) throws IOException {
        if (value.nothing()) {
            page.append(value.word(page).orElseThrow());
        } else {
            value.on(page);
        }
        page.write("\n");
    }

    @Override
    void comment(List<String> text) {
        String indentation = line().toString();
        text.forEach(it -> addLine(("# " + it).stripTrailing(), indentation));
        drop();
    }

    /** After {@code - } a mapping goes on; after {@code key: } it starts on the next line. */
    @Override
    void setIn(Page page) {
        if (page.isEmpty()) {
            append("{}");
        } else if (page.alone().isPresent()) {
            append(page.alone().get());
        } else {
            boolean here = afterDashes(line()) == line().length();
            String indentation = " ".repeat(inset());
            append(here ? page.firstLine() : "");
            commit();
            addLines(page, here ? 1 : 0, indentation);
        }
    }

    /** Two columns right of the key or the dash that the value belongs to. */
    @Override
    int inset() {
        CharSequence line = line();
        int dashes = afterDashes(line);
        return isBlank(line) || dashes == line.length() ? line.length() : dashes + 2;
    }

    private static int afterDashes(CharSequence line) {
        int column = 0;
        while (column < line.length() && line.charAt(column) == ' ') {
            column++;
        }
        while (column + 1 < line.length() && line.charAt(column) == '-' && line.charAt(column + 1) == ' ') {
            column += 2;
        }
        return column;
    }
}
