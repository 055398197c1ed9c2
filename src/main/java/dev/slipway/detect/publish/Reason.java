package dev.slipway.detect.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a step is listed.
 *
 * @param what all that it does and no config stands for
 * @param advice what takes its place; empty if it depends on the repository
 */
public record Reason(List<What> what, String advice) {
    static final String JOBS = "move it to 'jobs'";
    static final Reason STRIPPING = of(Kind.STRIPPING, "removes symbols from the programs", "");
    static final Reason HOMEBREW = of(Kind.HOMEBREW, "a Homebrew formula", "use 'packages.homebrew'");
    static final Reason CRATES = of(Kind.CRATES, "crates.io", "use 'packages.crates'");
    static final Reason IMAGE = of(Kind.IMAGE, "a container image that the build pushes", JOBS);

    static final Reason UNNAMED_IMAGE = of(Kind.IMAGE, "a container image whose name is known only during a run", JOBS);

    /** What Jib pushes without a Dockerfile: a config can describe its image. */
    static final Reason JIB = of(Kind.JIB, "a container image that the build pushes with Jib", JOBS);

    /** What a reader of reasons asks for. */
    public enum Kind {
        CRATES,
        HOMEBREW,
        IMAGE,
        JIB,
        SIGNATURE,
        /** What can take its place depends on the toolchain. */
        STRIPPING,
        /** It may publish anything. */
        OPEN,
        /** A remark about the release, and no thing that people get. */
        REMARK,
        OTHER
    }

    /** One thing that it does. */
    public record What(Kind kind, String text) {}

    static Reason of(Kind kind, String what, String advice) {
        return new Reason(List.of(new What(kind, what)), advice);
    }

    static Reason of(String what, String advice) {
        return of(Kind.OTHER, what, advice);
    }

    public boolean has(Kind kind) {
        return what.stream().anyMatch(one -> one.kind == kind);
    }

    /** Whether it is something that people get, and no remark about it. */
    public boolean isThing() {
        return !has(Kind.REMARK) && !has(Kind.OPEN);
    }

    /** The same without what is known from elsewhere; nothing may be left. */
    public Reason without(Kind kind) {
        return new Reason(what.stream().filter(one -> one.kind != kind).toList(), advice);
    }

    /** The same with what takes its place here. */
    public Reason with(String advice) {
        return new Reason(what, advice);
    }

    /** All that it does, in words. */
    public String things() {
        return what.stream().map(What::text).collect(Collectors.joining(", "));
    }

    /** For a report. */
    public String text() {
        String all = things();
        return all + (advice.isEmpty() ? "" : "; " + advice);
    }

    /** Reasons of commands, each once: what shares an advice is one. */
    static List<Reason> merged(List<Reason> all) {
        return all.stream()
                .collect(Collectors.groupingBy(Reason::advice, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(same -> new Reason(
                        same.getValue().stream()
                                .flatMap(one -> one.what.stream())
                                .distinct()
                                .toList(),
                        same.getKey()))
                .toList();
    }
}
