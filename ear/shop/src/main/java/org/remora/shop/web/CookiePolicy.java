package org.remora.shop.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Asks browsers to keep the session cookie from forms on other sites.
 *
 * <p>Done here because Payara passes over {@code <attribute>} in the {@code <cookie-config>} of {@code web.xml}.
 */
@WebListener
public class CookiePolicy implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setAttribute("SameSite", "Lax");
    }
}
