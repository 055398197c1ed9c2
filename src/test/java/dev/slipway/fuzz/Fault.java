package dev.slipway.fuzz;

import java.util.Arrays;

/**
 * What must not happen.
 *
 * @param kind the same for all inputs that show the same fault
 * @param detail for a person
 */
record Fault(String kind, String detail) {
    static Fault thrown(Throwable thrown) {
        String place = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.slipway."))
                .findFirst()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("outside");
        return new Fault("throws " + thrown.getClass().getSimpleName() + " at " + place, String.valueOf(thrown));
    }
}
