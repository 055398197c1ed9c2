package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.Uses;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.Scripts;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof of the origin and the contents of an image. All of it is about the digest, because tags move.
 *
 * @param what the image or the variant of it, as the end of a sentence
 */
record ImageProof(ReleasePlan plan, String what, List<String> names) {
    private static final String HUB = "docker.io/";

    /** The permissions that the job needs in addition to pushing. */
    static List<Grant> grants(ReleasePlan plan) {
        if (plan.release().attest()) {
            return Steps.attestGrants();
        }
        return plan.release().sign() ? List.of(Scope.ID_TOKEN.write("sign as this workflow")) : List.of();
    }

    /** The build step, with more options for provenance. */
    static Uses told(ReleasePlan plan, Uses push) {
        Uses step = plan.release().attest() ? push.with("provenance", "mode=max") : push;
        return plan.release().sbom().isPresent() ? step.with("sbom", true) : step;
    }

    /** The step that installs cosign, once for all variants. */
    static List<Step> tools(ReleasePlan plan) {
        return plan.release().sign()
                ? List.of(Uses.action("Install cosign", plan.actions().of("sigstore/cosign-installer")))
                : List.of();
    }

    /** The steps after the push. */
    List<Step> steps(Expr<String> digest) {
        List<Step> steps = new ArrayList<>();
        if (plan.release().attest()) {
            names.forEach(name -> steps.add(attest(name, digest)));
        }
        if (plan.release().sign()) {
            steps.add(Run.script("Sign " + what, Scripts.read("sign-image"))
                    .env("IMAGES", String.join("\n", names))
                    .env("DIGEST", digest));
        }
        return steps;
    }

    private Uses attest(String name, Expr<String> digest) {
        String where = names.size() == 1 ? "" : ", at " + name;
        return Uses.action(
                        "Attest the provenance of " + what + where,
                        plan.actions().of("actions/attest"))
                .with("subject-name", subject(name))
                .with("subject-digest", digest)
                .with("push-to-registry", true)
                .with("create-storage-record", false);
    }

    /** Docker Hub accepts only its old name. */
    private static String subject(String name) {
        String host = name.substring(0, Math.max(0, name.indexOf('/')));
        if (host.contains(".") || host.contains(":") || host.equals("localhost")) {
            return name.startsWith(HUB) ? "index." + name : name;
        }
        return "index." + HUB + name;
    }
}
