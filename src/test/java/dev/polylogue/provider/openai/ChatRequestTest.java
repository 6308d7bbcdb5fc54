package dev.polylogue.provider.openai;

import static dev.polylogue.provider.openai.Known.facts;
import static dev.polylogue.provider.openai.Known.said;
import static dev.polylogue.provider.openai.Known.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Blob;
import dev.polylogue.conversation.FailureKind;
import dev.polylogue.conversation.Message;
import dev.polylogue.conversation.Part;
import dev.polylogue.conversation.Protocol;
import dev.polylogue.conversation.Reply;
import dev.polylogue.conversation.Setting;
import dev.polylogue.conversation.Warning;
import dev.polylogue.provider.Answers;
import dev.polylogue.provider.Capability;
import dev.polylogue.provider.FaultHost;
import dev.polylogue.provider.http.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ChatRequestTest {
  private static final Ask CHAT = Ask.over(Protocol.OPENAI_CHAT);

  private static JsonNode json(String text) {
    return Json.parse(text);
  }

  @Test
  void aPlainQuestionSendsNothingButItself() throws Exception {
    Ask.Sent sent = CHAT.send();
    assertThat(sent.request().head()).startsWith("POST /v1/chat/completions ");
    assertThat(sent.body())
        .isEqualTo(
            json(
                """
                {"model":"m","stream":true,"stream_options":{"include_usage":true},
                 "messages":[{"role":"user","content":"Hello"}]}
                """));
    assertThat(sent.warnings()).isEmpty();
  }

  @Test
  void everySettingGoesAsItIsWhereNothingIsKnownOfTheModel() throws Exception {
    Ask.Sent sent =
        CHAT.option("output-limit", "max_completion_tokens")
            .option("seed", "random_seed")
            .option("stream-usage", "false")
            .option("system-role", "developer")
            .with(Setting.SYSTEM, "Be brief.")
            .with(Setting.TEMPERATURE, "0.5")
            .with(Setting.TOP_P, "0.9")
            .with(Setting.MAX_TOKENS, "700")
            .with(Setting.STOP, "###")
            .with(Setting.SEED, "7")
            .with(Setting.REASONING_EFFORT, "xhigh")
            .with(Setting.WEB_SEARCH, "true")
            .send();
    assertThat(sent.body())
        .isEqualTo(
            json(
                """
                {"model":"m","stream":true,
                 "messages":[{"role":"developer","content":"Be brief."},
                             {"role":"user","content":"Hello"}],
                 "temperature":0.5,"top_p":0.9,"max_completion_tokens":700,"stop":["###"],
                 "random_seed":7,"reasoning_effort":"xhigh","web_search_options":{}}
                """));
    assertThat(sent.warnings()).isEmpty();
  }

  @Test
  void whatTheModelIsKnownNotToTakeIsLeftOutAndSaid() throws Exception {
    Ask.Sent sent =
        CHAT.with(facts(null))
            .with(Setting.SYSTEM, "Be brief.")
            .with(Setting.TEMPERATURE, "0.5")
            .with(Setting.TOP_P, "0.9")
            .with(Setting.MAX_TOKENS, "700")
            .with(Setting.STOP, "###")
            .with(Setting.SEED, "7")
            .with(Setting.REASONING_EFFORT, "high")
            .with(Setting.WEB_SEARCH, "true")
            .send();
    assertThat(sent.body())
        .isEqualTo(
            json(
                """
                {"model":"m","stream":true,"stream_options":{"include_usage":true},
                 "messages":[{"role":"user","content":"Be brief.\\n\\nHello"}],"max_tokens":100}
                """));
    assertThat(sent.warnings())
        .extracting(Warning::about)
        .containsExactlyInAnyOrder(
            "system",
            "temperature",
            "top_p",
            "max_tokens",
            "stop",
            "seed",
            "reasoning_effort",
            "web_search");
    assertThat(sent.warnings())
        .extracting(Warning::message)
        .contains(
            "m takes no temperature; it was left out.",
            "max_tokens 700 was sent as 100, the most m writes.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          effort     | high | {"reasoning_effort":"high"}
          effort     | none | {"reasoning_effort":"none"}
          openrouter | high | {"reasoning":{"effort":"high"}}
          deepseek   | high | {"thinking":{"type":"enabled"},"reasoning_effort":"high"}
          deepseek   | none | {"thinking":{"type":"disabled"}}
          switch     | high | {"chat_template_kwargs":{"enable_thinking":true}}
          switch     | none | {"chat_template_kwargs":{"enable_thinking":false}}
          """)
  void reasoningIsSetInTheStyleOfTheModel(String style, String level, String fields)
      throws Exception {
    Ask.Sent sent =
        CHAT.with(facts(thinking(style, "none", "high"), Capability.REASONING))
            .with(Setting.REASONING_EFFORT, level)
            .send();
    json(fields)
        .properties()
        .forEach(field -> assertThat(sent.body().path(field.getKey())).isEqualTo(field.getValue()));
    assertThat(sent.body().size()).isEqualTo(4 + json(fields).size());
    assertThat(sent.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          max     | high | Reasoning "max" was sent as "high", the most m takes.
          none    | low  | Reasoning "none" was sent as "low", the least m takes.
          minimal | low  | Reasoning "minimal" was sent as "low", the least m takes.
          """)
  void aLevelTheModelDoesNotKnowBecomesTheNearestAndIsSaid(
      String wanted, String sentLevel, String sentence) throws Exception {
    Ask.Sent sent =
        CHAT.with(facts(thinking("effort", "low", "medium", "high"), Capability.REASONING))
            .with(Setting.REASONING_EFFORT, wanted)
            .send();
    assertThat(sent.body().path("reasoning_effort").asString()).isEqualTo(sentLevel);
    assertThat(sent.warnings()).containsExactly(Warning.of(Setting.REASONING_EFFORT, sentence));
  }

  @Test
  void reasoningThatCantBeSetIsLeftAlone() throws Exception {
    Ask ask = CHAT.with(facts(thinking("effort"), Capability.REASONING));
    Ask.Sent sent = ask.with(Setting.REASONING_EFFORT, "high").send();
    assertThat(sent.body().has("reasoning_effort")).isFalse();
    assertThat(sent.warnings())
        .extracting(Warning::message)
        .containsExactly("The reasoning of m can't be set; \"high\" was left out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          openrouter | {"plugins":[{"id":"web"}]} | 0
          options    | {"web_search_options":{}}  | 0
          always     | {}                         | 0
          none       | {}                         | 1
          """)
  void searchIsTurnedOnInTheWayOfTheHost(String option, String fields, int warnings)
      throws Exception {
    Ask.Sent sent = CHAT.option("search", option).with(Setting.WEB_SEARCH, "true").send();
    json(fields)
        .properties()
        .forEach(field -> assertThat(sent.body().path(field.getKey())).isEqualTo(field.getValue()));
    assertThat(sent.body().size()).isEqualTo(4 + json(fields).size());
    assertThat(sent.warnings()).hasSize(warnings);
  }

  @Test
  void picturesAndFilesGoInTheFormOfTheProtocol() throws Exception {
    Ask.Sent sent = CHAT.option("pdf", "native").saying(Known.MIXED).holding(Known.FILES).send();
    assertThat(sent.body().path("messages").path(0).path("content"))
        .isEqualTo(
            json(
                """
                [{"type":"text","text":"What is this?"},
                 {"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}},
                 {"type":"file","file":{"filename":"kite.pdf",
                                        "file_data":"data:application/pdf;base64,JVBERg=="}},
                 {"type":"text","text":"File: notes.txt\\n\\nWind: ö\\n\\n"}]
                """));
    assertThat(sent.warnings()).isEmpty();
  }

  @Test
  void textFilesAloneStayOnePlainString() throws Exception {
    Message message =
        new Message(
            Message.Role.USER,
            List.of(new Part.Text("Read this."), new Part.Document(Known.NOTES)));
    Ask.Sent sent = CHAT.saying(message).holding(Known.FILES).send();
    assertThat(sent.body().path("messages").path(0).path("content").asString())
        .isEqualTo("Read this.\n\nFile: notes.txt\n\nWind: ö\n\n");
  }

  @Test
  void whatTheModelCantSeeIsLeftOutAndSaid() throws Exception {
    Ask.Sent sent = CHAT.with(facts(null)).saying(Known.MIXED).holding(Known.FILES).send();
    assertThat(sent.body().path("messages").path(0).path("content").asString())
        .startsWith("What is this?")
        .contains("Wind: ö");
    assertThat(sent.warnings())
        .containsExactly(
            new Warning("attachment", "m takes no pictures; kite.png was left out."),
            new Warning("attachment", "m takes no PDF as it is; kite.pdf was left out."));
  }

  @Test
  void aFileThatIsGoneStopsTheQuestionBeforeItIsSent() throws Exception {
    Blob gone = new Blob("d".repeat(64), "image/png", 3, "gone.png");
    Message message = new Message(Message.Role.USER, List.of(new Part.Picture(gone)));
    try (FaultHost host = FaultHost.playing(wire -> wire.send("x"))) {
      Reply reply = CHAT.saying(message).holding(Known.FILES).at(host.baseUrl());
      assertThat(Answers.failure(reply).kind()).isEqualTo(FailureKind.BAD_REQUEST);
      assertThat(Answers.failure(reply).message()).contains("gone.png", "nothing was sent");
      assertThat(host.requests()).isEmpty();
    }
  }

  @Test
  void reasoningGoesBackOnlyAsStateAndOnlyToTheVoiceItCameFrom() throws Exception {
    String details = "[{\"type\":\"reasoning.encrypted\",\"data\":\"xyz\",\"index\":0}]";
    String stream =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"Hm\",\"reasoning_details\":"
            + "[{\"type\":\"reasoning.text\",\"text\":\"Hm\",\"index\":0}]}}]}\n\n"
            + "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\", so\",\"reasoning_details\":"
            + "[{\"type\":\"reasoning.text\",\"text\":\", so\",\"signature\":\"sig\",\"index\":0}]}}]}\n\n"
            + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n";
    try (FaultHost host = FaultHost.playing(wire -> wire.send(FaultHost.streamHead() + stream))) {
      Reply first = CHAT.at(host.baseUrl());
      assertThat(first.reasoning()).isEqualTo("Hm, so");
      Message own = new Message(Message.Role.ASSISTANT, first.parts());
      Message foreign = said(new Part.Opaque("elsewhere", details), new Part.Text("Ho"));
      CHAT.saying(Message.user("A"), own, Message.user("B"), foreign, Message.user("C"))
          .at(host.baseUrl());
      assertThat(Json.parse(host.requests().get(1).body()).path("messages"))
          .isEqualTo(
              json(
                  """
                  [{"role":"user","content":"A"},
                   {"role":"assistant","content":"Hi","reasoning_details":
                     [{"type":"reasoning.text","text":"Hm, so","index":0,"signature":"sig"}]},
                   {"role":"user","content":"B"},
                   {"role":"assistant","content":"Ho"},
                   {"role":"user","content":"C"}]
                  """));
    }
  }
}
