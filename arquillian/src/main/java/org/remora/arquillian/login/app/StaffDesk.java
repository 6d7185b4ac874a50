package org.remora.arquillian.login.app;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An enterprise bean that serves staff only. */
@Stateless
public class StaffDesk {

    private @Nullable SessionContext context;

    /** Called by the container. */
    @Resource
    public void setContext(SessionContext given) {
        context = given;
    }

    /** Returns the name of whom it serves. */
    @RolesAllowed("staff")
    public String caller() {
        return Objects.requireNonNull(context).getCallerPrincipal().getName();
    }
}
