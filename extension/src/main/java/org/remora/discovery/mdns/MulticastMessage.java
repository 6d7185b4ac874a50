package org.remora.discovery.mdns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message of multicast DNS, as far as it concerns Remora.
 *
 * @param isQuery whether it asks
 * @param asksForNodes whether one of its questions is for the nodes of Remora
 * @param heard what it says about nodes
 */
record MulticastMessage(boolean isQuery, boolean asksForNodes, List<Heard> heard) {

    /** The type of service (RFC 6763, 7) that each node is. */
    static final String TYPE = "_remora._tcp.local.";

    private static final int LONGEST_BYTES = 4_096;
    private static final int MOST_RECORDS = 64;
    private static final int LONGEST_TEXTS = 1_300;
    private static final int ANSWER = 0x8000;
    private static final int TRUNCATED = 0x0200;
    private static final int TYPE_POINTER = 12;
    private static final int TYPE_TEXT = 16;

    MulticastMessage {
        heard = List.copyOf(heard);
    }

    /**
     * Reads a message.
     *
     * @throws MalformedMessageException if it is none, or one that is larger than announcements are
     */
    static MulticastMessage read(byte[] bytes, int offset, int length) throws MalformedMessageException {
        if (length > LONGEST_BYTES) {
            throw new MalformedMessageException("has " + length + " bytes");
        }
        MessageBytes message = new MessageBytes(bytes, offset, length);
        message.skip(2);
        int flags = message.number16();
        int questions = message.number16();
        int records = message.number16() + message.number16() + message.number16();
        if (questions > MOST_RECORDS || records > MOST_RECORDS || (flags & TRUNCATED) != 0) {
            throw new MalformedMessageException("has " + questions + " questions and " + records + " records");
        }
        boolean asksForNodes = false;
        for (int i = 0; i < questions; i++) {
            asksForNodes |= ofNodes(message.name());
            message.skip(4);
        }
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            readRecord(message, heard);
        }
        return new MulticastMessage((flags & ANSWER) == 0, asksForNodes, heard);
    }

    private static void readRecord(MessageBytes message, List<Heard> heard) throws MalformedMessageException {
        String name = message.name();
        int type = message.number16();
        message.skip(2);
        long secondsToLive = message.number32();
        int length = message.number16();
        int end = message.position() + length;
        if (type == TYPE_TEXT && ofNodes(name) && length <= LONGEST_TEXTS) {
            heard.add(new Heard(instance(name), secondsToLive, texts(message, end)));
        } else if (type == TYPE_POINTER && secondsToLive == 0 && ofNodes(name)) {
            heard.add(new Heard(instance(message.name()), 0, Map.of()));
        } else {
            message.skip(length);
        }
        if (message.position() != end) {
            throw new MalformedMessageException("a record has another length than it says");
        }
    }

    private static Map<String, String> texts(MessageBytes message, int end) throws MalformedMessageException {
        Map<String, String> texts = new HashMap<>();
        while (message.position() < end) {
            String text = message.text(message.number8());
            int equals = text.indexOf('=');
            if (equals > 0) {
                texts.putIfAbsent(text.substring(0, equals).toLowerCase(Locale.ROOT), text.substring(equals + 1));
            }
        }
        return texts;
    }

    private static boolean ofNodes(String name) {
        return name.length() >= TYPE.length()
                && name.regionMatches(true, name.length() - TYPE.length(), TYPE, 0, TYPE.length());
    }

    private static String instance(String name) {
        int behind = name.length() - TYPE.length() - 1;
        return behind > 0 ? name.substring(0, behind).toLowerCase(Locale.ROOT) : "";
    }
}
