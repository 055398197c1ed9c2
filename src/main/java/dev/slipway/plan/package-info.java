/** What a release of a project is, with every default resolved. */
@NullMarked
package dev.slipway.plan;

import org.jspecify.annotations.NullMarked;
