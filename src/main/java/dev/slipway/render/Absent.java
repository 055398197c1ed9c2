package dev.slipway.render;

import freemarker.template.TemplateBooleanModel;

/** No value: an empty {@code Optional}, or a switch that is off. It takes its line with it. */
final class Absent extends Printed implements TemplateBooleanModel {
    static final Absent INSTANCE = new Absent();

    private Absent() {}

    @Override
    void on(Page page) {
        page.drop();
    }

    @Override
    boolean nothing() {
        return true;
    }

    @Override
    public boolean getAsBoolean() {
        return false;
    }
}
