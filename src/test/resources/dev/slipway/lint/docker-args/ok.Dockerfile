FROM --platform=$BUILDPLATFORM debian:bookworm-slim
ARG TARGETARCH
COPY bin/${TARGETARCH}/tool /usr/local/bin/tool
RUN TARGETOS=linux; echo "$TARGETOS"
RUN <<END
echo $TARGETPLATFORM in a script of its own is not looked at
END
