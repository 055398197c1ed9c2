package dev.slipway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which images builds can install their tools. */
class ContainersTest {
    private static final String DIGEST = "@sha256:" + "0".repeat(64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "debian",
                "debian:bookworm",
                "debian:12-slim",
                "ubuntu:22.04",
                "docker.io/ubuntu:24.04",
                "docker.io/library/debian:trixie",
                "public.ecr.aws/docker/library/rust:1.94",
                "ghcr.io/me/debian:stable",
                "arm64v8/debian",
                "buildpack-deps:bookworm",
                "rust",
                "rust:1.94-bookworm",
                "rust:1.94-slim-trixie",
                "golang:1.26-bullseye",
                "mcr.microsoft.com/devcontainers/rust:1-1-bookworm",
                "mcr.microsoft.com/devcontainers/base:ubuntu",
                "nvidia/cuda:12.6-devel-ubuntu22.04",
                "ghcr.io/cross-rs/aarch64-unknown-linux-gnu:0.2.5",
                "ghcr.io/rust-cross/rust-musl-cross:armv7-musleabihf",
                "quay.io/team/builder:bookworm",
            })
    void debianAndUbuntuHaveWhatBuildsNeed(String image) {
        assertThat(Containers.standard().lack(image)).contains("");
        assertThat(Containers.standard().lack(image + DIGEST)).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fedora:42",
                "quay.io/fedora/fedora:42",
                "registry.fedoraproject.org/fedora-minimal:42",
                "rockylinux:9",
                "rockylinux/rockylinux:9-minimal",
                "almalinux",
                "almalinux/9-base",
                "centos:7",
                "quay.io/centos/centos:stream9",
                "oraclelinux:9",
                "amazonlinux:2023",
                "archlinux",
                "archlinux/archlinux:base-devel",
                "opensuse/leap:15.6",
                "opensuse/tumbleweed",
                "registry.suse.com/bci/rust:1.82",
                "quay.io/pypa/manylinux2014_x86_64",
                "quay.io/pypa/manylinux_2_28_aarch64:2026.01.01-1",
                "redhat/ubi9",
                "redhat/ubi9-minimal",
                "registry.access.redhat.com/ubi9/ubi-minimal",
                "registry.access.redhat.com/ubi8",
                "eclipse-temurin:21-ubi9-minimal",
                "nvidia/cuda:12.6-devel-rockylinux9",
                "swift:6-amazonlinux2",
                "alpine:3.22",
                "rust:1.94-alpine",
                "golang:1.26-alpine3.22",
                "mcr.microsoft.com/devcontainers/base:alpine",
                "mcr.microsoft.com/dotnet/sdk:9.0-azurelinux3.0",
                "cgr.dev/chainguard/rust",
                "busybox",
                "nixos/nix",
                "gentoo/stage3",
                "gcr.io/distroless/cc-debian12:nonroot",
                "gcr.io/distroless/static",
                "photon:5.0",
                "scratch",
            })
    void othersHaveNot(String image) {
        assertThat(Containers.standard().lack(image))
                .hasValueSatisfying(lack -> assertThat(lack).startsWith("no apt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghcr.io/me/builder",
                "ghcr.io/me/rust:1",
                "localhost:5000/tools:2",
                "example/builder:1",
                "registry.example.com/alpinist/tools",
                "example/scratchpad",
                "ubiquity/tools"
            })
    void ofImagesOfOnesOwnNothingIsKnown(String image) {
        assertThat(Containers.standard().lack(image)).isEmpty();
    }
}
