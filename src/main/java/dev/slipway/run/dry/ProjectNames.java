package dev.slipway.run.dry;

import dev.slipway.shell.Symbols;
import java.util.Optional;

/**
 * What a project calls the things that it releases, as far as that is known.
 *
 * @param program what people start
 * @param deb the package that cargo-deb makes
 * @param rpm the package that cargo-generate-rpm makes
 */
public record ProjectNames(Optional<String> program, Optional<String> deb, Optional<String> rpm) {
    /** Packages are named like the program if nothing says otherwise. */
    public ProjectNames(Optional<String> program) {
        this(program, Optional.empty(), Optional.empty());
    }

    String resolved(String text) {
        String packaged =
                text.replace(Symbols.DEB, deb.orElse(Symbols.NAME)).replace(Symbols.RPM, rpm.orElse(Symbols.NAME));
        return program.map(name -> packaged.replace(Symbols.NAME, name)).orElse(packaged);
    }
}
