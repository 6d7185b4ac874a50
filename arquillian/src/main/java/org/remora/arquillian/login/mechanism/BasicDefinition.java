package org.remora.arquillian.login.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Has the browser ask, and send what it was told with every request. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "memory")
public class BasicDefinition {}
