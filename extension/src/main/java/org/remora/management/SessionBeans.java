package org.remora.management;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.remora.session.live.SessionStatistics;

/** Registers a {@link SessionsMXBean} for each application with the platform's MBean server. */
public final class SessionBeans {

    private static final String DOMAIN = "org.remora";

    /** Makes the registry of this server process. */
    public SessionBeans() {}

    /**
     * Shows the statistics of an application; takes the place of what is left of an earlier deployment.
     *
     * @param application the application's name
     * @param statistics read whenever somebody asks
     * @return withdraws them; to be run when the application is undeployed
     */
    public Runnable register(String application, Supplier<SessionStatistics> statistics) {
        return BeanRegistration.of(nameOf(application), new Sessions(statistics));
    }

    @SuppressWarnings("JdkObsolete") // the constructor wants this class
    private static ObjectName nameOf(String application) {
        try {
            return new ObjectName(
                    DOMAIN, new Hashtable<>(Map.of("type", "Sessions", "application", ObjectName.quote(application))));
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("No name for an MBean: " + application, e);
        }
    }
}
