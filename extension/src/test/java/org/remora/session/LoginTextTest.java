package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.session.Login.CallerType;

class LoginTextTest {

    private static final Login ANN =
            new Login("ann", CallerType.CALLER_PRINCIPAL, "FORM", List.of("employees", "Küche"));

    @Test
    void parse_ofWhatWasWritten_isTheSame() {
        assertThat(LoginText.parse(LoginText.of(ANN))).contains(ANN);
        Login nobody = new Login("", CallerType.CONTAINER, "", List.of());
        assertThat(LoginText.parse(LoginText.of(nobody))).contains(nobody);
    }

    @Test
    void of_login_isTheFormThatOtherNodesKnow() {
        Login login = new Login("ann", CallerType.CONTAINER, "FORM", List.of("staff"));
        String hex = "01" + "00" + "0004464f524d" + "0003616e6e" + "00000001" + "00057374616666";

        assertThat(LoginText.of(login).chars().toArray())
                .isEqualTo(unsigned(HexFormat.of().parseHex(hex)));
    }

    private static int[] unsigned(byte[] bytes) {
        int[] values = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return values;
    }

    @Test
    void parse_ofLaterForm_isNobody() {
        assertThat(LoginText.parse("\u0002" + LoginText.of(ANN).substring(1))).isEmpty();
    }

    @Test
    void parse_ofDamagedText_isNobody() {
        String text = LoginText.of(ANN);
        for (int length = 0; length < text.length(); length++) {
            assertThat(LoginText.parse(text.substring(0, length))).isEmpty();
        }
    }

    @Test
    void of_overlongName_saysWhy() {
        Login login = new Login("a".repeat(70_000), CallerType.CONTAINER, "FORM", List.of());

        assertThatThrownBy(() -> LoginText.of(login)).hasMessageContaining("too long");
    }

    @Test
    void groups_changedAfterwards_stayInTheLogin() {
        List<String> groups = new ArrayList<>(List.of("staff"));
        Login login = new Login("ann", CallerType.CONTAINER, "FORM", groups);
        groups.clear();

        assertThat(login.groups()).containsExactly("staff");
    }
}
