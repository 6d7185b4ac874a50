package org.remora.session.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The container's side of commits: who wants to hear of them, and whose response was broken off. */
final class RecordedCommits implements ResponseCommits {

    private final List<Listener> listeners = new ArrayList<>();
    private final List<HttpServletRequest> brokenOff = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private boolean underWay;

    @Override
    public void beforeCommit(HttpServletRequest request, Listener listener) {
        listeners.add(listener);
    }

    @Override
    public boolean breakOff(HttpServletRequest request) {
        return underWay && brokenOff.add(request);
    }

    /** The response of the request that asked last is committed; tells whether it is refused. */
    Optional<ResponseRefusedException> commit() {
        try {
            listeners.get(listeners.size() - 1).beforeCommit((name, value) -> cookies.add(value));
            underWay = true;
            return Optional.empty();
        } catch (ResponseRefusedException e) {
            return Optional.of(e);
        }
    }

    /** Whether anybody wants to hear of the commit. */
    boolean areAwaited() {
        return !listeners.isEmpty();
    }

    /** The cookies that clients were sent. */
    List<String> cookies() {
        return cookies;
    }

    boolean isBrokenOff(HttpServletRequest request) {
        return brokenOff.stream().anyMatch(each -> each == request);
    }
}
