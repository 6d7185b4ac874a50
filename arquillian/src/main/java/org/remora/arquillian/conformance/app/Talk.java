package org.remora.arquillian.conformance.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** A bean of the conversation scope. */
@ConversationScoped
@Named
public class Talk implements Serializable {

    private static final long serialVersionUID = 1L;

    private String said = "";
    private String owner = "nobody";

    /** Says one thing more. */
    public void say(String word) {
        said = said.isEmpty() ? word : said + "," + word;
    }

    /** Returns everything that was said. */
    public String said() {
        return said;
    }

    /** Says under whose name the end is noted. */
    public void setOwner(String session) {
        owner = session;
    }

    @PreDestroy
    void end() {
        Journal.note(owner, "talk destroyed after " + said);
    }
}
