package org.remora.arquillian.redeploy.app;

/** One object for each time that the application is deployed, as large as applications are. */
public final class Deployed {

    private static final int SIZE = 8 << 20;
    private static final Deployed INSTANCE = new Deployed();

    private final byte[] weight = new byte[SIZE];

    private Deployed() {}

    /** Returns the object of this deployment. */
    public static Deployed instance() {
        return INSTANCE;
    }

    /** Returns how much it weighs. */
    public int weight() {
        return weight.length;
    }
}
