package dev.slipway.run;

/** Hears what a run is doing, while it does it. */
public interface Progress {
    /** Hears nothing. */
    Progress NONE = new Progress() {};

    /**
     * A job ended of which nothing ran.
     *
     * @param name its id, behind those of the jobs that call its workflow
     * @param why it ended so
     */
    default void jobEnded(String name, Result result, String why) {}

    default void rowStarted(RowSetup row) {}

    default void stepStarted(String name, int depth) {}

    default void stepEnded(JobRun.Step step, int depth) {}

    default void rowEnded(JobRun.Row row) {}
}
