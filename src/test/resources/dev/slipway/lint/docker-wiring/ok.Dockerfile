FROM debian:bookworm-slim AS base
FROM scratch
ARG TARGETARCH
COPY --from=binaries ${TARGETARCH}/tool /usr/local/bin/tool
COPY --from=licences LICENSE /
COPY --from=base /etc/os-release /
COPY --from=0 /etc/debian_version /
COPY --from=busybox /bin/sh /bin/sh
COPY --from=ghcr.io/example/tool:1 /tool /
