package org.remora.session.payara;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What authenticators keep in the container's own session. */
final class CatalinaSession {

    private static final String AUTHENTICATOR = "org.apache.catalina.authenticator.";

    /** Where FORM keeps who has given the right password, until the request that led to the login page comes back. */
    private static final String FORM_PRINCIPAL = AUTHENTICATOR + "PRINCIPAL";

    private static final String FORM_REQUEST = AUTHENTICATOR + "REQUEST";

    /** Where BASIC and calls of {@code login} keep what they were given. */
    private static final String PASSWORD = "org.apache.catalina.session.PASSWORD";

    /** Where {@code @LoginToContinue} of Jakarta Security keeps the same. */
    private static final String SECURITY_REQUEST = "org.glassfish.soteria.original.request";

    private final Class<?> type = ServerMethod.type("org.apache.catalina.Session");
    private final ServerMethod setPrincipal = ServerMethod.of(type, "setPrincipal", Principal.class);
    private final ServerMethod setAuthType = ServerMethod.of(type, "setAuthType", String.class);
    private final ServerMethod note = ServerMethod.of(type, "getNote", String.class);
    private final ServerMethod removeNote = ServerMethod.of(type, "removeNote", String.class);
    private final ServerMethod httpSession = ServerMethod.of(type, "getSession");
    private final ServerMethod savedUri =
            ServerMethod.of(ServerMethod.type(AUTHENTICATOR + "SavedRequest"), "getRequestURI");

    Optional<Principal> formPrincipal(Object session) {
        return Optional.ofNullable((Principal) note.call(session, FORM_PRINCIPAL));
    }

    /** Whether FORM is about to bring back the request that led to the login page. */
    boolean isCompletingForm(Object session, String user, @Nullable String uri) {
        Object saved = note.call(session, FORM_REQUEST);
        return saved != null
                && uri != null
                && uri.equals(savedUri.call(saved))
                && formPrincipal(session)
                        .filter(one -> user.equals(one.getName()))
                        .isPresent();
    }

    /** Whether an authenticator keeps the request that made it ask for a login. */
    boolean isWaitingForLogin(Object session) {
        return note.call(session, FORM_REQUEST) != null
                || ((HttpSession) httpSession.value(session)).getAttribute(SECURITY_REQUEST) != null;
    }

    void forgetUser(Object session) {
        setPrincipal.call(session, (Object) null);
        setAuthType.call(session, (Object) null);
        removeNote.call(session, PASSWORD);
    }

    void forgetFormPrincipal(Object session) {
        removeNote.call(session, FORM_PRINCIPAL);
    }
}
