package org.remora.boot;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;
import org.remora.cdi.ApplicationWork;

/** Gives an application's handlers their jobs, before its own listeners and servlets begin. */
record JobsBegin(ApplicationWork.Offer offer) implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        work().ifPresent(work -> work.begin(offer));
    }

    private static Optional<ApplicationWork> work() {
        try {
            Instance<ApplicationWork> work = CDI.current().select(ApplicationWork.class);
            return work.isResolvable() ? Optional.of(work.get()) : Optional.empty();
        } catch (IllegalStateException withoutCdi) {
            return Optional.empty(); // there are no handlers there
        }
    }
}
