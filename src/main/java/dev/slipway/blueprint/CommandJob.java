package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.JobBuilder;
import dev.slipway.model.workflow.NamedJob;
import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Permissions.Grant;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.RunsOn;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.CiCommand;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.CiSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job that runs commands of the project, where its toolchain is installed. */
final class CommandJob {
    private CommandJob() {}

    static JobBuilder of(ReleasePlan plan, CiCommand command, CiSetting setting) {
        JobBuilder job = placed(command).permissions(permissions(command)).timeoutMinutes(60);
        return job.addAll(setting.startOn(command.runners()))
                .addAll(plan.toolchain().ciSetup(setting))
                .add(Run.script("Run " + command.name(), String.join("\n", command.run())));
    }

    private static JobBuilder placed(CiCommand command) {
        NamedJob job = Job.named(command.name());
        if (command.runners().size() == 1) {
            return job.runsOn(RunsOn.label(command.runners().get(0))).name(command.name());
        }
        Expr<String> os = Expr.of("matrix", "os");
        return job.runsOn(RunsOn.label(os))
                .name(Text.format(command.name() + " on %s", os))
                .matrix(CiSetting.matrix(command.runners()));
    }

    private static Permissions permissions(CiCommand command) {
        List<Grant> grants = new ArrayList<>(CiSetting.READ.grants());
        for (Map.Entry<String, String> asked : command.permissions().entrySet()) {
            Scope scope = new Scope(asked.getKey());
            grants.removeIf(grant -> grant.scope().equals(scope));
            grants.add(new Grant(scope, asked.getValue(), "ci.commands." + command.name() + " asks for it"));
        }
        return new Permissions(Optional.empty(), grants);
    }
}
