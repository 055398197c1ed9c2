package dev.slipway.detect.cargo;

import java.util.List;

/**
 * How OpenSSL gets into a build.
 *
 * @param chain from the package to the crate that links it, such as {@code tool → reqwest → native-tls → openssl-sys}
 * @param vendored whether it is compiled from source, which works in a cross build
 * @param cure what to write in {@code Cargo.toml} instead
 * @param from where the chain was read
 */
public record OpenSsl(List<String> chain, boolean vendored, String cure, String from) {
    public OpenSsl {
        chain = List.copyOf(chain);
    }

    /** The dependency of the project that brings it. */
    public String culprit() {
        return chain.get(Math.min(1, chain.size() - 1));
    }
}
