package org.remora.arquillian.login.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Takes the parameter {@code token} for a proof, once; the session does the rest. */
@ApplicationScoped
@AutoApplySession
public class SessionMechanism implements HttpAuthenticationMechanism {

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getParameter("token") != null) {
            return context.notifyContainerAboutLogin(request.getParameter("token"), Set.of("employees"));
        }
        return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
    }
}
