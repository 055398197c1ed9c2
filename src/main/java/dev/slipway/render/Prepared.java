package dev.slipway.render;

import java.io.IOException;

/** One of our own templates as Java, which {@code src/build/java/TemplateClasses.java} writes when Slipway is built. */
@FunctionalInterface
interface Prepared {
    /** Prints a record by the template, if it is what the template is for, or else by the macro of its name. */
    void print(Record record, Page page) throws IOException;
}
