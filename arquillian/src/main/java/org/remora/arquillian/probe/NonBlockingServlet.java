package org.remora.arquillian.probe;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Sets the attribute {@code name} to {@code value} when the container says that it can write, then writes {@code size}
 * bytes without ever blocking.
 */
@WebServlet(value = "/nonBlocking", asyncSupported = true)
public class NonBlockingServlet extends HttpServlet {

    private static final int CHUNK = 8192;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        HttpSession session = request.getSession();
        String name = parameters.text("name");
        String value = parameters.text("value");
        int size = parameters.number("size");
        AsyncContext async = request.startAsync();
        ServletOutputStream out = response.getOutputStream();
        out.setWriteListener(new WriteListener() {

            private int written;

            @Override
            public void onWritePossible() throws IOException {
                if (written == 0) {
                    session.setAttribute(name, value);
                }
                while (out.isReady()) {
                    if (written >= size) {
                        async.complete();
                        return;
                    }
                    out.write(new byte[CHUNK]);
                    written += CHUNK;
                }
            }

            @Override
            public void onError(Throwable failure) {
                async.complete();
            }
        });
    }
}
