package dev.slipway.init;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which method the Linux targets of an existing set-up are built, as far as that is not what happens anyway.
 *
 * @param shared the method of all
 * @param own those of single targets
 */
record BuildMethods(Optional<String> shared, Map<Target, String> own) {
    /** @param contained whether the others are built in a container, where cross does not run */
    static BuildMethods of(Map<Target, Fact<FoundTarget>> found, boolean contained, Draft draft) {
        Map<Target, String> methods = new LinkedHashMap<>();
        found.forEach((target, fact) -> fact.value()
                .method()
                .filter(method -> target.os() == Os.LINUX)
                .ifPresent(method -> methods.put(target, method)));
        List<String> distinct = methods.values().stream().distinct().toList();
        long linux = found.keySet().stream()
                .filter(target -> target.os() == Os.LINUX)
                .count();
        boolean same = distinct.size() == 1
                && methods.size() == linux
                && distinct.get(0).matches("cross(@.*)?|zig");
        Map<Target, String> special = new LinkedHashMap<>();
        methods.forEach((target, method) -> {
            if (!method.equals(usual(target, contained))) {
                special.put(target, method);
            }
        });
        if (same && !special.isEmpty()) {
            found.values().stream()
                    .filter(fact -> fact.value().method().isPresent())
                    .findFirst()
                    .ifPresent(fact -> draft.taken("linux.build", distinct.get(0), "from " + fact.from()));
            return new BuildMethods(Optional.of(distinct.get(0)), Map.of());
        }
        return new BuildMethods(Optional.empty(), special);
    }

    /** What is done if nothing is said. */
    private static String usual(Target target, boolean contained) {
        return target.arch() == Arch.AMD64 ? "native" : target.arch() == Arch.ARM64 || contained ? "gcc" : "cross";
    }

    Optional<String> own(Target target) {
        return Optional.ofNullable(own.get(target));
    }
}
