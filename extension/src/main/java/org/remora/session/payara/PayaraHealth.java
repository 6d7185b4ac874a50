package org.remora.session.payara;

/**
 * The checks behind the server's {@code /health}, which are not only those of applications: what is added here is asked
 * whatever is deployed.
 *
 * <p>Payara looks for checks among the beans of those applications alone that have some themselves, or REST endpoints.
 * A library of the server is not among them; so it hands its checks to the service.
 */
public final class PayaraHealth {

    private static final String PACKAGE = "fish.payara.microprofile.healthcheck.";

    private final Object service;
    private final Class<?> type = ServerMethod.type(PACKAGE + "HealthCheckType");
    private final ServerMethod add;

    /** Finds the server's service. */
    public PayaraHealth() {
        Class<?> globals = ServerMethod.type("org.glassfish.internal.api.Globals");
        Class<?> serviceType = ServerMethod.type(PACKAGE + "HealthCheckService");
        this.service = ServerMethod.of(globals, "get", Class.class).value(serviceType);
        this.add = ServerMethod.of(
                serviceType,
                "registerHealthCheck",
                String.class,
                ServerMethod.type("org.eclipse.microprofile.health.HealthCheck"),
                type);
    }

    /**
     * Adds a check to {@code /health} and {@code /health/ready}.
     *
     * @param name whose check it is; not the name of an application
     * @param check a MicroProfile {@code HealthCheck}
     */
    public void addReadiness(String name, Object check) {
        add(name, check, "READINESS");
    }

    /**
     * Adds a check to {@code /health} and {@code /health/live}.
     *
     * @param name whose check it is; not the name of an application
     * @param check a MicroProfile {@code HealthCheck}
     */
    public void addLiveness(String name, Object check) {
        add(name, check, "LIVENESS");
    }

    private void add(String name, Object check, String kind) {
        Object unused = add.call(
                service,
                name,
                check,
                ServerMethod.of(type, "valueOf", String.class).value(kind));
    }
}
