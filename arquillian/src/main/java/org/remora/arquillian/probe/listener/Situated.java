package org.remora.arquillian.probe.listener;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** An attribute that tells in what environment bytes are made of it. */
class Situated implements Serializable {

    private final String name;

    Situated(String name) {
        this.name = name;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Told.note(name, "written in " + environment());
    }

    /** The module by its names, and whether its beans are there. */
    @SuppressWarnings("BanJNDI") // a name of the server's own, which no user gives
    static String environment() {
        try {
            boolean beans = CDI.current().select(SessionBean.class).isResolvable();
            return InitialContext.doLookup("java:module/ModuleName") + (beans ? " with beans" : " without beans");
        } catch (NamingException | IllegalStateException e) {
            return e.toString();
        }
    }
}
