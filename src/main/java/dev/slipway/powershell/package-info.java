/** Scripts in PowerShell, written in the words of a shell that the rest can follow. */
@Internal
@NullMarked
package dev.slipway.powershell;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
