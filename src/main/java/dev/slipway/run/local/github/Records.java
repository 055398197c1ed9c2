package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.Recorded;
import java.util.ArrayList;
import java.util.List;

/** All that stand-ins were asked for, in the order of the answers. Jobs may write into it at the same time. */
public final class Records {
    private final List<Recorded> all = new ArrayList<>();
    private String running = "";

    /** Jobs run one after another: what says no job, such as a plain request, is of the one that runs. */
    public synchronized void running(String job) {
        running = job;
    }

    /** @param job empty if nobody says it */
    public synchronized void add(String job, Effect effect) {
        all.add(new Recorded(job.isEmpty() ? running : job, effect));
    }

    public synchronized List<Recorded> all() {
        return List.copyOf(all);
    }
}
