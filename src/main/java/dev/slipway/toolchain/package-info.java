/** What differs between languages: how a program is built, tested and laid out. A toolchain is one folder. */
@Internal
@NullMarked
package dev.slipway.toolchain;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
