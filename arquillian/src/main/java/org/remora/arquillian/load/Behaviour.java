package org.remora.arquillian.load;

/** What users do. Called by all threads of a run, each with its own users. */
public interface Behaviour {

    /** Index of the node that gets the user's next request. */
    int node(User user);

    /** The user's next request. */
    Request request(User user);

    /** Whether the answer is the one that the user must get. {@link User#answered()} does not yet count it. */
    boolean isRight(User user, Answer answer);
}
