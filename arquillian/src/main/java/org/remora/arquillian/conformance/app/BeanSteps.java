package org.remora.arquillian.conformance.app;

import static org.remora.arquillian.conformance.app.SessionSteps.done;

import jakarta.enterprise.context.Conversation;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;

/** What can be done with beans of the session and of conversations. */
final class BeanSteps {

    private BeanSteps() {}

    static void addTo(Map<String, Step> steps) {
        steps.put("visit", (turn, words) -> the(Diary.class).visit());
        steps.put("visits", (turn, words) -> the(Diary.class).visits());
        steps.put("inside", (turn, words) -> the(Diary.class).inside());
        steps.put(
                "ownDiary",
                (turn, words) ->
                        done(() -> the(Diary.class).setOwner(turn.session().getId())));
        steps.put("injectedSession", (turn, words) -> the(HttpSession.class).getId());
        steps.put("injectedGet", (turn, words) -> the(HttpSession.class).getAttribute(words.first()));
        steps.put(
                "injectedSet",
                (turn, words) -> done(() -> the(HttpSession.class).setAttribute(words.first(), words.second())));
        steps.put(
                "injectedPeek",
                (turn, words) -> the(HttpServletRequest.class).getSession(false).getId());
        steps.put(
                "injectedParameter",
                (turn, words) -> the(HttpServletRequest.class).getParameter(words.first()));
        addConversation(steps);
    }

    private static void addConversation(Map<String, Step> steps) {
        steps.put("say", (turn, words) -> done(() -> the(Talk.class).say(words.first())));
        steps.put("said", (turn, words) -> the(Talk.class).said());
        steps.put("ownTalk", (turn, words) -> done(() -> the(Talk.class).setOwner(words.first())));
        steps.put("begin", (turn, words) -> {
            the(Conversation.class).begin();
            return the(Conversation.class).getId();
        });
        steps.put(
                "beginNamed",
                (turn, words) -> done(() -> the(Conversation.class).begin(words.first())));
        steps.put("end", (turn, words) -> done(the(Conversation.class)::end));
        steps.put("cid", (turn, words) -> the(Conversation.class).getId());
        steps.put("isTransient", (turn, words) -> the(Conversation.class).isTransient());
        steps.put("talkTimeout", (turn, words) -> the(Conversation.class).getTimeout());
        steps.put(
                "setTalkTimeout",
                (turn, words) -> done(() -> the(Conversation.class).setTimeout(words.number())));
    }

    private static <T> T the(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
