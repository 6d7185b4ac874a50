package org.remora.management;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found. */
record ShownSession(String outcome, @Nullable SessionRow session, List<AttributeRow> attributes, String note)
        implements SessionDetail {

    static ShownSession none(String outcome) {
        return new ShownSession(outcome, null, List.of(), "");
    }

    @Override
    public String getOutcome() {
        return outcome;
    }

    @Override
    public @Nullable SessionRow getSession() {
        return session;
    }

    @Override
    public List<AttributeRow> getAttributes() {
        return attributes;
    }

    @Override
    public String getNote() {
        return note;
    }
}
