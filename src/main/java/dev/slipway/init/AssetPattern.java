package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.FoundTarget;
import dev.slipway.detect.ReleaseSetup;
import java.util.List;
import java.util.Optional;

/**
 * How an existing release names an archive.
 *
 * @param text the name with {@code {tag}}, and {@code {platform}} or {@code {target}}, without its ending
 * @param ending {@code .tar.gz} and the like
 */
record AssetPattern(String text, String ending) {
    private static final String ENDING = "\\.(tar\\.(gz|xz|zst|bz2)|tgz|zip)$";

    /** What the first asset that names its platform suggests. */
    static Optional<Fact<AssetPattern>> of(ReleaseSetup release) {
        return release.assets().stream()
                .flatMap(asset ->
                        of(asset.value(), release.targets()).map(pattern -> new Fact<>(pattern, asset.from())).stream())
                .findFirst();
    }

    private static Optional<AssetPattern> of(String asset, List<Fact<FoundTarget>> targets) {
        String stem = asset.replaceFirst(ENDING, "");
        String ending = asset.substring(stem.length());
        for (Fact<FoundTarget> target : targets) {
            String triple = target.value().triple();
            Optional<String> word = target.value().word().filter(stem::contains);
            if (stem.contains(triple)) {
                return Optional.of(new AssetPattern(tagged(stem.replace(triple, "{target}")), ending));
            }
            if (word.isPresent()) {
                return Optional.of(new AssetPattern(tagged(stem.replace(word.get(), "{platform}")), ending));
            }
        }
        return Optional.empty();
    }

    private static String tagged(String stem) {
        return stem.replace("<tag>", "{tag}");
    }

    /** The project's name as the assets write it. */
    static Optional<Fact<String>> name(ReleaseSetup release) {
        return of(release)
                .map(fact -> fact.map(AssetPattern::prefix))
                .filter(fact -> !fact.value().isEmpty());
    }

    private String prefix() {
        return text.replaceFirst("[-_.]?\\{.*", "");
    }

    /** The name of the archives as a config writes it. */
    String template() {
        return prefix().isEmpty() ? text : "{name}" + text.substring(prefix().length());
    }
}
