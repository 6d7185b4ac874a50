package org.remora.arquillian.conformance.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Conversation;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;

/** A bean that lives as long as a view, and what the buttons of the view do. */
@Named
@ViewScoped
@SuppressWarnings("NullAway.Init") // injected
public class ViewNote implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String OTHER = "other?faces-redirect=true";

    private int count;
    private String owner = "nobody";

    @Inject
    private Diary diary;

    @Inject
    private Talk talk;

    @Inject
    private Conversation conversation;

    /** Returns how often it was added to. */
    public int getCount() {
        return count;
    }

    /** Adds one to everything that counts: this bean, the session's bean, the view's map and its attributes. */
    public void add() {
        FacesContext faces = FacesContext.getCurrentInstance();
        count++;
        diary.visit();
        UIViewRoot view = faces.getViewRoot();
        view.getViewMap().merge("word", "x", (before, more) -> before.toString() + more);
        view.getAttributes().merge("count", 1, (before, one) -> (Integer) before + 1);
        owner = ((HttpSession) faces.getExternalContext().getSession(true)).getId();
    }

    /** Says something in a conversation, which goes on from then. */
    public void say() {
        if (conversation.isTransient()) {
            conversation.begin();
        }
        talk.say("word");
    }

    /** Goes to another view. */
    public String leave() {
        return OTHER;
    }

    /** Leaves a word for the next view. */
    public String flash() {
        theFlash().put("word", "hello");
        return OTHER;
    }

    /** Leaves a word for the next view, which keeps it. */
    public String kept() {
        theFlash().put("word", "hello");
        return "keeping?faces-redirect=true";
    }

    /** Leaves a message for the next view. */
    public String message() {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage("done well"));
        theFlash().setKeepMessages(true);
        return OTHER;
    }

    /** Leaves a word for this request only. */
    public String now() {
        theFlash().putNow("word", "hello");
        return OTHER;
    }

    private static Flash theFlash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }

    @PreDestroy
    void end() {
        Journal.note(owner, "view note destroyed after " + count);
    }
}
