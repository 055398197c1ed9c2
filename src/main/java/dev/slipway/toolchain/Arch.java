package dev.slipway.toolchain;

import java.util.List;

/** A processor architecture under the names that Debian, Docker and Go on the one side, LLVM and Linux on the other use. */
public enum Arch {
    AMD64("amd64", "x86_64", "amd64", "x86_64"),
    ARM64("arm64", "aarch64", "arm64", "aarch64"),
    ARMV7("arm/v7", "armv7", "armv7"),
    I686("386", "i686", "i686"),
    RISCV64("riscv64", "riscv64gc", "riscv64"),
    S390X("s390x", "s390x", "s390x"),
    PPC64LE("ppc64le", "powerpc64le", "ppc64le"),
    /** Both processors of a Mac in one program. */
    UNIVERSAL("universal", "universal", "universal"),
    /** What only a toolchain knows by name. */
    OTHER("other", "other");

    private final String docker;
    private final String llvm;
    private final List<String> words;

    Arch(String docker, String llvm, String... words) {
        this.docker = docker;
        this.llvm = llvm;
        this.words = List.of(words);
    }

    /** The name that Docker uses, such as {@code amd64} and {@code arm/v7}. */
    public String docker() {
        return docker;
    }

    /** The name at the start of a target triple, such as {@code x86_64}. */
    public String llvm() {
        return llvm;
    }

    /** The usual name in configs, such as {@code amd64}. */
    public String word() {
        return words.get(0);
    }

    /** The names to be read from configs, the usual one first. */
    List<String> words() {
        return words;
    }
}
