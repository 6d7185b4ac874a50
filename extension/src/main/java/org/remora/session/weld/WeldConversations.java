package org.remora.session.weld;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jboss.weld.bean.builtin.BeanManagerProxy;
import org.jboss.weld.context.http.HttpConversationContext;
import org.jboss.weld.contexts.AbstractConversationContext;
import org.jboss.weld.contexts.conversation.ConversationIdGenerator;
import org.jboss.weld.manager.BeanManagerImpl;
import org.jboss.weld.module.web.context.http.LazyHttpConversationContextImpl;
import org.jboss.weld.module.web.servlet.ConversationContextActivator;

/**
 * Has the conversation of a request put into the session while the session can still be committed.
 *
 * <p>Weld itself does so when the container says that the request is over, which is after every filter and may be after
 * the response. Doing it earlier leaves nothing for that moment. A request that uses no conversation is left alone.
 */
final class WeldConversations {

    /** What Weld keeps in a session for conversations, and does not make a session for. */
    static final Set<String> BOOKKEEPING = Set.of(
            AbstractConversationContext.CONVERSATIONS_ATTRIBUTE_NAME,
            ConversationIdGenerator.CONVERSATION_ID_GENERATOR_ATTRIBUTE_NAME);

    private final HttpConversationContext context;
    private final Activator activator;

    private WeldConversations(HttpConversationContext context, Activator activator) {
        this.context = context;
        this.activator = activator;
    }

    static WeldConversations ofApplication() {
        BeanManagerImpl beans = BeanManagerProxy.unwrap(CDI.current().getBeanManager());
        return new WeldConversations(
                beans.instance().select(HttpConversationContext.class).get(), new Activator(beans));
    }

    /** An error page comes after the filter, and may go on with a conversation. */
    void enter(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR && !context.isActive()) {
            activator.startConversationContext(request);
        }
    }

    /** Ends a conversation's part in the request, which may call its beans. */
    void leave(HttpServletRequest request) {
        activator.stopConversationContext(request);
    }

    /** Whether the thread's request uses a conversation. */
    boolean areInUse() {
        return context.isActive()
                && (!(context instanceof LazyHttpConversationContextImpl lazy) || lazy.isInitialized());
    }

    /** Weld offers what its own listener does to those who inherit it. */
    private static final class Activator extends ConversationContextActivator {

        Activator(BeanManagerImpl beans) {
            super(beans, true);
        }
    }
}
