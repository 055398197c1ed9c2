FROM debian:bookworm-slim AS base
ARG TARGETARCH
COPY --from=binaries ${TARGETARCH}/tool /usr/local/bin/tool
COPY --from=licenses /LICENSE /
COPY --from=base /etc/os-release /
