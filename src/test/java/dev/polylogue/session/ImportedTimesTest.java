package dev.polylogue.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.transfer.Report;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that an export does not tell are made up, near to those it does, and that is said. */
class ImportedTimesTest extends Imports {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  ImportedTimesTest() {
    super(() -> NOW);
  }

  private static String chatGpt(String created, String updated, String said) {
    return """
    [{'title':'t','conversation_id':'c','create_time':%s,'update_time':%s,'mapping':{
      'u':{'id':'u','parent':null,'message':{'author':{'role':'user'},'create_time':%s,
        'content':{'content_type':'text','parts':['Which?']}}},
      'a':{'id':'a','parent':'u','message':{'author':{'role':'assistant'},'create_time':null,
        'content':{'content_type':'text','parts':['This.']}}}}}]
    """
        .formatted(created, updated, said)
        .replace('\'', '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # created  ; updated      ; said         ; creation is      ; made up
          1700000000 ; 1700000900   ; 1700000001.5 ; 1700000000       ; 0
          '1700000000.25' ; null    ; 1700000001   ; 1700000000.25    ; 0
          null       ; 1700000900   ; 1700000001   ; 1700000001       ; 1
          '{}'       ; 1700000900   ; null         ; 1700000900       ; 2
          -3         ; 'soon'       ; 'never'      ; 1780315200       ; 2
          99999999999999 ; null     ; null         ; 1780315200       ; 2
          """)
  void theNearestTimeKnownIsTakenElseThatOfTheImport(
      String created, String updated, String said, double expected, int madeUp) throws Exception {
    Report report = in(chatGpt(quoted(created), quoted(updated), quoted(said)));

    assertThat(only().createdAt()).isEqualTo(Instant.ofEpochMilli((long) (expected * 1000)));
    assertThat(report.timesMadeUp()).isEqualTo(madeUp);
    assertThat(in(chatGpt(quoted(created), quoted(updated), quoted(said))).conversations())
        .isEqualTo(new Report.Conversations(1, 0, 0, 1, 0));
  }

  /** What is no number is a text or an object. */
  private static String quoted(String time) {
    return time.matches("[a-z]+|.*\\.25") && !time.equals("null") ? "'" + time + "'" : time;
  }

  @Test
  void aClaudeConversationWithoutATimeIsDatedByItsMessages() throws Exception {
    Report report =
        in(
            ("[{'uuid':'c','name':'t','chat_messages':[{'uuid':'1','sender':'human','text':'Q'},"
                    + "{'uuid':'2','sender':'assistant','text':'A','created_at':'2026-01-02T00:00:00Z'}]}]")
                .replace('\'', '"'));

    assertThat(only().createdAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(history.list(2, 0).getFirst().updatedAt())
        .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(report.notes()).containsExactly(new Report.Note("t", Report.TIME_MADE_UP, 2));
  }
}
