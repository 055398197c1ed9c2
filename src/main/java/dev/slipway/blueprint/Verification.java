package dev.slipway.blueprint;

import dev.slipway.plan.Image;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How people see for themselves where a release is from. */
final class Verification {
    private static final String ISSUER = "https://token.actions.githubusercontent.com";

    private Verification() {}

    /** Commands for one archive and for the image; nothing if nothing proves anything. */
    static Optional<String> commands(ReleasePlan plan, Tag tag) {
        String repository = " --repo " + plan.project().repository().slug();
        List<String> lines = new ArrayList<>();
        if (plan.release().attest()) {
            lines.add("gh attestation verify " + plan.assets(tag.name()).get(0) + repository);
            plan.image().ifPresent(image -> lines.add("gh attestation verify oci://" + named(image, tag) + repository));
        }
        if (plan.release().sign()) {
            plan.image().ifPresent(image -> {
                lines.add("cosign verify " + named(image, tag) + " \\");
                lines.add("  --certificate-oidc-issuer " + ISSUER + " \\");
                lines.add("  --certificate-identity-regexp '^"
                        + plan.project().repository().url().replace(".", "\\.") + "/"
                        + plan.project().paths().release().replace(".", "\\.") + "@'");
            });
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** The image by a tag that does not move. */
    private static String named(Image image, Tag tag) {
        return image.name() + ":" + ImageFacts.lasting(image, image.usual(), tag);
    }
}
