package org.remora.arquillian.benchmark;

import org.remora.arquillian.load.User;

/** One kind of request to the benchmark's application, and what it must be answered with. */
enum Action {
    /** Asks for no session. */
    PLAIN("/plain"),

    /** Reads a text that begins with the user's tag. */
    READ("/read"),

    /** Reads an object and leaves it as it is; answered with its number of lines. */
    LOOK("/look"),

    /** Replaces a small attribute that holds a counter; an answer off by one is a lost or a doubled write. */
    WRITE("/write"),

    /** Changes an object in place; it holds a counter, too. */
    CHANGE("/change"),

    /** Ends the session. */
    END("/end");

    private final String path;

    Action(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The body of the right answer to the user's next request. */
    String expected(User user) {
        return switch (this) {
            case PLAIN -> "plain";
            case READ -> user.tag();
            case LOOK -> "10";
            case WRITE, CHANGE -> Long.toString(user.answered() + 1);
            case END -> "ended";
        };
    }
}
