package dev.slipway.run;

/** Hears what a run is doing, while it does it. */
public interface Progress {
    /** Hears nothing. */
    Progress NONE = new Progress() {};

    default void jobSkipped(String id, String why) {}

    default void rowStarted(RowSetup row) {}

    default void stepStarted(String name, int depth) {}

    default void stepEnded(JobRun.Step step, int depth) {}

    default void rowEnded(JobRun.Row row) {}
}
