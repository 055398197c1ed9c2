package dev.slipway.run.local.github;

/**
 * Something that a job asked of the outside and that a stand-in answered.
 *
 * @param job its id, as {@code GITHUB_JOB} says it; empty if no job runs
 * @param what what was done, in plain words: {@code uploaded a.tar.gz to release v1.2.3}
 */
public record Recorded(String job, String what) {}
