package org.remora.session.payara;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.glassfish.grizzly.http.io.OutputBuffer;
import org.glassfish.grizzly.http.server.Response;
import org.remora.session.servlet.ResponseCommits;
import org.remora.session.servlet.ResponseRefusedException;

/**
 * Listens where the container itself adds its session cookie: at Grizzly's output buffer, which every byte of a
 * response goes through.
 */
public final class GrizzlyResponseCommits implements ResponseCommits {

    private final CatalinaResponse catalina = new CatalinaResponse();

    /**
     * Makes the adapter.
     *
     * @throws IllegalStateException if the server's web container is not the one this was written for
     */
    public GrizzlyResponseCommits() {}

    @Override
    public void beforeCommit(HttpServletRequest request, Listener listener) {
        Response response = catalina.of(request);
        response.getOutputBuffer().registerLifeCycleListener(new OnCommit(response, listener));
    }

    @Override
    public boolean breakOff(HttpServletRequest request) throws IOException {
        Response response = catalina.of(request);
        boolean underWay = response.isCommitted();
        if (underWay) {
            new GrizzlyAnswer(response).breakOff();
        }
        return underWay;
    }

    /** Listens once, whatever becomes of it. */
    private record OnCommit(Response response, Listener listener) implements OutputBuffer.LifeCycleListener {

        @Override
        public void onCommit() throws IOException {
            response.getOutputBuffer().removeLifeCycleListener(this);
            try {
                listener.beforeCommit(response::addHeader);
            } catch (ResponseRefusedException e) {
                new GrizzlyAnswer(response).refuse(e);
            }
        }
    }
}
