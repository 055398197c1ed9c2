package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.Repository;
import java.util.stream.Collectors;

/** Words about a licence that no manifest names. */
final class License {
    private License() {}

    static String missing(Repository repository) {
        String files = repository.licenseFiles().stream().map(Fact::value).collect(Collectors.joining(", "));
        return "no manifest names one" + (files.isEmpty() ? "" : ", but there is " + files)
                + "; write an SPDX expression, such as 'license: MIT'";
    }
}
