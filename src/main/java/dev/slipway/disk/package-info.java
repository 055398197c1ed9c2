/** The one door through which the files of a repository are read: regular files inside it, and a bounded part of each. */
@NullMarked
package dev.slipway.disk;

import org.jspecify.annotations.NullMarked;
