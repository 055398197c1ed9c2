FROM debian:bookworm-slim
COPY ./LICENSE docs/manual.md /usr/share/doc/
COPY target/release/tool /usr/local/bin/tool
