package org.remora.arquillian.conformance.app;

import jakarta.enterprise.context.Dependent;
import java.io.Serializable;

/** A dependent bean, which is a part of the bean that it is injected into. */
@Dependent
public class Cover implements Serializable {

    private static final long serialVersionUID = 1L;

    private int turned;

    void turn() {
        turned++;
    }

    int turned() {
        return turned;
    }
}
