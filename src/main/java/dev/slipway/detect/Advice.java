package dev.slipway.detect;

import dev.slipway.source.Severity;

/**
 * Something that can break a release and stands in no generated file.
 *
 * @param severity an error breaks the release, a warning may
 * @param topic what it is about, such as {@code runner}, {@code tls} or {@code package}
 * @param message what is so: lower case, no full stop
 * @param help what to do; may be empty
 * @param url where to read about it or to change it; may be empty
 */
public record Advice(Severity severity, String topic, String message, String help, String url) {}
