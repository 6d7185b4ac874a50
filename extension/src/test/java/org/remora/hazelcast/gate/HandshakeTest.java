package org.remora.hazelcast.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What two sides, or one side and somebody else, say to each other. */
class HandshakeTest {

    private static final String CLUSTER = "shop";
    private static final Credentials KNOWING = knowing("new");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void handshake_sameSecret_bothPass() {
        Talk talk = Talk.between(KNOWING, KNOWING);

        assertThat(talk.atConnecting).isInstanceOf(Step.Passed.class);
        assertThat(talk.atAccepting).isInstanceOf(Step.Passed.class);
    }

    @Test
    void handshake_noSecretOnBothSides_bothPass() {
        Talk talk = Talk.between(knowing(), knowing());

        assertThat(talk.atConnecting).isInstanceOf(Step.Passed.class);
        assertThat(talk.atAccepting).isInstanceOf(Step.Passed.class);
    }

    @Test
    void handshake_duringARotation_bothPassWithAnySecretInCommon() {
        List<Credentials> rounds =
                List.of(knowing("old"), knowing("old", "new"), knowing("new", "old"), knowing("new"));

        for (int i = 0; i + 1 < rounds.size(); i++) {
            assertThat(Talk.between(rounds.get(i), rounds.get(i + 1)).atConnecting)
                    .isInstanceOf(Step.Passed.class);
            assertThat(Talk.between(rounds.get(i + 1), rounds.get(i)).atConnecting)
                    .isInstanceOf(Step.Passed.class);
        }
    }

    @Test
    void handshake_wrongSecret_whoAcceptsRefusesAndProvesNothing() {
        Talk talk = Talk.between(knowing("guessed"), KNOWING);

        assertThat(refusal(talk.atAccepting)).isEqualTo(Refusal.WRONG_SECRET);
        assertThat(talk.atAccepting.answer()).isEmpty();
    }

    @Test
    void handshake_otherCluster_isRefused() {
        Talk talk = Talk.between(new Credentials("other", 1, KNOWING.keys()), KNOWING);

        assertThat(refusal(talk.atAccepting)).isEqualTo(Refusal.WRONG_SECRET);
    }

    @Test
    void handshake_secretOnOneSideOnly_bothRefuseAndSayWhy() {
        Talk without = Talk.between(knowing(), KNOWING);
        Talk with = Talk.between(KNOWING, knowing());

        assertThat(refusal(without.atAccepting)).isEqualTo(Refusal.NO_SECRET);
        assertThat(refusal(without.atConnecting)).isEqualTo(Refusal.UNEXPECTED_SECRET);
        assertThat(refusal(with.atAccepting)).isEqualTo(Refusal.UNEXPECTED_SECRET);
        assertThat(refusal(with.atConnecting)).isEqualTo(Refusal.NO_SECRET);
    }

    @Test
    void handshake_otherVersion_bothRefuseAndNameBothVersions() {
        Talk talk = Talk.between(new Credentials(CLUSTER, 2, KNOWING.keys()), KNOWING);

        assertThat(refusal(talk.atAccepting)).isEqualTo(Refusal.otherVersion(2, 1));
        assertThat(refusal(talk.atConnecting)).isEqualTo(Refusal.otherVersion(1, 2));
        assertThat(Refusal.otherVersion(2, 1).reason()).contains("version 2").contains("this node 1");
    }

    @Test
    void accepting_whatNoNodeSays_getsNoAnswer() {
        for (String said : List.of("GET / HTTP/1.1\r\n", "HZC", "CP2", "get key\r\n")) {
            Step step = feed(accepting(KNOWING), said.getBytes(US_ASCII));

            assertThat(refusal(step)).isEqualTo(Refusal.OTHER_LANGUAGE);
            assertThat(step.answer()).isEmpty();
        }
    }

    @Test
    void accepting_recordedHandshakeOfAMember_isRefused() {
        Talk recorded = Talk.between(KNOWING, KNOWING);

        Handshake attacked = accepting(KNOWING);
        assertThat(feed(attacked, recorded.helloOfConnecting)).isInstanceOf(Step.Waiting.class);

        assertThat(refusal(feed(attacked, recorded.proofOfConnecting))).isEqualTo(Refusal.WRONG_SECRET);
    }

    @Test
    void connecting_recordedHandshakeOfAMember_isRefused() {
        Talk recorded = Talk.between(KNOWING, KNOWING);

        Handshake attacked = Handshake.ofConnecting(KNOWING, HandshakeTest::random);
        assertThat(feed(attacked, recorded.helloOfAccepting)).isInstanceOf(Step.Waiting.class);

        assertThat(refusal(feed(attacked, recorded.proofOfAccepting))).isEqualTo(Refusal.WRONG_SECRET);
    }

    @Test
    void connecting_itsOwnWordsSentBack_isRefused() {
        Handshake attacked = Handshake.ofConnecting(KNOWING, HandshakeTest::random);
        Step step = feed(attacked, attacked.opening());
        byte[] firstProof = Arrays.copyOf(step.answer(), Proof.LENGTH);

        assertThat(refusal(feed(attacked, firstProof))).isEqualTo(Refusal.WRONG_SECRET);
    }

    @Test
    void accepting_proofOfAnotherAcceptingSideSentBack_isRefused() {
        Handshake attacked = accepting(KNOWING);
        Handshake used = Handshake.ofConnecting(KNOWING, HandshakeTest::random);
        byte[] hello = feed(attacked, used.opening()).answer();
        byte[] ofAccepting = new Proof(CLUSTER, unmarked(used.opening()), unmarked(hello))
                .ofAccepting(KNOWING.keys().get(0));

        assertThat(refusal(feed(attacked, Arrays.copyOf(ofAccepting, Proof.LENGTH_OF_ALL))))
                .isEqualTo(Refusal.WRONG_SECRET);
    }

    @Test
    void accepting_anyBitOfTheProofTurned_isRefused() {
        for (int bit = 0; bit < Proof.LENGTH * Byte.SIZE; bit++) {
            Handshake attacked = accepting(KNOWING);
            Handshake member = Handshake.ofConnecting(KNOWING, HandshakeTest::random);
            byte[] proofs =
                    feed(member, feed(attacked, member.opening()).answer()).answer();
            proofs[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(feed(attacked, proofs)).isInstanceOf(Step.Refused.class);
        }
    }

    @Test
    void messages_cutOff_areWaitedForWithoutAWord() {
        Handshake member = Handshake.ofConnecting(KNOWING, HandshakeTest::random);
        byte[] hello = member.opening();
        for (int length = 0; length < hello.length; length++) {
            Step step = feed(accepting(KNOWING), Arrays.copyOf(hello, length));

            assertThat(step).isInstanceOf(Step.Waiting.class);
            assertThat(step.answer()).isEmpty();
        }
    }

    @Test
    void accepting_lastProofOnlyIsRight_passes() {
        Credentials withOthers = knowing("a", "b", "c", "new");

        assertThat(Talk.between(withOthers, KNOWING).atConnecting).isInstanceOf(Step.Passed.class);
    }

    @Test
    void messages_ofTwoHandshakes_haveNothingInCommonButTheBeginning() {
        Talk one = Talk.between(KNOWING, KNOWING);
        Talk other = Talk.between(KNOWING, KNOWING);

        assertThat(one.helloOfConnecting).isNotEqualTo(other.helloOfConnecting);
        assertThat(one.helloOfAccepting).isNotEqualTo(other.helloOfAccepting);
        assertThat(one.proofOfConnecting).isNotEqualTo(other.proofOfConnecting);
        assertThat(one.proofOfAccepting).isNotEqualTo(other.proofOfAccepting);
    }

    @Test
    void messages_longest_isAFewHundredBytes() {
        assertThat(Handshake.LONGEST).isLessThanOrEqualTo(300);
    }

    /** What the bytes lead to when they arrive; those after a refusal, or short of a message, are not taken. */
    private static Step feed(Handshake side, byte[] bytes) {
        ByteBuffer arriving = ByteBuffer.wrap(bytes);
        Step step = new Step.Waiting(new byte[0]);
        while (step instanceof Step.Waiting && arriving.remaining() >= side.awaitedBytes()) {
            byte[] message = new byte[side.awaitedBytes()];
            arriving.get(message);
            step = side.take(message);
        }
        return step;
    }

    private static byte[] unmarked(byte[] hello) {
        return Arrays.copyOfRange(hello, Handshake.MARK.length, hello.length);
    }

    private static Handshake accepting(Credentials credentials) {
        return Handshake.ofAccepting(credentials, HandshakeTest::random);
    }

    private static Credentials knowing(String... keys) {
        return new Credentials(
                CLUSTER, 1, Stream.of(keys).map(key -> key.getBytes(UTF_8)).toList());
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Refusal refusal(Step step) {
        return ((Step.Refused) step).refusal();
    }

    /** A conversation of two sides, until both are through or one has refused. */
    private static final class Talk {

        private final byte[] helloOfConnecting;
        private final byte[] helloOfAccepting;
        private byte[] proofOfConnecting = {};
        private byte[] proofOfAccepting = {};
        private Step atConnecting = new Step.Waiting(new byte[0]);
        private Step atAccepting;

        private Talk(Handshake connecting, Handshake accepting) {
            helloOfConnecting = connecting.opening();
            atAccepting = feed(accepting, helloOfConnecting);
            helloOfAccepting = atAccepting.answer();
            if (helloOfAccepting.length > 0) {
                atConnecting = feed(connecting, helloOfAccepting);
            }
            if (atConnecting instanceof Step.Waiting && atAccepting instanceof Step.Waiting) {
                proofOfConnecting = atConnecting.answer();
                assertThat(proofOfConnecting).hasSize(accepting.awaitedBytes());
                atAccepting = feed(accepting, proofOfConnecting);
                proofOfAccepting = atAccepting.answer();
            }
            if (atAccepting instanceof Step.Passed) {
                assertThat(proofOfAccepting).hasSize(connecting.awaitedBytes());
                atConnecting = feed(connecting, proofOfAccepting);
            }
        }

        static Talk between(Credentials connecting, Credentials accepting) {
            return new Talk(
                    Handshake.ofConnecting(connecting, HandshakeTest::random),
                    Handshake.ofAccepting(accepting, HandshakeTest::random));
        }
    }
}
