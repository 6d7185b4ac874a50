package org.remora.session.payara;

import jakarta.security.auth.message.MessageInfo;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.Login;
import org.remora.session.servlet.ContainerLogins;

/**
 * Logins as Payara makes and keeps them.
 *
 * <p>All authenticators put the user into the request, and into the container's session if there is one; authentication
 * mechanisms (Jakarta Authentication 3.8.4) have the container do so only if they ask for it. Here what the container
 * would remember is taken over instead, and its session left without a login.
 */
public final class PayaraLogins implements ContainerLogins {

    private static final String MESSAGE_INFO = "__jakarta.security.auth.message.MessageInfo";
    private static final String REGISTER_SESSION = "jakarta.servlet.http.registerSession";
    private static final String REGISTER_WITH_AUTHENTICATOR = "com.sun.web.RealmAdapter.register";
    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Asks for the user of every request before it calls a filter or a servlet. */
    private final Class<?> asking = ServerMethod.type("com.sun.web.server.J2EEInstanceListener");

    private final CatalinaRequest requests = new CatalinaRequest();
    private final CatalinaSession sessions = new CatalinaSession();
    private final WantedPages wanted = new WantedPages();
    private final PayaraPrincipals principals = new PayaraPrincipals();

    /**
     * Makes the adapter.
     *
     * @throws IllegalStateException if the server is not one that this was written for
     */
    public PayaraLogins() {}

    @Override
    public void install(ServletContext context, Gate gate) {
        GateValve.install(context, gate);
    }

    @Override
    public boolean isGuarded(HttpServletRequest request) {
        return requests.isGuarded(requests.of(request));
    }

    @Override
    public Principal principal(Login login) {
        return principals.principal(login);
    }

    @Override
    public void identify(HttpServletRequest request, Principal user, Login login) {
        requests.identify(requests.of(request), user, login.authType());
    }

    @Override
    public void actFor(Principal user) {
        principals.actFor(user);
    }

    @Override
    public boolean isCompleting(HttpServletRequest request, Login login) {
        return requests.session(requests.of(request))
                .filter(session -> !wanted.isAddressOnly(session))
                .filter(session -> sessions.isCompletingForm(session, login.caller(), request.getRequestURI()))
                .isPresent();
    }

    @Override
    public boolean isWaitingForLogin(HttpServletRequest request) {
        return requests.session(requests.of(request))
                .filter(sessions::isWaitingForLogin)
                .isPresent();
    }

    @Override
    public Optional<String> wantedPage(HttpServletRequest request) {
        return requests.session(requests.of(request)).flatMap(wanted::address);
    }

    @Override
    public boolean isPassword(HttpServletRequest request) {
        return WantedPages.isPassword(request.getRequestURI());
    }

    @Override
    public void leadTo(HttpServletRequest request, String page) {
        wanted.lead(requests.sessionOrNew(requests.of(request)), page);
    }

    @Override
    public void forget(HttpServletRequest request) {
        requests.session(requests.of(request)).ifPresent(session -> {
            sessions.forgetUser(session);
            sessions.forgetFormPrincipal(session);
        });
    }

    @Override
    public Optional<Login> made(HttpServletRequest request, @Nullable Principal known, boolean hasSession) {
        Object inner = requests.of(request);
        Optional<Object> session = requests.session(inner);
        Optional<Principal> byForm = session.flatMap(sessions::formPrincipal);
        if (byForm.isPresent()) {
            return principals.login(byForm.get(), HttpServletRequest.FORM_AUTH);
        }
        Optional<Principal> user = requests.user(inner).filter(one -> one != known);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        session.ifPresent(sessions::forgetUser);
        String authType = requests.authType(inner);
        return isToBeRemembered(request, authType, hasSession || session.isPresent())
                ? principals.login(user.get(), authType)
                : Optional.empty();
    }

    /** A certificate comes with every connection anyway. */
    private static boolean isToBeRemembered(HttpServletRequest request, String authType, boolean hasSession) {
        return request.getAttribute(MESSAGE_INFO) instanceof MessageInfo byMechanism
                ? registers(byMechanism.getMap())
                : hasSession && !HttpServletRequest.CLIENT_CERT_AUTH.equals(authType);
    }

    private static boolean registers(Map<?, ?> wishes) {
        return wishes.containsKey(REGISTER_WITH_AUTHENTICATOR)
                || Boolean.parseBoolean(String.valueOf(wishes.get(REGISTER_SESSION)));
    }

    @Override
    public boolean isAsking() {
        return CALLERS.walk(callers -> callers.map(StackWalker.StackFrame::getDeclaringClass)
                .dropWhile(PayaraLogins::passesOn)
                .findFirst()
                .filter(asking::equals)
                .isPresent());
    }

    /** Remora's own classes, and wrappers that the application has put around the request. */
    private static boolean passesOn(Class<?> caller) {
        return ServletRequestWrapper.class.isAssignableFrom(caller)
                || caller.getName().startsWith("org.remora.session.");
    }
}
