package org.remora.arquillian.jobs.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.remora.cdi.Remote;
import org.remora.jobs.JobEvent;

/** Notes what it is told of jobs. */
@ApplicationScoped
public class JobNotes {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    void succeeded(@Observes JobEvent.Succeeded event) {
        lines.add("own:" + event.key());
    }

    void anywhere(@Observes @Remote JobEvent event) {
        lines.add(event.getClass().getSimpleName() + ":" + event.key());
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
