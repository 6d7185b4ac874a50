package org.remora.arquillian.redeploy.app;

import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Things in a session, of a class of the application. */
public class Trolley implements Serializable, HttpSessionBindingListener, HttpSessionActivationListener {

    private final List<String> items = new ArrayList<>();

    /** Adds an item and returns all of them. */
    public synchronized List<String> add(String item) {
        items.add(item);
        return List.copyOf(items);
    }
}
