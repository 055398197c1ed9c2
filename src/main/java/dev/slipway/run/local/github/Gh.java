package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.local.process.Call;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.run.local.process.StandIn;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for the GitHub CLI: {@code gh release}, {@code gh api} and {@code gh attestation verify}. It knows their flags,
 * writes what the real one writes if it is no terminal, and ends with its exit codes.
 *
 * @see <a href="https://cli.github.com/manual/">its manual</a>
 */
public final class Gh implements StandIn {
    private static final String JSON = " json= jq/q= template/t=";

    /** The commands, with the flags of each. Every one of {@code release} takes {@code --repo} besides. */
    static final Map<String, Flags> COMMANDS = Map.of(
            "release create",
            Flags.of("repo/R= draft/d prerelease/p target= title/t= notes/n= notes-file/F= discussion-category="
                    + " generate-notes notes-start-tag= latest verify-tag notes-from-tag fail-on-no-commits"),
            "release upload",
            Flags.of("repo/R= clobber"),
            "release edit",
            Flags.of("repo/R= draft prerelease latest notes/n= title/t= discussion-category= target= tag= notes-file/F="
                    + " verify-tag"),
            "release view",
            Flags.of("repo/R= web/w" + JSON),
            "release list",
            Flags.of("repo/R= limit/L= exclude-drafts exclude-pre-releases order/O=" + JSON),
            "release delete",
            Flags.of("repo/R= yes/y cleanup-tag"),
            "release delete-asset",
            Flags.of("repo/R= yes/y"),
            "release download",
            Flags.of("repo/R= output/O= dir/D= pattern/p= archive/A= clobber skip-existing"),
            "api",
            Flags.of(
                    "hostname= method/X= field/F= raw-field/f= header/H= preview/p= include/i slurp paginate input= silent"
                            + " template/t= jq/q= cache= verbose"),
            "attestation verify",
            Flags.of("repo/R= owner/o= bundle/b= bundle-from-oci digest-alg/d= predicate-type= no-public-good"
                    + " custom-trusted-root= limit/L= format= jq/q= template/t= deny-self-hosted-runners cert-identity="
                    + " cert-identity-regex/i= signer-repo= signer-workflow= signer-digest= source-digest= source-ref="
                    + " cert-oidc-issuer= hostname="));

    private static final Map<String, String> ALIASES =
            Map.of("release new", "release create", "release ls", "release list");

    private final GitHub gitHub;
    private final Query query;

    /** @param jq runs the program {@code jq} of this machine, for expressions that are not evaluated here */
    public Gh(GitHub gitHub, Optional<StandIn> jq) {
        this.gitHub = gitHub;
        this.query = new Query(jq);
    }

    @Override
    public CommandResult answer(Call call) {
        try {
            return run(call);
        } catch (Failure e) {
            return e.answer();
        } catch (UncheckedIOException e) {
            return CommandResult.failed(e.getMessage() + "\n");
        }
    }

    private CommandResult run(Call call) {
        List<String> words = call.arguments();
        String first = words.isEmpty() ? "" : words.get(0);
        if (first.equals("--version") || first.equals("version")) {
            return CommandResult.of("gh version 2.0.0 (the stand-in of a rehearsal)\n");
        }
        String two = words.size() > 1 ? first + " " + words.get(1) : first;
        String name = COMMANDS.containsKey(first) ? first : ALIASES.getOrDefault(two, two);
        Flags flags = Optional.ofNullable(COMMANDS.get(name)).orElseThrow(() -> Failure.noStandIn("gh " + two));
        Flags.Given given;
        try {
            given = flags.read(words.subList(name.split(" ").length, words.size()));
        } catch (Failure e) {
            throw new Failure(e.answer().err() + "\nUsage:  gh " + name + "  [flags]");
        }
        if (given.is("help")) {
            return CommandResult.of("Usage:  gh " + name + "  [flags]\n");
        }
        GhContext context = GhContext.of(gitHub, query, call, given);
        return switch (name) {
            case "release create" -> new GhReleaseChange(context).create();
            case "release upload" -> new GhReleaseChange(context).upload();
            case "release edit" -> new GhReleaseChange(context).edit();
            case "release delete" -> new GhReleaseChange(context).delete();
            case "release delete-asset" -> new GhReleaseChange(context).deleteAsset();
            case "release view" -> new GhReleaseLook(context).view();
            case "release list" -> new GhReleaseLook(context).list();
            case "release download" -> new GhReleaseLook(context).download();
            case "api" -> new GhApi(context).run();
            default -> verify(context);
        };
    }

    /** Always succeeds: a rehearsal creates no attestation that could be verified. */
    private static CommandResult verify(GhContext context) {
        if (context.given().words().size() != 1) {
            throw new Failure("must specify file path or container image URI, as well as one of --owner or --repo");
        }
        if (!context.given().has("repo") && !context.given().has("owner")) {
            throw new Failure("at least one of the flags in the group [owner repo] is required");
        }
        String subject = context.given().words().get(0);
        if (!subject.startsWith("oci://")) {
            context.read(subject);
        }
        context.record(new Effect.Other(
                "verified the attestation of " + subject + ": the stand-in answers that there is one"));
        return CommandResult.of("");
    }
}
