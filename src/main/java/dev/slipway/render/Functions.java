package dev.slipway.render;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a template can ask for but the plain value: {@code [=comment(x)]}. What is absent stays absent. */
final class Functions {
    private Functions() {}

    /** What is absent stays absent. */
    private static Printed given(Object value, UnaryOperator<Printed> function) {
        Printed printed = ModelWrapper.INSTANCE.printed(value);
        return printed == Absent.INSTANCE ? printed : function.apply(printed);
    }

    /** Lines for readers, above what follows. */
    static Printed comment(Object text) {
        return given(text, value -> printing(page -> page.comment(Characters.lines(value.string()))));
    }

    /** Words for readers, behind a value. */
    static Printed remark(Object text) {
        return given(text, value -> {
            String words = Characters.oneLine(value.string());
            return printing(page -> page.append(words.isEmpty() ? "" : " # " + words));
        });
    }

    /** The value stands without its key if nothing else is said. */
    static Printed alone(Object of) {
        return given(
                of,
                value -> printing(page -> {
                    int column = page.line().length();
                    value.on(page);
                    page.standsAlone(column);
                }));
    }

    /** A list, or its only item. */
    static Printed one(Object list) {
        return given(list, Printed::oneOrAll);
    }

    /** An expression, without its marks if they can be left out. */
    static Printed bare(Object expression) {
        return given(expression, Printed::bare);
    }

    static Printed exec(Object words) {
        return given(words, value -> new Verbatim(DockerForms.exec(value.strings())));
    }

    static Printed shell(Object commands) {
        return given(commands, value -> {
            List<String> lines = DockerForms.shell(value.strings());
            return printing(page -> {
                page.append(lines.get(0));
                page.commit();
                lines.stream().skip(1).forEach(line -> page.addLine(line, "    "));
            });
        });
    }

    static Printed quoted(Object text) {
        return given(text, value -> new Verbatim(DockerForms.quoted(value.string())));
    }

    static Printed ruby(Object text) {
        return given(text, value -> new Verbatim(SourcePage.ruby(value.string())));
    }

    static Printed code(Object text) {
        return given(text, value -> printing(page -> ((MarkdownPage) page).code(value.string())));
    }

    /** A list whose items have numbers. */
    static Printed numbered(Object list) {
        return given(list, value -> {
            List<String> items = value.strings();
            return printing(page -> page.nested(inner -> {
                for (int i = 0; i < items.size(); i++) {
                    inner.append(i + 1 + ". ");
                    inner.text(items.get(i));
                    inner.write('\n');
                }
            }));
        });
    }

    /** Whether there is anything to print. */
    static boolean given(Object value) {
        return !ModelWrapper.INSTANCE.printed(value).nothing();
    }

    /** Lines of code, or a drawing. */
    static Printed fence(Object language, Object text) {
        String words = ModelWrapper.INSTANCE.printed(language).string();
        String lines = ModelWrapper.INSTANCE.printed(text).string();
        return printing(page -> ((MarkdownPage) page).fence(words, lines));
    }

    private static Printed printing(Page.Body body) {
        return new Printed() {
            @Override
            void on(Page page) throws IOException {
                body.on(page);
            }
        };
    }
}
