package dev.slipway.report;

import dev.slipway.init.Proposal;
import java.util.Locale;
import java.util.Optional;

/**
 * A proposed config for programs: its text, and where each part of it comes from.
 *
 * @param names the files of the last release, compared with those that the config makes, if that was asked for
 */
public record ProposalJson(Proposal proposal, Optional<NameTable> names) {
    /** One object; {@code docs/output.md} says what is in it. */
    public String text() {
        return Json.of(json -> {
            json.put("version", 1).put("config", proposal.config()).list("remarks", proposal.remarks(), remark -> {
                json.put("kind", remark.kind().name().toLowerCase(Locale.ROOT))
                        .put("key", remark.key())
                        .put("value", said(remark.value()))
                        .put("why", remark.why())
                        .put("proof", said(remark.proof()));
            });
            names.ifPresent(table -> json.object("against", table::json));
        });
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
