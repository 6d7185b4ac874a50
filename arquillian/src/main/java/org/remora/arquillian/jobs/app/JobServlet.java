package org.remora.arquillian.jobs.app;

import com.hazelcast.core.Hazelcast;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.remora.cluster.ClusterNode;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.InvalidCronException;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobStatus;
import org.remora.jobs.record.JobKey;

/** Does with jobs what the parameter {@code op} says, and shows what comes of it as one line. */
@WebServlet("/jobs")
public class JobServlet extends HttpServlet {

    private static final Duration COPIED = Duration.ofSeconds(30);

    @Inject
    private ClusterJobs jobs;

    @Inject
    private ClusterNode node;

    @Inject
    private Gates gates;

    @Inject
    private EffectHandler handler;

    @Inject
    private Effects effects;

    @Inject
    private JobNotes notes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.setContentType("text/plain");
            response.getWriter()
                    .write("result=" + done(text(request, "op"), text(request, "key"), text(request, "type")) + "\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (SQLException e) {
            throw new IOException("no effects", e);
        }
    }

    private String done(String op, String key, String type) throws InterruptedException, SQLException {
        return switch (op) {
            case "submit" -> shown(jobs.submit(JobRequest.of(type, key).withKey(key)));
            case "await" ->
                jobs.await(key, Duration.ofSeconds(30)).map(JobServlet::shown).orElse("none");
            case "find" -> jobs.find(key).map(JobServlet::shown).orElse("none");
            case "cron" -> refusal(key);
            case "letGo" -> letGo(key);
            case "effects" -> effects.of(key);
            case "fate" -> handler.fate(key);
            case "home" -> isHome(key) ? node.name() : "elsewhere";
            case "notes" -> String.join(",", notes.all());
            case "safe" -> Boolean.toString(node.awaitSafe(COPIED));
            case "drain" -> drain();
            default -> throw new IllegalArgumentException("no such operation: " + op);
        };
    }

    private static String shown(JobStatus status) {
        return status.state()
                + " " + status.progress().attempt()
                + " " + status.progress().text()
                + " " + status.outcome().result().orElse("");
    }

    private String refusal(String key) {
        try {
            return shown(jobs.submit(JobRequest.of("naming", key).cron("0 25 * * *", ZoneOffset.UTC)));
        } catch (InvalidCronException e) {
            return "position " + e.position();
        }
    }

    private String letGo(String key) {
        gates.letGo(key);
        return "done";
    }

    /** Whether a job rests on this node: while it is frozen, nobody else can do anything with the job. */
    private boolean isHome(String key) {
        String application =
                getServletContext().getVirtualServerName() + getServletContext().getContextPath();
        return Hazelcast.getHazelcastInstanceByName("remora")
                .getPartitionService()
                .getPartition(new JobKey(application, key).text())
                .getOwner()
                .localMember();
    }

    private String drain() {
        node.drain();
        return "done";
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
