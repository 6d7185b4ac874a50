package org.remora.arquillian.conformance.app;

/** The second listener of the deployment descriptor. */
public class SecondDeclaredListener extends NotingListener {

    /** Made by the container. */
    public SecondDeclaredListener() {
        super("second");
    }
}
