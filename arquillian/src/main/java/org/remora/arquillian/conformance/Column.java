package org.remora.arquillian.conformance;

/** The servers that every check is run on. */
public enum Column {
    /** Payara Micro as it is delivered. */
    PAYARA("Payara Micro"),
    /** A node of a cluster; all requests of a client go to it. */
    REMORA("with Remora"),
    /** Two nodes; each request of a client goes to the other one than the request before. */
    REMORA_ALTERNATING("with Remora, each request on the other node");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /** Returns how it is called in the results. */
    public String title() {
        return title;
    }
}
