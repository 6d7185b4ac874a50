package org.remora.boot;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.ClusterNode;
import org.remora.config.SessionSettings;

/**
 * Called by the container for every application that is deployed (Servlet 6.0, 8.2.4), also for those that have never
 * heard of Remora.
 */
public final class RemoraInitializer implements ServletContainerInitializer {

    // The admin console of Payara Server is an application too, on a virtual server of its own.
    private static final String ADMIN_CONSOLE = "__asadmin";

    private static final ServerLaunch LAUNCH = new ServerLaunch();

    /** Made by the container. */
    public RemoraInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if (ADMIN_CONSOLE.equals(context.getVirtualServerName())) {
            return;
        }
        LAUNCH.started().ifPresent(server -> {
            context.setAttribute(ClusterNode.ATTRIBUTE, server.node());
            SessionSettings settings = SessionSettings.ofApplication();
            server.compareSettingsOf(context, settings);
            server.offerCachesTo(context, settings);
            server.offerJobsTo(context, settings);
            server.showToAdministrators(context, settings);
            if (settings.enabled()) {
                server.clusterSessionsOf(context, settings);
            }
        });
    }
}
