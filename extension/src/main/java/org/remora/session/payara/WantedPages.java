package org.remora.session.payara;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What FORM keeps in the container's session of the request that led to the login page, taken to another server as the
 * address of a page.
 *
 * <p>Only what a GET asked for can be brought back by an address. There, FORM gets a saved request that has nothing but
 * the address, for the redirect that follows the right password; the container must not restore a request from it,
 * which would be one without headers and cookies.
 */
final class WantedPages {

    private static final String AUTHENTICATOR = "org.apache.catalina.authenticator.";
    private static final String FORM_REQUEST = AUTHENTICATOR + "REQUEST";
    private static final String ADDRESS_ONLY = "org.remora.login.address";
    private static final String FORM_ACTION = "/j_security_check";
    private static final int LONGEST_ADDRESS = 4_096;

    private final Class<?> saved = ServerMethod.type(AUTHENTICATOR + "SavedRequest");
    private final Class<?> session = ServerMethod.type("org.apache.catalina.Session");
    private final ServerMethod newSaved = ServerMethod.constructor(saved);
    private final ServerMethod method = ServerMethod.of(saved, "getMethod");
    private final ServerMethod setMethod = ServerMethod.of(saved, "setMethod", String.class);
    private final ServerMethod uri = ServerMethod.of(saved, "getRequestURI");
    private final ServerMethod setUri = ServerMethod.of(saved, "setRequestURI", String.class);
    private final ServerMethod query = ServerMethod.of(saved, "getQueryString");
    private final ServerMethod setQuery = ServerMethod.of(saved, "setQueryString", String.class);
    private final ServerMethod note = ServerMethod.of(session, "getNote", String.class);
    private final ServerMethod setNote = ServerMethod.of(session, "setNote", String.class, Object.class);

    /** The address that a session waits with, if another server could lead there. */
    Optional<String> address(Object containersSession) {
        Object request = note.call(containersSession, FORM_REQUEST);
        if (request == null || !"GET".equals(method.call(request))) {
            return Optional.empty();
        }
        Object parameters = query.call(request);
        String address = uri.value(request) + (parameters == null ? "" : "?" + parameters);
        return address.length() > LONGEST_ADDRESS ? Optional.empty() : Optional.of(address);
    }

    static boolean isPassword(@Nullable String requestUri) {
        return requestUri != null && requestUri.endsWith(FORM_ACTION);
    }

    /** Has FORM lead to an address, unless it knows a request itself. */
    void lead(Object containersSession, String address) {
        if (note.call(containersSession, FORM_REQUEST) != null) {
            return;
        }
        int end = address.indexOf('?');
        Object request = newSaved.value();
        setMethod.call(request, "GET");
        setUri.call(request, end < 0 ? address : address.substring(0, end));
        setQuery.call(request, end < 0 ? null : address.substring(end + 1));
        setNote.call(containersSession, FORM_REQUEST, request);
        setNote.call(containersSession, ADDRESS_ONLY, request);
    }

    /** Whether what a session waits with is but an address. */
    boolean isAddressOnly(Object containersSession) {
        Object address = note.call(containersSession, ADDRESS_ONLY);
        return address != null && Objects.equals(address, note.call(containersSession, FORM_REQUEST));
    }
}
