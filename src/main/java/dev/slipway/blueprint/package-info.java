/** Which workflows, jobs and image a plan needs: a class for each job. */
@NullMarked
package dev.slipway.blueprint;

import org.jspecify.annotations.NullMarked;
