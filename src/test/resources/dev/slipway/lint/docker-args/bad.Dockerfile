ARG TARGETARCH
FROM debian:bookworm-slim
COPY bin/$TARGETARCH/tool \
     /usr/local/bin/tool
ARG TARGETARCH
