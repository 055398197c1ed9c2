package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import dev.slipway.shell.Signing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds steps that sign or notarize what is released: the files of another release are not signed so. */
public final class Signatures {
    private static final String CODE =
            "signing or notarizing of programs or installers; the new release does neither, and no config key can change that";
    private static final String FILE =
            "a signature; use 'attest' to prove the origin of files, and 'sign' to sign the image";
    private static final String NAMED =
            "seems to sign files, as its name suggests; no config key takes your own signing keys";
    private static final List<String> ALL = List.of(CODE, FILE, NAMED);

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

    private Signatures() {}

    /** What a step signs, in words; empty if it signs nothing. */
    static Optional<String> lost(DryStep step) {
        String action = step.action().toLowerCase(Locale.ROOT);
        boolean code = ACTIONS.stream().anyMatch(action::contains);
        return code
                ? Optional.of(CODE)
                : action.equals("sigstore/gh-action-sigstore-python") ? Optional.of(FILE) : ofCommands(step);
    }

    /** What is certain goes before what only a name suggests. */
    private static Optional<String> ofCommands(DryStep step) {
        List<String> found = step.commands().stream()
                .filter(command -> !command.arguments().contains("--dry-run"))
                .flatMap(command -> Signing.of(command).map(kind -> text(kind, command)).stream())
                .toList();
        return found.stream()
                .filter(text -> !text.endsWith(NAMED))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static String text(Signing kind, Command command) {
        return switch (kind) {
            case CODE -> CODE;
            case FILE -> FILE;
            case NAMED ->
                "'"
                        + String.join(
                                " ",
                                command.words()
                                        .subList(0, Math.min(2, command.words().size()))) + "' " + NAMED;
        };
    }

    /** Whether a step, with its reason on a second line, is about a signature. */
    public static boolean isIn(Fact<String> step) {
        return Stream.of(step.value().split("\n", 2))
                .skip(1)
                .anyMatch(why -> ALL.stream().anyMatch(why::endsWith));
    }
}
