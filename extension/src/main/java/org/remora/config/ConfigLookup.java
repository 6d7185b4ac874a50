package org.remora.config;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Finds the configuration to read. */
final class ConfigLookup {

    private ConfigLookup() {}

    /** The configuration of the application that the calling thread works for. */
    static Config ofApplication() {
        return ConfigProvider.getConfig();
    }

    /**
     * The configuration of whatever this class was loaded for, the server or, if the jar came with it, an application.
     *
     * <p>Payara asks the thread first and the class loader second: while an application is deployed it answers with
     * that application's configuration whatever class loader it is given, and threads pass that on to those they start.
     * So a thread is asked that works for nobody.
     */
    static Config ofServer() {
        ClassLoader loader = ConfigLookup.class.getClassLoader();
        FutureTask<Config> lookup = new FutureTask<>(() -> ConfigProvider.getConfig(loader));
        Thread thread = new Thread(null, lookup, "remora-settings", 0, false);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return lookup.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the settings were looked up", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("MicroProfile Config does not answer: " + e.getCause(), e);
        }
    }
}
