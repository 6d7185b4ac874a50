package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.RequestScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** A bean that is there only where a request is, or what counts as one; knows for which application it is called. */
@RequestScoped
public class CallerBean {

    /**
     * Nothing if the calling thread works for this application, else what it works for. Its class loader need not be
     * the one of the classes: on a server with several virtual servers Payara has another below it.
     */
    @SuppressWarnings("BanJNDI") // a name of the specification, not one that somebody sends
    String foreign() throws NamingException, ClassNotFoundException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String name = InitialContext.doLookup("java:app/AppName");
        Class<?> seen = Class.forName(CallerBean.class.getName(), false, loader);
        return seen == CallerBean.class && name.equals("caching") ? "" : ":" + name;
    }
}
