package dev.slipway.toolchain.rust;

import dev.slipway.config.BuildMethod;
import dev.slipway.config.BuildMethod.Kind;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Libc;
import dev.slipway.toolchain.Machine;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Recipe;
import dev.slipway.toolchain.Refusal;
import dev.slipway.toolchain.Request;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.TargetSupport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses how Cargo builds for a target, and knows what each method cannot do. */
final class RustTarget {
    private static final String ARM_RUNNER = "ubuntu-24.04-arm";

    private final Request request;
    private final Target target;
    private final String triple;

    private RustTarget(Request request) {
        this.request = request;
        this.target = request.target();
        this.triple = RustTriple.of(target);
    }

    static TargetSupport recipe(Request request) {
        return new RustTarget(request).recipe();
    }

    private TargetSupport recipe() {
        BuildMethod method = request.method().orElseGet(() -> BuildMethod.of(usual()));
        Optional<Refusal> glibc = glibc(method.kind());
        if (glibc.isPresent()) {
            return glibc.get();
        }
        return switch (method.kind()) {
            case NATIVE -> local();
            case GCC -> target.arch() == machine() ? local() : gcc();
            case CROSS -> cross(method);
            case ZIG -> zig();
            case IMAGE -> image(method.detail());
        };
    }

    /** Natively if the machine matches the target; with Debian's compiler for arm64; with cross for all others. */
    private Kind usual() {
        boolean gnu = triple.endsWith("-gnu") || triple.endsWith("-gnullvm");
        boolean ported = gnu && !triple.startsWith("x86_64");
        if (target.os() == Os.MACOS || target.os() == Os.WINDOWS && !ported) {
            return Kind.NATIVE;
        }
        if (target.os() != Os.LINUX) {
            return Kind.CROSS;
        }
        if (request.glibc().isPresent()) {
            return Kind.ZIG;
        }
        if (target.arch() == machine() && target.libc() != Libc.SYSTEM) {
            return Kind.NATIVE;
        }
        boolean gcc = target.arch() == Arch.ARM64 || request.container().isPresent();
        return gcc && DebianCompiler.of(target).isPresent() ? Kind.GCC : Kind.CROSS;
    }

    /** The processor of the machine that builds; of a machine of which nothing is known, the usual one. */
    private Arch machine() {
        return request.runner().flatMap(label -> Machine.of(label).arch()).orElse(Arch.AMD64);
    }

    private Optional<Refusal> glibc(Kind method) {
        if (request.glibc().isEmpty()) {
            return Optional.empty();
        }
        if (target.os() != Os.LINUX || target.libc() != Libc.GNU) {
            return refuse("glibc", quoted() + " is not linked with the GNU C library", "remove 'glibc'");
        }
        return method == Kind.ZIG
                ? Optional.empty()
                : refuse("glibc", "only Zig links with an older C library", "write 'build: zig', or remove 'glibc'");
    }

    private TargetSupport local() {
        return switch (target.os()) {
            case MACOS ->
                target.arch() == Arch.UNIVERSAL
                        ? way("universal", "for both processors with Apple's linker, joined by lipo", List.of())
                        : plain("with Apple's linker", List.of());
            case WINDOWS ->
                plain(target.libc() == Libc.GNU ? "with the linker of MinGW" : "with Microsoft's linker", List.of());
            case LINUX -> onLinux();
            case FREEBSD, OTHER ->
                answer(refuse(
                        "build",
                        "no runner has the operating system of " + quoted(),
                        "write 'build: cross', or remove 'build'"));
        };
    }

    private TargetSupport onLinux() {
        Optional<Arch> asked =
                request.runner().flatMap(label -> Machine.of(label).arch());
        if (asked.isPresent() && asked.get() != target.arch()) {
            return answer(refuse(
                    "runner",
                    quoted() + " cannot be built natively on '"
                            + request.runner().orElse("") + "'",
                    target.arch() == Arch.ARM64
                            ? "use a runner such as '" + ARM_RUNNER + "', or write 'build: gcc'"
                            : "write 'build: cross', or use another runner"));
        }
        boolean known = target.arch() == Arch.AMD64 || target.arch() == Arch.ARM64;
        if (request.runner().isEmpty() && (!known || target.libc() == Libc.SYSTEM)) {
            return answer(refuse(
                    "build", "GitHub has no runner for " + quoted(), "write 'build: cross', or set your own runner"));
        }
        List<String> packages = target.libc() == Libc.MUSL ? List.of("musl-tools") : List.of();
        boolean arm = target.arch() == Arch.ARM64 && request.runner().isEmpty();
        return new Recipe(triple, "native", packages, Map.of(), arm ? Optional.of(ARM_RUNNER) : Optional.empty());
    }

    /** GCC links for the other architecture; for musl, with the C library that Rust brings. */
    private TargetSupport gcc() {
        Optional<DebianCompiler> compiler = DebianCompiler.of(target);
        if (compiler.isEmpty()) {
            return answer(refuse("build", "Debian has no gcc that links " + quoted(), "write 'build: cross'"));
        }
        return foreign("Debian's cross compilers")
                .orElseGet(() -> new Recipe(
                        triple,
                        "cross-compiled, linked by " + compiler.get().command(),
                        compiler.get().packages(),
                        Map.of(
                                compiler.get().linkerVariable(triple),
                                compiler.get().command()),
                        Optional.empty()));
    }

    private TargetSupport cross(BuildMethod method) {
        boolean microsoft = target.os() == Os.WINDOWS && target.libc() != Libc.GNU;
        if (target.os() == Os.MACOS || microsoft) {
            return answer(refuse("build", "cross has no image for " + quoted(), "remove 'build'"));
        }
        String version = method.detail().isEmpty() ? CrossTool.VERSION : method.detail();
        return foreign("the images of cross")
                .orElseGet(() -> new Recipe(
                        triple,
                        "by cross " + version + ", in its own container",
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(Os.LINUX),
                        method.word(),
                        Optional.empty(),
                        false));
    }

    private TargetSupport zig() {
        if (target.os() != Os.LINUX || target.libc() == Libc.SYSTEM) {
            return answer(refuse("build", "Zig builds only for Linux, not for " + quoted(), "remove 'build'"));
        }
        String floor = request.glibc()
                .map(version -> ", for glibc " + version + " and newer")
                .orElse("");
        List<String> packages = request.container().isPresent() ? List.of("python3-venv") : List.of();
        return way(ZigTool.WAY, "linked by Zig " + ZigTool.VERSION + floor, packages);
    }

    private TargetSupport image(String image) {
        if (target.os() == Os.MACOS || target.os() == Os.WINDOWS && target.libc() != Libc.GNU) {
            return answer(refuse("build", quoted() + " cannot be built in a container", "remove 'build'"));
        }
        return new Recipe(
                triple,
                "with the tools of its image",
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(Os.LINUX),
                "",
                Optional.of(image),
                false);
    }

    /** What is made for machines with an x86-64 processor does not run on others. */
    private Optional<TargetSupport> foreign(String tools) {
        return machine() == Arch.AMD64
                ? Optional.empty()
                : Optional.of(answer(refuse(
                        "runner",
                        tools + " need an x86-64 machine, not '"
                                + request.runner().orElse("") + "'",
                        "use a runner such as 'ubuntu-latest', or write 'build: native'")));
    }

    private Recipe plain(String how, List<String> packages) {
        return way("", how, packages);
    }

    private Recipe way(String way, String how, List<String> packages) {
        return new Recipe(
                triple, how, packages, Map.of(), Optional.empty(), Optional.empty(), way, Optional.empty(), true);
    }

    private String quoted() {
        return "'" + request.word() + "'";
    }

    private static Optional<Refusal> refuse(String key, String message, String help) {
        return Optional.of(new Refusal(key, message, help));
    }

    private static TargetSupport answer(Optional<Refusal> refusal) {
        return refusal.orElseThrow();
    }

    /** Whether a build links on Linux with a compiler for another processor. */
    static boolean crossLinked(Recipe recipe) {
        return recipe.env().keySet().stream().anyMatch(DebianCompiler::isLinkerVariable);
    }
}
