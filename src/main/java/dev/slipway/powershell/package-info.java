/**
 * Scripts in PowerShell, written in the words of a shell that the rest can follow. {@code Text} is the script; the readers
 * make a {@code Block} of statements of it; each statement and expression says itself in words of a shell, and leaves to
 * the next ones what {@code Written} has.
 */
@Internal
@NullMarked
package dev.slipway.powershell;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
