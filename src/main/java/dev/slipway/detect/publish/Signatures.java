package dev.slipway.detect.publish;

import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Signing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds steps that sign or notarize what is released: the files of another release are not signed so. */
public final class Signatures {
    private static final Reason CODE = Reason.of(
            Reason.Kind.SIGNATURE,
            "signing or notarizing of programs or installers",
            "the new release does neither, and no config key can change that");
    private static final Reason FILE = Reason.of(
            Reason.Kind.SIGNATURE,
            "a signature",
            "use 'attest' to prove the origin of files, and 'sign' to sign the image");

    /** Parts of the names of actions that sign programs and installers. */
    private static final List<String> ACTIONS = List.of(
            "codesign",
            "code-sign",
            "apple-code",
            "macos-sign",
            "notarize",
            "notarise",
            "staple",
            "trusted-signing",
            "artifact-signing",
            "signing-request",
            "signtool",
            "sign-windows",
            "windows-sign",
            "esigner",
            "ssl-com",
            "sign-file");

    /** Programs that only macOS has: where a script for another system has them, a condition keeps it from them. */
    private static final Set<String> OF_APPLE =
            Set.of("codesign", "xcrun", "notarytool", "stapler", "security", "productsign", "pkgbuild", "productbuild");

    private Signatures() {}

    /**
     * What a step signs; empty if it signs nothing.
     *
     * @param runner the label of its machine
     */
    static Optional<Reason> lost(DryStep step, Optional<String> runner) {
        String action = step.action().toLowerCase(Locale.ROOT);
        boolean code = ACTIONS.stream().anyMatch(action::contains);
        return code
                ? Optional.of(CODE)
                : action.equals("sigstore/gh-action-sigstore-python")
                        ? Optional.of(FILE)
                        : ofCommands(
                                step,
                                runner.filter(label -> label.startsWith("ubuntu"))
                                        .isPresent());
    }

    /** What is certain goes before what only a name suggests. */
    private static Optional<Reason> ofCommands(DryStep step, boolean linux) {
        List<Command> real = step.commands().stream()
                .filter(command -> !linux
                        || !OF_APPLE.contains(command.program())
                        || step.run().contains(command.program()))
                .filter(command -> !command.arguments().contains("--dry-run"))
                .toList();
        return real.stream()
                .flatMap(command -> Signing.of(command).stream())
                .filter(kind -> kind != Signing.NAMED)
                .findFirst()
                .map(kind -> kind == Signing.CODE ? CODE : FILE)
                .or(() -> real.stream()
                        .filter(command -> Signing.of(command).isPresent())
                        .findFirst()
                        .map(Signatures::named));
    }

    private static Reason named(Command command) {
        String start = String.join(
                " ", command.words().subList(0, Math.min(2, command.words().size())));
        return Reason.of(
                Reason.Kind.SIGNATURE,
                "a signature, as the name of '" + start + "' suggests",
                "no config key takes your own signing keys");
    }
}
