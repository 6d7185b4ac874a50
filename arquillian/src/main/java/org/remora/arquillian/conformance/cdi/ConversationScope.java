package org.remora.arquillian.conformance.cdi;

import static org.remora.arquillian.conformance.Check.check;
import static org.remora.arquillian.conformance.Column.PAYARA;
import static org.remora.arquillian.conformance.Column.REMORA;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.InParallel;
import org.remora.arquillian.conformance.Reply;

/** Beans that live as long as a conversation. */
public final class ConversationScope {

    private static final String GONE = "!NonexistentConversationException";

    private ConversationScope() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "CDI 4.0: conversation scope",
                List.of(
                        check(
                                "CDI.ConversationScoped-1",
                                "A conversation that nobody began is transient: its beans live for one request.",
                                client -> {
                                    client.ask("create", "say hello", "said").is("hello");
                                    client.ask("said").is("");
                                }),
                        check(
                                "CDI.ConversationScoped-2",
                                "To ask for a conversation is no reason to make a session.",
                                client -> Expect.same(
                                        client.ask("isTransient").page().setCookieHeaders(), List.of())),
                        check(
                                "CDI.ConversationScoped-3",
                                "The beans of a conversation that was begun are there for requests that name it.",
                                ConversationScope::propagated),
                        check(
                                "CDI.ConversationScoped-4",
                                "A request that names none gets a conversation of its own, which is transient.",
                                client -> {
                                    client.ask("begin", "say hello");
                                    client.ask("said", "isTransient").is(0, "").is("true");
                                }),
                        check(
                                "CDI.ConversationScoped-5",
                                "The conversations of a session do not share beans.",
                                ConversationScope::twoConversations),
                        check("CDI.ConversationScoped-6", "Conversations belong to a session.", client -> {
                            String cid = client.ask("begin", "say hello").line(0);
                            client.stranger().get(in(cid, "said")).is(GONE);
                        }),
                        check(
                                "CDI.ConversationScoped-7",
                                "A conversation that does not exist is refused with an exception.",
                                client -> {
                                    client.ask("create");
                                    client.get(in("987654", "said")).is(GONE);
                                }),
                        check(
                                "CDI.ConversationScoped-8",
                                "The beans of a conversation that was ended are there until the request is over.",
                                client -> {
                                    String cid =
                                            client.ask("begin", "say hello").line(0);
                                    client.get(in(cid, "end", "said")).is("hello");
                                }),
                        check("CDI.ConversationScoped-9", "A conversation that was ended is gone.", client -> {
                            String cid = client.ask("begin", "say hello").line(0);
                            client.get(in(cid, "end")).is("done");
                            client.get(in(cid, "said")).is(GONE);
                        }),
                        check(
                                "CDI.ConversationScoped-10",
                                "The beans of a conversation that was ended are destroyed, once.",
                                ConversationScope::destroyedByEnd),
                        check(
                                "CDI.ConversationScoped-11",
                                "The end of the session is the end of its conversations.",
                                ConversationScope::destroyedBySession),
                        check(
                                "CDI.ConversationScoped-12",
                                "A session that times out destroys the beans of its conversations.",
                                ConversationScope::destroyedByTimeout),
                        check(
                                "CDI.ConversationScoped-13",
                                "A conversation that nobody used for longer than its timeout is not restored.",
                                client -> {
                                    String cid = client.ask("begin", "say hello", "setTalkTimeout 300")
                                            .line(0);
                                    client.idle(Duration.ofMillis(600));
                                    client.get(in(cid, "said")).is(GONE);
                                }),
                        check(
                                "CDI.ConversationScoped-14",
                                "Requests that name a conversation keep it alive.",
                                ConversationScope::keptAlive),
                        check(
                                        "CDI.ConversationScoped-15",
                                        "Requests at the same time do not share a conversation: all but one wait, or"
                                                + " are refused.",
                                        ConversationScope::busy)
                                .onlyIn(PAYARA, REMORA),
                        check("CDI.Conversation-1", "A transient conversation has no id.", client -> {
                            client.ask("cid", "isTransient").is(0, "null").is("true");
                        }),
                        check("CDI.Conversation-2", "A conversation that was begun has an id.", client -> {
                            Reply reply = client.ask("begin", "cid", "isTransient", "say hello");
                            reply.is(1, reply.line(0)).is(2, "false");
                            client.get(in(reply.line(0), "cid", "isTransient"))
                                    .is(0, reply.line(0))
                                    .is("false");
                        }),
                        check("CDI.Conversation-3", "A conversation can be begun under an id of one's own.", client -> {
                            client.ask("beginNamed mine", "cid", "say hello").is(1, "mine");
                            client.get(in("mine", "said")).is("hello");
                        }),
                        check("CDI.Conversation-4", "An id that is in use is refused.", client -> {
                            client.ask("beginNamed mine", "say hello");
                            client.ask("beginNamed mine").is("!IllegalArgumentException");
                        }),
                        check(
                                "CDI.Conversation-5",
                                "A conversation cannot be begun twice.",
                                client -> client.ask("begin", "begin").is("!IllegalStateException")),
                        check(
                                "CDI.Conversation-6",
                                "A transient conversation cannot be ended.",
                                client -> client.ask("end").is("!IllegalStateException")),
                        check("CDI.Conversation-7", "A conversation keeps the timeout it was given.", client -> {
                            String cid = client.ask("begin", "say hello", "setTalkTimeout 77000")
                                    .line(0);
                            client.get(in(cid, "talkTimeout")).is("77000");
                            client.get(in(cid, "talkTimeout")).is("77000");
                        }),
                        check("CDI.Conversation-8", "Ids that the container makes are not used again.", client -> {
                            String first = client.ask("begin", "say hello").line(0);
                            String second = client.ask("begin", "say hello").line(0);
                            String third = client.ask("begin", "say hello").line(0);
                            Expect.different(first, second);
                            Expect.different(second, third);
                            Expect.different(first, third);
                        }),
                        check(
                                "CDI.ConversationScoped-16",
                                "Begin and end of a transient conversation are events.",
                                ConversationScope::transientEvents),
                        check(
                                "CDI.ConversationScoped-17",
                                "The end of a conversation by the end of its session is an event, with its id.",
                                ConversationScope::events)));
    }

    private static String in(String cid, String... steps) {
        return "/do" + Client.query(steps) + "&cid=" + cid;
    }

    private static void propagated(Client client) throws IOException {
        String cid = client.ask("begin", "say one").line(0);
        client.get(in(cid, "say two", "said")).is("one,two");
        client.get(in(cid, "say three", "said")).is("one,two,three");
        client.get(in(cid, "said", "isTransient")).is(0, "one,two,three").is("false");
    }

    private static void twoConversations(Client client) throws IOException {
        String first = client.ask("begin", "say one").line(0);
        String second = client.ask("begin", "say two").line(0);
        client.get(in(first, "say more", "said")).is("one,more");
        client.get(in(second, "said")).is("two");
        client.get(in(first, "said")).is("one,more");
    }

    private static void destroyedByEnd(Client client) throws IOException {
        String id = client.ask("create").last();
        String cid = client.ask("begin", "say one", "ownTalk " + id).line(0);
        client.get(in(cid, "say two"));
        client.get(in(cid, "end"));
        client.await(id, "talk destroyed after one,two"::equals);
        client.ask("isTransient").is("true");
        client.ask("isTransient").is("true");
        Expect.same(client.journal(id, "talk destroyed").size(), 1);
    }

    private static void destroyedBySession(Client client) throws IOException {
        String id = client.ask("create").last();
        String cid = client.ask("begin", "say one", "ownTalk " + id).line(0);
        client.ask("invalidate");
        client.await(id, "talk destroyed after one"::equals);
        client.ask("create");
        client.get(in(cid, "said")).is(GONE);
    }

    private static void destroyedByTimeout(Client client) throws IOException {
        String id = client.ask("create").last();
        client.ask("begin", "say one", "ownTalk " + id, "setInterval 1");
        client.await(id, "talk destroyed after one"::equals);
    }

    private static void keptAlive(Client client) throws IOException {
        String cid = client.ask("begin", "say hello", "setTalkTimeout 2000").line(0);
        for (int i = 0; i < 5; i++) {
            client.idle(Duration.ofMillis(700));
            client.get(in(cid, "said")).is("hello");
        }
    }

    private static void busy(Client client) throws Exception {
        String cid = client.ask("begin", "say hello").line(0);
        InParallel.run(2, number -> {
            Client window = client.window();
            if (number == 0) {
                window.get(in(cid, "said", "pause 3000"));
            } else {
                window.idle(Duration.ofMillis(700));
                window.get(in(cid, "said")).is("!BusyConversationException");
            }
        });
    }

    private static void transientEvents(Client client) throws IOException {
        String note = UUID.randomUUID().toString();
        client.get("/do" + Client.query("say hello") + "&note=" + note).is("done");
        client.await(note, "conversation scope destroyed"::equals);
        Expect.lines(
                client.journal(note),
                "conversation scope initialized",
                "conversation scope before destroyed",
                "conversation scope destroyed");
    }

    private static void events(Client client) throws IOException {
        String cid = UUID.randomUUID().toString();
        client.ask("beginNamed " + cid, "say hello");
        client.ask("invalidate");
        client.await(cid, "conversation destroyed"::equals);
    }
}
