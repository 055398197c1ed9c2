package dev.slipway.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides which verdict a file gets, from what is there, what is wanted and what was last written. */
record Comparison(Manifest manifest, Pins pins, Configs configs, SourceConfig config) {
    FileDrift judge(GeneratedFile wanted, Optional<Existing> existing) {
        return existing.map(there -> judge(wanted, there))
                .orElseGet(() -> new FileDrift(
                        wanted.path(),
                        Verdict.MISSING,
                        List.of(),
                        Optional.empty(),
                        Optional.of(wanted.text()),
                        List.of()));
    }

    private FileDrift judge(GeneratedFile wanted, Existing there) {
        String path = wanted.path();
        boolean headed = GeneratedFile.hasHeader(there.text());
        // pins are read from nothing but our own files: somebody else's may suit other inputs
        PinReadBack target =
                headed ? PinReadBack.of(wanted, there.text(), pins) : new PinReadBack(wanted.text(), List.of());
        if (there.holds(target.text())) {
            return drift(path, Verdict.CURRENT, List.of(), there, target);
        }
        if (isOthers(path, there)) {
            return drift(path, Verdict.FOREIGN, List.of(Cause.OTHER_CONFIG), there, target);
        }
        if (manifest.records(path)) {
            List<Cause> causes =
                    causes(path, there, Fingerprint.of(path, pins.locked().undo(target.text())), Cause.CONFIG);
            boolean edited = causes.contains(Cause.HAND);
            return drift(path, edited ? Verdict.EDITED : Verdict.STALE, causes, there, target);
        }
        return headed
                ? drift(path, Verdict.EDITED, List.of(Cause.UNRECORDED), there, target)
                : drift(path, Verdict.FOREIGN, List.of(), there, target);
    }

    /** Whether a file is made from another config and was not taken over since. */
    boolean isOthers(String path, Existing there) {
        return configs.isOthers(there.text(), config)
                && !manifest.records(path, there.fingerprint(path, pins.locked()));
    }

    FileDrift judgeOrphan(String path, Existing there) {
        return new FileDrift(
                path,
                Verdict.ORPHAN,
                causes(path, there, "", Cause.UNNEEDED),
                Optional.of(there.text()),
                Optional.empty(),
                List.of());
    }

    private List<Cause> causes(String path, Existing there, String wanted, Cause changed) {
        List<Cause> causes = new ArrayList<>();
        String now = there.fingerprint(path, pins.locked());
        if (manifest.adopted(path, now)) {
            return List.of(Cause.ADOPTED);
        }
        if (!manifest.records(path, now)) {
            causes.add(Cause.HAND);
        }
        if (!manifest.records(path, wanted)) {
            causes.add(changed);
        }
        if (causes.isEmpty()) {
            causes.add(Cause.PINS);
        }
        return causes;
    }

    private static FileDrift drift(
            String path, Verdict verdict, List<Cause> causes, Existing there, PinReadBack target) {
        return new FileDrift(
                path, verdict, causes, Optional.of(there.text()), Optional.of(target.text()), target.kept());
    }
}
