package dev.slipway.toolchain;

import java.util.List;

/** A processor architecture under the names that Debian, Docker and Go on the one side, LLVM and Linux on the other use. */
public enum Arch {
    AMD64("amd64", "x86_64"),
    ARM64("arm64", "aarch64");

    private final String docker;
    private final String llvm;

    Arch(String docker, String llvm) {
        this.docker = docker;
        this.llvm = llvm;
    }

    /** The name that Docker and Debian use, such as {@code amd64}. */
    public String docker() {
        return docker;
    }

    /** The name at the start of a target triple, such as {@code x86_64}. */
    public String llvm() {
        return llvm;
    }

    /** Both names, to be read from configs. */
    List<String> words() {
        return List.of(docker, llvm);
    }
}
