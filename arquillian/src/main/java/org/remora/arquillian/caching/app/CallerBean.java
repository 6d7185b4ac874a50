package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.RequestScoped;

/** A bean that is there only where a request is, or what counts as one. */
@RequestScoped
public class CallerBean {

    String suffix() {
        return Thread.currentThread().getContextClassLoader() == CallerBean.class.getClassLoader() ? "" : ":foreign";
    }
}
