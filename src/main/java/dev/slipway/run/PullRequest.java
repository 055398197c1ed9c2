package dev.slipway.run;

/**
 * The pull request that an event is about.
 *
 * @param title the first line of its last commit
 * @param base the branch that it goes to
 * @param baseSha the last commit there
 * @param head the branch that it comes from
 * @param headSha the last commit there; it stands for the merge as well
 */
public record PullRequest(int number, String title, String base, String baseSha, String head, String headSha) {}
