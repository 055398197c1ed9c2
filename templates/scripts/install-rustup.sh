curl --proto '=https' --tlsv1.2 --fail --silent --show-error --location https://sh.rustup.rs |
  sh -s -- -y --profile minimal --default-toolchain "$RUSTUP_TOOLCHAIN" --target "$TARGET"
echo "$HOME/.cargo/bin" >> "$GITHUB_PATH"
