package dev.slipway.render;

import freemarker.core.MarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;

/** Leaves how a value looks to the page that it is printed on. */
final class PageFormat extends MarkupOutputFormat<Printed> {
    static final PageFormat INSTANCE = new PageFormat();

    private PageFormat() {}

    @Override
    public String getName() {
        return "page";
    }

    @Override
    public String getMimeType() {
        return "text/plain";
    }

    @Override
    public void output(Printed value, Writer out) throws IOException {
        page(out).print(value);
    }

    @Override
    public void output(String text, Writer out) {
        page(out).text(text);
    }

    private static Page page(Writer out) {
        if (out instanceof Page page) {
            return page;
        }
        throw new IllegalArgumentException(
                "a value can be printed to a page only, not inside of <#assign> or <#local>");
    }

    @Override
    public boolean isEmpty(Printed value) {
        return value.nothing();
    }

    @Override
    public boolean isAutoEscapedByDefault() {
        return true;
    }

    @Override
    public boolean isOutputFormatMixingAllowed() {
        return false;
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String name) {
        return false;
    }

    @Override
    public Printed fromPlainTextByEscaping(String text) {
        return new Text(text);
    }

    @Override
    public Printed fromMarkup(String markup) {
        throw onlyValues();
    }

    @Override
    public String getSourcePlainText(Printed value) {
        throw onlyValues();
    }

    @Override
    public String getMarkupString(Printed value) {
        throw onlyValues();
    }

    @Override
    public Printed concat(Printed left, Printed right) {
        throw onlyValues();
    }

    @Override
    public String escapePlainText(String text) {
        throw onlyValues();
    }

    private static RuntimeException onlyValues() {
        return new UnsupportedOperationException("a template prints whole values; put them together in Java");
    }
}
