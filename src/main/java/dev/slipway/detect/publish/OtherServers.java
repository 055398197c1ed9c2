package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the steps that copy files to a server of the project's own, where people may download them. */
public final class OtherServers {
    private static final Pattern COPIES = Pattern.compile(
            "(?s)(?:s3cmd\\b.* (?:put|sync)\\b|aws s3(?:api)? (?:cp|sync|mv|put-object)\\b|rclone (?:-\\S*+ (?:[\\w./-]*+\\.conf )?+)*+(?:copy|copyto|sync|move)\\b"
                    + "|gsutil\\b.* (?:cp|rsync)\\b|gcloud storage (?:cp|rsync)\\b|az storage blob upload\\S*|mc (?:cp|mirror)\\b"
                    + "|(?:rsync|scp)\\b.* [\\w.@{}?$-]{1,200}+:(?!//)|sftp\\b|lftp\\b|b2 (?:sync|upload-file|file)\\b).*");
    private static final Pattern POSTS =
            Pattern.compile("(?s)curl\\b.* (?:-T|--upload-file|--data(?:-binary|-raw)?|-d|-F|--form)\\b.*https?://.*");

    /** An address such as {@code s3://bucket/file}, {@code remote:folder} or {@code me@host:file}. */
    private static final Pattern REMOTE = Pattern.compile("(?:s3|gs|https?|sftp|ftp)://|(?!-)[\\w.@-]{2,200}+:(?!//)");

    private static final Pattern LOCAL = Pattern.compile("(?![-{$])[^:\\s]++");

    /** Servers that other findings are about, or that only hear of a release. */
    private static final Pattern KNOWN =
            Pattern.compile("(?s).*(?:github\\.com|githubusercontent|hooks?\\.|discord|slack|telegram|codecov).*");

    private OtherServers() {}

    /** Those of a workflow that goes. */
    public static List<Fact<ListedStep>> of(ExistingWorkflow workflow) {
        return found(workflow, Reason.JOBS);
    }

    /** Those of a workflow that a tag starts, and that stays. */
    public static List<Fact<ListedStep>> staying(ExistingWorkflow workflow) {
        return found(workflow, "'" + workflow.file() + "' stays, and still does it at the same tags");
    }

    private static List<Fact<ListedStep>> found(ExistingWorkflow workflow, String advice) {
        Reason reason = Reason.of("an upload to another server", advice);
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream()
                        .filter(step -> step.commands().stream().anyMatch(OtherServers::copies))
                        .map(step -> ListedStep.of(step, job.id(), reason)))
                .distinct()
                .toList();
    }

    /** Whether it copies from a server: what comes after an address is a path on the machine. */
    private static boolean fetches(Command command) {
        List<String> words = command.arguments();
        return IntStream.range(0, words.size() - 1)
                .anyMatch(at -> REMOTE.matcher(words.get(at)).lookingAt()
                        && LOCAL.matcher(words.get(at + 1)).matches());
    }

    private static boolean copies(Command command) {
        String text = command.toString();
        String start = text.substring(0, Math.min(text.length(), 2000));
        return COPIES.matcher(start).matches() && !fetches(command)
                || POSTS.matcher(start).matches() && !KNOWN.matcher(start).matches();
    }
}
