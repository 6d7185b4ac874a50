package org.remora.arquillian.login.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * Takes the parameter {@code token} for a proof, once, and asks the container itself to keep the user (Jakarta
 * Authentication 3.0, 3.8.4), or, with {@code once}, not to.
 */
@ApplicationScoped
public class RegisteringMechanism implements HttpAuthenticationMechanism {

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Principal kept = request.getUserPrincipal();
        if (kept != null) {
            return goOn(context, kept);
        }
        String token = request.getParameter("token");
        if (token == null) {
            return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
        }
        if (request.getParameter("once") == null) {
            context.setRegisterSession(token, Set.of("employees"));
        }
        return context.notifyContainerAboutLogin(token, Set.of("employees"));
    }

    private static AuthenticationStatus goOn(HttpMessageContext context, Principal kept)
            throws AuthenticationException {
        try {
            context.getHandler().handle(new Callback[] {new CallerPrincipalCallback(context.getClientSubject(), kept)});
            return AuthenticationStatus.SUCCESS;
        } catch (IOException | UnsupportedCallbackException e) {
            throw new AuthenticationException(e);
        }
    }
}
