package org.remora.management;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of a session. */
public interface SessionDetail {

    /**
     * Whether there is one to show.
     *
     * @return {@code FOUND}, {@code NOT_FOUND}, {@code AMBIGUOUS} or {@code TOO_SHORT}
     */
    String getOutcome();

    /**
     * The session.
     *
     * @return null if there is none
     */
    @Nullable
    SessionRow getSession();

    /**
     * What it holds.
     *
     * @return a row for each attribute, in the order of their names
     */
    List<AttributeRow> getAttributes();

    /**
     * Why values are not shown that were asked for.
     *
     * @return a sentence; empty if there is nothing to say
     */
    String getNote();
}
