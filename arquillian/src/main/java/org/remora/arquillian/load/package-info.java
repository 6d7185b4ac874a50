/**
 * A load generator of a fixed number of users in a closed loop: over few keep-alive connections, each user's next
 * request waits for the answer to the one before.
 *
 * <p>Plain blocking sockets and a reader that knows just enough HTTP/1.1, so that the generator costs little beside the
 * servers it shares a machine with. Uses the JDK only.
 *
 * <p>Threads: a {@link org.remora.arquillian.load.ClosedLoop} runs one thread per connection, and a user belongs to one
 * of them for the whole run. {@link org.remora.arquillian.load.User}, {@link org.remora.arquillian.load.CookieJar} and
 * {@link org.remora.arquillian.load.HttpConnection} are not thread-safe.
 */
@NullMarked
package org.remora.arquillian.load;

import org.jspecify.annotations.NullMarked;
