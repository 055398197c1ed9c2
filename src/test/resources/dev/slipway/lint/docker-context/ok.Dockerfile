FROM debian:bookworm-slim
COPY LICENSE docs/manual.md /usr/share/doc/
COPY target/release/tool target/debug/* /usr/local/bin/
COPY . /src
