package charla.client.chat;

import static org.assertj.core.api.Assertions.assertThat;

import charla.client.ui.Texts;
import charla.protocol.CallId;
import charla.protocol.CallLine;
import charla.protocol.CallReason;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call is in one line, to the one who called and to the other. */
class CallLineWordsTest {
  private final CallLineWords words = new CallLineWords(new Texts(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource({
    "COMPLETED,   751, Voice call · 12:31,         Voice call · 12:31",
    "LOST,        7,   Voice call · 0:07,          Voice call · 0:07",
    "ICE_FAILED,  35,  Voice call · not connected, Voice call · not connected",
    "NO_ANSWER,   ,    Voice call · no answer,     Missed call",
    "UNREACHABLE, ,    Voice call · no answer,     Missed call",
    "BUSY,        ,    Voice call · busy,          Missed call",
    "CANCELLED,   ,    Voice call · cancelled,     Missed call",
    "DECLINED,    ,    Voice call · declined,      Voice call · declined",
    "UNKNOWN,     ,    Voice call · not connected, Voice call · not connected"
  })
  void itSaysWhatBecameOfIt(CallReason reason, Long seconds, String own, String others) {
    CallLine line = new CallLine(new CallId("a".repeat(24)), reason, seconds);

    assertThat(words.of(line, true)).isEqualTo(own);
    assertThat(words.of(line, false)).isEqualTo(others);
  }
}
