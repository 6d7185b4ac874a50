package org.remora.arquillian.conformance;

import java.util.List;
import org.remora.arquillian.conformance.cdi.ConversationScope;
import org.remora.arquillian.conformance.cdi.SessionScope;
import org.remora.arquillian.conformance.faces.Views;
import org.remora.arquillian.conformance.servlet.ApplicationEvents;
import org.remora.arquillian.conformance.servlet.CookieConfiguration;
import org.remora.arquillian.conformance.servlet.Dispatches;
import org.remora.arquillian.conformance.servlet.Requests;
import org.remora.arquillian.conformance.servlet.SessionAttributes;
import org.remora.arquillian.conformance.servlet.SessionObject;
import org.remora.arquillian.conformance.servlet.Timeouts;
import org.remora.arquillian.conformance.servlet.Tracking;
import org.remora.arquillian.conformance.servlet.UrlRewriting;

/** All checks. */
public final class Catalogue {

    private Catalogue() {}

    /** Returns the checks, chapter by chapter. */
    public static List<Chapter> chapters() {
        return List.of(
                Tracking.chapter(),
                UrlRewriting.chapter(),
                SessionAttributes.chapter(),
                Timeouts.chapter(),
                SessionObject.chapter(),
                Requests.chapter(),
                Dispatches.chapter(),
                ApplicationEvents.chapter(),
                CookieConfiguration.chapter(),
                SessionScope.chapter(),
                ConversationScope.chapter(),
                Views.chapter());
    }
}
