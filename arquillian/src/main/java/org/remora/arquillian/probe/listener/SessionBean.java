package org.remora.arquillian.probe.listener;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A bean that says when its session is over. */
@SessionScoped
public class SessionBean implements Serializable {

    private String name = "";

    /** Gives it the name under which it speaks. */
    public void name(String newName) {
        name = newName;
    }

    /** Called by CDI. */
    @PreDestroy
    void destroy() {
        Told.note(name, "bean destroyed");
    }
}
