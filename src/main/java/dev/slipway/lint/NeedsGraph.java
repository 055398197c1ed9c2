package dev.slipway.lint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which job waits for which, according to {@code needs}. Each question is answered in one walk, however dense the needs are. */
final class NeedsGraph {
    private final Map<JobView, List<JobView>> needed = new HashMap<>();

    /** @param job finds a job by its id */
    NeedsGraph(Collection<JobView> jobs, Function<String, Optional<JobView>> job) {
        for (JobView one : jobs) {
            Set<JobView> found = new LinkedHashSet<>();
            one.needs().forEach(need -> job.apply(need.text()).ifPresent(found::add));
            needed.put(one, List.copyOf(found));
        }
    }

    /** The jobs that must be over before a job starts. */
    Set<JobView> before(JobView job) {
        Set<JobView> found = new LinkedHashSet<>();
        Deque<JobView> open = new ArrayDeque<>(List.of(job));
        while (!open.isEmpty()) {
            for (JobView need : needed.getOrDefault(open.remove(), List.of())) {
                if (found.add(need)) {
                    open.add(need);
                }
            }
        }
        return found;
    }

    /**
     * The circles of jobs that wait for each other: two jobs do if they have the same number. By the algorithm of Tarjan,
     * without recursion.
     */
    Map<JobView, Integer> circles() {
        return new Circles().found;
    }

    private final class Circles {
        private final Map<JobView, Integer> found = new HashMap<>();
        private final Map<JobView, Integer> order = new HashMap<>();
        private final Map<JobView, Integer> lowest = new HashMap<>();
        private final Deque<JobView> unassigned = new ArrayDeque<>();

        Circles() {
            needed.keySet().stream().filter(job -> !order.containsKey(job)).forEach(this::walk);
        }

        /** A job and how many of its needs were gone through. */
        private record Visit(JobView job, int next) {}

        private void walk(JobView start) {
            Deque<Visit> path = new ArrayDeque<>(List.of(enter(start)));
            while (!path.isEmpty()) {
                Visit visit = path.pop();
                List<JobView> needs = needed.getOrDefault(visit.job, List.of());
                if (visit.next == needs.size()) {
                    leave(visit.job);
                    if (!path.isEmpty()) {
                        lowest.merge(path.element().job, lowest.getOrDefault(visit.job, 0), Math::min);
                    }
                    continue;
                }
                JobView need = needs.get(visit.next);
                path.push(new Visit(visit.job, visit.next + 1));
                if (!order.containsKey(need)) {
                    path.push(enter(need));
                } else if (!found.containsKey(need)) {
                    lowest.merge(visit.job, order.getOrDefault(need, 0), Math::min);
                }
            }
        }

        private Visit enter(JobView job) {
            int number = order.size();
            order.put(job, number);
            lowest.put(job, number);
            unassigned.push(job);
            return new Visit(job, 0);
        }

        /** The first job of a circle that was entered is the last to be left: the circle is complete. */
        private void leave(JobView job) {
            Integer number = order.get(job);
            if (number != null && number.equals(lowest.get(job))) {
                JobView member;
                do {
                    member = unassigned.pop();
                    found.put(member, number);
                } while (member != job);
            }
        }
    }
}
