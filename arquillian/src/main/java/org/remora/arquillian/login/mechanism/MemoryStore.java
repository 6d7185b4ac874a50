package org.remora.arquillian.login.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Users whom no realm of the server knows. */
@ApplicationScoped
public class MemoryStore implements IdentityStore {

    /** Called by the identity store handler. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return credential.compareTo("mia", "secret3")
                ? new CredentialValidationResult("mia", Set.of("employees"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
