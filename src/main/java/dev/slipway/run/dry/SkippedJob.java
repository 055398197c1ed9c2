package dev.slipway.run.dry;

/**
 * A job that a run does not come to.
 *
 * @param id the job's key
 * @param place the file and the line it stands at
 */
public record SkippedJob(String id, String place) {}
