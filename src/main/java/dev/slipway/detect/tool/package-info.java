/** The config of another release tool as mappings that know which of their keys were read. */
@Internal
@NullMarked
package dev.slipway.detect.tool;

import dev.slipway.marks.Internal;
import org.jspecify.annotations.NullMarked;
