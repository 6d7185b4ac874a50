package org.remora.arquillian.conformance.app;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One thing that a request can be told to do. */
@FunctionalInterface
interface Step {

    /**
     * Does it.
     *
     * @param turn the request under way
     * @param words what was said behind the step's name
     * @return what is answered for this step
     */
    @Nullable
    Object run(Turn turn, Words words) throws IOException, ServletException;
}
