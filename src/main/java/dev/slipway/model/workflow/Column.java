package dev.slipway.model.workflow;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A column of a matrix, named by a method reference such as {@code Linux::target}. It is serializable because only so
 * does the language tell the name of the method.
 */
@FunctionalInterface
public interface Column<R extends Record, T> extends Function<R, T>, Serializable {}
