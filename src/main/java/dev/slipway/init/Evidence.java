package dev.slipway.init;

import dev.slipway.archive.Listing;
import dev.slipway.published.PublishedRelease;
import java.util.Optional;

/**
 * What people download today, which a new config has to keep.
 *
 * @param release the names of a release
 * @param archive the path of one of its archives, as the user wrote it
 * @param listing what is in that archive
 */
public record Evidence(PublishedRelease release, Optional<String> archive, Optional<Listing> listing) {}
