package org.remora.discovery.mdns;

import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at each message of the link: what nodes announce is kept, questions for nodes are passed on to JmDNS. */
final class Hearing implements Predicate<DatagramPacket> {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_QUESTIONS = 50;
    private static final int MOST_OTHER_CLUSTERS = 100;
    private static final String LABEL = "_remora";

    private final Link link;
    private final Announcement self;
    private final AnnouncementCode code;
    private final Neighbours neighbours;
    private final Runnable found;
    private final Rate questions;
    private final Rate complaints;
    private final Rate otherClusters;
    private final Set<InetAddress> ofOtherClusters = new HashSet<>(); // by the thread that hears only

    /**
     * Begins to listen.
     *
     * @param self what this node announces
     * @param code what proves that an announcement is of the cluster
     * @param neighbours gets what is heard
     * @param found called when an address has come in; must not take long
     */
    Hearing(
            Link link,
            Announcement self,
            AnnouncementCode code,
            Neighbours neighbours,
            Runnable found,
            InstantSource clock) {
        this.link = link;
        this.self = self;
        this.code = code;
        this.neighbours = neighbours;
        this.found = found;
        this.questions = new Rate(MOST_QUESTIONS, SECOND, clock);
        this.complaints = new Rate(1, MINUTE, clock);
        this.otherClusters = new Rate(1, MINUTE, clock);
    }

    @Override
    public boolean test(DatagramPacket packet) {
        if (!link.isNeighbour(packet.getAddress())) {
            return false;
        }
        try {
            MulticastMessage message = MulticastMessage.read(packet.getData(), packet.getOffset(), packet.getLength());
            message.heard().forEach(heard -> take(heard, packet.getAddress()));
            return message.isQuery() && message.asksForNodes() && questions.passes();
        } catch (MalformedMessageException e) {
            if (mentionsNodes(packet)) {
                ignore("it " + e.getMessage(), packet.getAddress());
            }
            return false;
        }
    }

    private void take(Heard heard, InetAddress sender) {
        if (heard.isFarewell()) {
            neighbours.gone(heard.instance());
            return;
        }
        Optional<Announcement> said = Announcement.of(heard);
        if (said.isEmpty()) {
            ignore("it does not say where a node is", sender);
        } else if (isOfOtherNodesOfTheCluster(said.get())) {
            take(said.get(), heard, sender);
        }
    }

    private boolean isOfOtherNodesOfTheCluster(Announcement said) {
        return said.cluster().equals(self.cluster()) && !said.instance().equals(self.instance());
    }

    private void take(Announcement said, Heard heard, InetAddress sender) {
        List<InetSocketAddress> followed = followed(said);
        if (said.protocol() != self.protocol()) {
            ignore("its node speaks version " + said.protocol() + ", this one " + self.protocol(), sender);
        } else if (!code.accepts(said, Optional.ofNullable(heard.texts().get(Announcement.CODE)))) {
            ignore("it was not made with the secret of this cluster", sender);
            tellOfOtherCluster(said.cluster(), sender);
        } else if (followed.isEmpty()) {
            ignore("it names addresses of another network", sender);
        } else {
            take(neighbours.heard(said.instance(), followed, heard.secondsToLive()), sender);
        }
    }

    /** Each once; and as it is easy to pretend to be one, one a minute. */
    private void tellOfOtherCluster(String cluster, InetAddress sender) {
        boolean isNew = ofOtherClusters.size() < MOST_OTHER_CLUSTERS && !ofOtherClusters.contains(sender);
        if (isNew && otherClusters.passes()) {
            ofOtherClusters.add(sender);
            MdnsLog.otherCluster(cluster, sender.getHostAddress());
        }
    }

    private void take(Neighbours.Effect effect, InetAddress sender) {
        switch (effect) {
            case MORE -> found.run();
            case NO_ROOM -> ignore("there are too many nodes", sender);
            case NONE -> {
                // Announced again.
            }
        }
    }

    /** Who knows the secret is believed; who proves nothing can name neighbours only. */
    private List<InetSocketAddress> followed(Announcement said) {
        return said.addresses().stream()
                .filter(address -> code.isUsed() || link.isNear(address.getAddress()))
                .toList();
    }

    private static boolean mentionsNodes(DatagramPacket packet) {
        String bytes =
                new String(packet.getData(), packet.getOffset(), packet.getLength(), StandardCharsets.ISO_8859_1);
        return bytes.contains(LABEL);
    }

    private void ignore(String why, InetAddress sender) {
        if (complaints.passes()) {
            MdnsLog.ignored(why, sender.getHostAddress());
        }
    }
}
