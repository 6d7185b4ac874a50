package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidSettingsExceptionTest {

    @Test
    void message_severalProblems_hasALineForEach() {
        InvalidSettingsException exception = new InvalidSettingsException(
                List.of(new SettingProblem("a", "1", "must be 2"), new SettingProblem("b", "", "must not be")));

        assertThat(exception.getMessage().lines())
                .containsExactly("These settings of Remora cannot be used:", "  a = 1: must be 2", "  b: must not be");
    }

    @Test
    void message_valueOfSeveralLines_staysOnOne() {
        SettingProblem problem = new SettingProblem("a", "1\nb: all is well", "must be 2");

        assertThat(problem.message()).isEqualTo("a = 1?b: all is well: must be 2");
    }

    @Test
    void message_secret_isNotShown() {
        SettingProblem problem = new SettingProblem("remora.cluster.secret", "tell nobody", "is too short");

        assertThat(problem.message()).isEqualTo("remora.cluster.secret = (hidden): is too short");
    }

    @Test
    void exception_withoutProblems_isRefused() {
        assertThatThrownBy(() -> new InvalidSettingsException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
