/**
 * The application that the benchmark deploys on every subject: one servlet per kind of request, each doing no more than
 * the request needs.
 *
 * <p>Uses the Servlet API and the JDK only, because it runs inside servers that have nothing else of this project.
 *
 * <p>Threads: as any servlet. The client never has two requests of one session under way at the same time.
 */
@NullMarked
package org.remora.arquillian.benchmark.app;

import org.jspecify.annotations.NullMarked;
