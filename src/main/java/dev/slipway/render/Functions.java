package dev.slipway.render;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a template can ask for but the plain value: {@code [=comment(x)]}. What is absent stays absent. */
final class Functions {
    static final Map<String, TemplateMethodModelEx> ALL = Map.ofEntries(
            Map.entry("comment", of(Functions::comment)),
            Map.entry("remark", of(Functions::remark)),
            Map.entry("alone", of(Functions::alone)),
            Map.entry("one", of(Printed::oneOrAll)),
            Map.entry("bare", of(Printed::bare)),
            Map.entry("exec", of(Functions::exec)),
            Map.entry("shell", of(Functions::shell)),
            Map.entry("quoted", of(Functions::quoted)),
            Map.entry("ruby", of(value -> new Verbatim(SourcePage.ruby(value.string())))),
            Map.entry("code", of(Functions::code)),
            Map.entry("numbered", of(Functions::numbered)),
            Map.entry("given", Functions::given),
            Map.entry("fence", Functions::fence));

    private Functions() {}

    private static TemplateMethodModelEx of(UnaryOperator<Printed> function) {
        return arguments -> {
            Printed value = ModelWrapper.INSTANCE.printed(arguments.get(0));
            return value == Absent.INSTANCE ? value : function.apply(value);
        };
    }

    /** Lines for readers, above what follows. */
    private static Printed comment(Printed value) {
        return printing(page -> page.comment(Characters.lines(value.string())));
    }

    /** Words for readers, behind a value. */
    private static Printed remark(Printed value) {
        String words = Characters.oneLine(value.string());
        return printing(page -> page.append(words.isEmpty() ? "" : " # " + words));
    }

    /** The value stands without its key where nothing else is said. */
    private static Printed alone(Printed value) {
        return printing(page -> {
            int column = page.line().length();
            value.on(page);
            page.standsAlone(column);
        });
    }

    private static Printed exec(Printed value) {
        return new Verbatim(DockerForms.exec(value.strings()));
    }

    private static Printed shell(Printed value) {
        List<String> lines = DockerForms.shell(value.strings());
        return printing(page -> {
            page.append(lines.get(0));
            page.commit();
            lines.stream().skip(1).forEach(line -> page.addLine(line, "    "));
        });
    }

    private static Printed quoted(Printed value) {
        return new Verbatim(DockerForms.quoted(value.string()));
    }

    private static Printed code(Printed value) {
        return printing(page -> ((MarkdownPage) page).code(value.string()));
    }

    /** A list whose items have numbers. */
    private static Printed numbered(Printed value) {
        List<String> items = value.strings();
        return printing(page -> page.nested(list -> {
            for (int i = 0; i < items.size(); i++) {
                list.append(i + 1 + ". ");
                list.text(items.get(i));
                list.write('\n');
            }
        }));
    }

    /** Whether there is anything to print. */
    private static TemplateBooleanModel given(List<?> arguments) {
        boolean nothing = ModelWrapper.INSTANCE.printed(arguments.get(0)).nothing();
        return nothing ? TemplateBooleanModel.FALSE : TemplateBooleanModel.TRUE;
    }

    private static Object fence(List<?> arguments) {
        String language = ModelWrapper.INSTANCE.printed(arguments.get(0)).string();
        String text = ModelWrapper.INSTANCE.printed(arguments.get(1)).string();
        return printing(page -> ((MarkdownPage) page).fence(language, text));
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
