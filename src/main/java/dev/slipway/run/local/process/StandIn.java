package dev.slipway.run.local.process;

/** Answers a command in the place of a program that would talk to the outside, such as {@code gh}. */
public interface StandIn {
    CommandResult answer(Call call);
}
