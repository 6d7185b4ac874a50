package org.remora.session.servlet;

import org.remora.session.NodeRegistration;
import org.remora.session.live.LiveSessions;

/**
 * An application's sessions on this node.
 *
 * @param route the name of this node
 * @param live the sessions
 * @param registration makes them known to other nodes
 */
public record NodeSessions(String route, LiveSessions live, NodeRegistration registration) {}
