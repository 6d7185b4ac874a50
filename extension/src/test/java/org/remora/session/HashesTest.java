package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The hashes that rest in the grid are the same on every node and in every version. */
class HashesTest {

    private static final SessionId ID = new SessionId("abcdefghijklmnopqrstuvwxyz012345");

    @Test
    void idHash_knownId_theFirstHalfOfItsSha256() {
        assertThat(IdHash.of(ID)).isEqualTo(new IdHash(0x653b_b124_5e82_8fcdL, 0xa4fa_53fc_d5a3_def5L));
    }

    @Test
    void idHash_otherSecret_another() {
        assertThat(IdHash.of(ID.renewed())).isNotEqualTo(IdHash.of(ID));
    }

    @Test
    void sessionKey_knownApplicationAndId_theFirstHalfOfTheSha256OfBoth() {
        assertThat(SessionKey.of("server/shop", ID))
                .isEqualTo(new SessionKey(0x4820_65f3_77e9_53b7L, 0xe862_fddc_a5a5_fa0cL));
    }

    @Test
    void sessionKey_nameBeyondAscii_isHashedAsUtf8() {
        assertThat(SessionKey.of("server/läden", ID))
                .isEqualTo(new SessionKey(0xab91_0035_b501_419eL, 0xf17f_51f0_f731_9f6eL));
    }

    @Test
    void sessionKey_renewedId_theSame() {
        assertThat(SessionKey.of("server/shop", ID.renewed())).isEqualTo(SessionKey.of("server/shop", ID));
    }

    @Test
    void sessionKey_otherApplicationOrLocator_another() {
        SessionKey key = SessionKey.of("server/shop", ID);

        assertThat(SessionKey.of("server/console", ID)).isNotEqualTo(key);
        assertThat(SessionKey.of("server/shop", SessionId.random())).isNotEqualTo(key);
    }

    @Test
    void sha256_knownText_theDigestOfTheStandard() {
        assertThat(Sha256.of(new byte[] {'a', 'b', 'c'}))
                .asHexString()
                .isEqualToIgnoringCase("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
