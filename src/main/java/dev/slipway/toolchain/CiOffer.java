package dev.slipway.toolchain;

import dev.slipway.model.workflow.JobBuilder;
import java.util.Optional;
import java.util.function.Function;

/**
 * A job for testing changes that a toolchain has, and that a config asks for by a word.
 *
 * @param word what it is asked for by, which is the id of the job
 * @param usual whether it is there if a config names no jobs
 * @param lack what the settings of the toolchain have to say first; empty if the job can be
 * @param job what it does
 */
public record CiOffer(String word, boolean usual, Optional<Lack> lack, Function<CiSetting, JobBuilder> job) {
    /** A job that can always be. */
    public static CiOffer of(String word, boolean usual, Function<CiSetting, JobBuilder> job) {
        return new CiOffer(word, usual, Optional.empty(), job);
    }

    /** The same job, which cannot be for now. */
    public CiOffer lacking(String message, String help) {
        return new CiOffer(word, usual, Optional.of(new Lack(message, help)), job);
    }

    /** Why a job cannot be, and what to write so that it can. */
    public record Lack(String message, String help) {}
}
