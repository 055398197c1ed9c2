package dev.slipway.render;

import freemarker.core.TemplateElement;
import freemarker.core.TextBlock;
import freemarker.core._CoreAPI;
import freemarker.template.Template;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A project's template: its loops and macros can be counted, and no text becomes a template that nobody counts. */
@SuppressWarnings("deprecation") // the engine has no other way to look into a template
final class OwnTemplate {
    /** Text that becomes a template, or is as long as a number says. */
    private static final Pattern UNBOUNDED = Pattern.compile("\\?(?:eval|eval_json|evalJson|interpret)\\b"
            + "|\\?(?:left_pad|leftPad|right_pad|rightPad)\\b(?!\\([0-9]{1,3}[,)])");

    private OwnTemplate() {}

    static Template parse(Templates templates, String name, String text) {
        refuseBareCarriageReturn(name, text);
        Template template = templates.parse(name, text);
        refuseUnbounded(name, template);
        template.setWrapUncheckedExceptions(true);
        _CoreAPI.addThreadInterruptedChecks(template);
        return template;
    }

    private static void refuseBareCarriageReturn(String name, String text) {
        int at = text.indexOf('\r');
        while (at >= 0 && text.startsWith("\r\n", at)) {
            at = text.indexOf('\r', at + 1);
        }
        if (at >= 0) {
            int start = text.lastIndexOf('\n', at) + 1;
            int before = (int) text.substring(0, start).lines().count();
            throw new TemplateFault(
                    name,
                    new TemplatePlace(before + 1, at - start + 1),
                    "the template has a carriage return (U+000D) without a line feed",
                    "end lines with a line feed, or with both");
        }
    }

    private static void refuseUnbounded(String name, Template template) {
        Deque<TemplateElement> left = new ArrayDeque<>(List.of(template.getRootTreeNode()));
        while (!left.isEmpty()) {
            TemplateElement element = left.pop();
            Matcher unbounded = UNBOUNDED.matcher(element instanceof TextBlock ? "" : element.getDescription());
            if (unbounded.find()) {
                boolean pads = unbounded.group().toLowerCase(Locale.ROOT).endsWith("pad");
                throw new TemplateFault(
                        name,
                        new TemplatePlace(element.getBeginLine(), element.getBeginColumn()),
                        "a template cannot use '" + unbounded.group() + "'"
                                + (pads ? " with a width of more than three digits, or a computed one" : ""),
                        pads ? "write the width as a number" : "write what it evaluates as a part of the template");
            }
            for (int i = 0; i < element.getChildCount(); i++) {
                left.push((TemplateElement) element.getChildAt(i));
            }
        }
    }
}
