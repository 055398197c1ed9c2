package dev.slipway.run.local.site;

import dev.slipway.run.Attestation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a report shows in addition to the results: stand-ins, and warnings of steps. Each appears once. */
public final class Notes {
    private final Set<String> standIns = new LinkedHashSet<>();
    private final Set<String> placeholders = new LinkedHashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<Attestation> attested = new LinkedHashSet<>();

    /** Something stood in for something else; in plain words, such as {@code cosign: recorded, nothing is signed}. */
    public synchronized void standIn(String what) {
        standIns.add(what);
    }

    /** A program that was built for this machine instead of for a target, such as {@code aarch64-unknown-linux-gnu}. */
    public synchronized void placeholder(String target) {
        placeholders.add(target);
    }

    /** Whether some program for a processor, such as {@code aarch64}, is a placeholder. */
    public synchronized boolean hasPlaceholder(String processor) {
        // the targets of armv7 have several beginnings: armv7-unknown-linux-gnueabihf, arm-linux-gnueabihf
        String beginning = processor.equals("armv7") ? "arm" : processor;
        return placeholders.stream().anyMatch(target -> target.startsWith(beginning) && target.contains("-linux"));
    }

    /** The targets of all placeholders. */
    public synchronized Set<String> placeholders() {
        return Set.copyOf(placeholders);
    }

    /** Problems with the results, in plain words. */
    public synchronized void fault(String what) {
        faults.add(what);
    }

    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    public synchronized void warning(String job, String text) {
        warnings.add(job + ": " + text);
    }

    public synchronized void attested(Attestation what) {
        attested.add(what);
    }

    public synchronized List<String> standIns() {
        return List.copyOf(standIns);
    }

    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    public synchronized List<Attestation> attested() {
        return List.copyOf(attested);
    }
}
