package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import java.time.LocalDate;
import java.util.List;

/** One thing that can break a release: looks at the repository, the plan and the day, and advises. */
interface Check {
    /** What it compares, and whether it can. */
    Inspection inspection(Repository repository, Setup setup);

    List<Advice> advise(Repository repository, Setup setup, LocalDate today);
}
