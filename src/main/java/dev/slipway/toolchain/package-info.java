/** What differs between languages: how a program is built, tested and laid out. A toolchain is one folder. */
@NullMarked
package dev.slipway.toolchain;

import org.jspecify.annotations.NullMarked;
