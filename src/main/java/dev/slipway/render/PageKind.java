package dev.slipway.render;

/** Makes an empty page of a kind. */
@FunctionalInterface
interface PageKind {
    Page empty(Page.Visitor visitor, int margin);
}
