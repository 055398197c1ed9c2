package dev.slipway.run.local.github;

import java.util.ArrayList;
import java.util.List;

/** All that stand-ins were asked for, in the order of the answers. Jobs may write into it at the same time. */
public final class Records {
    private final List<Recorded> all = new ArrayList<>();

    public synchronized void add(String job, String what) {
        all.add(new Recorded(job, what));
    }

    public synchronized List<Recorded> all() {
        return List.copyOf(all);
    }
}
