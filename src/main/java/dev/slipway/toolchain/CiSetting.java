package dev.slipway.toolchain;

import dev.slipway.facts.ActionTable;
import dev.slipway.model.workflow.Uses;
import java.util.List;

/**
 * What the jobs that test every change are made of.
 *
 * @param runners the labels that tests run on, at least one
 * @param checkout the step that brings the sources
 */
public record CiSetting(List<String> runners, Uses checkout, ActionTable actions) {
    public CiSetting {
        runners = List.copyOf(runners);
    }
}
