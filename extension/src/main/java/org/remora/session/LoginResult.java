package org.remora.session;

import java.util.List;

/** What became of a login that was to be noted. */
public sealed interface LoginResult permits LoginResult.Entered, Unavailable {

    /**
     * The owner and the synchronous backups have it.
     *
     * @param tooMany the user's oldest logins beyond the limit, oldest first; never the one just entered
     */
    record Entered(List<UserLogin> tooMany) implements LoginResult {

        /** Copies the list. */
        public Entered {
            tooMany = List.copyOf(tooMany);
        }
    }
}
