package dev.polylogue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylogue.conversation.Price;
import dev.polylogue.provider.ModelName;
import dev.polylogue.settings.Preset;
import dev.polylogue.settings.Presets;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file as it is shipped. Its reader refuses unknown capabilities, levels and amounts. */
class CatalogDataTest {
  private static final CatalogFile FILE = CatalogFile.load(Path.of("no such file"));

  @Test
  void everyRowIsRead() {
    assertThat(FILE.problems()).isEmpty();
    assertThat(FILE.rows()).extracting(Row::id).doesNotHaveDuplicates();
  }

  @Test
  void moreThanFortyModelsAreOfferedAndPriced() {
    List<Row> offered =
        FILE.rows().stream()
            .filter(row -> row.traits().chat())
            .filter(
                row ->
                    row.naming().at().values().stream().allMatch(offer -> offer.retired() == null))
            .toList();
    assertThat(offered).hasSizeGreaterThan(60);
    assertThat(offered.stream().filter(row -> row.pricing() != Pricing.UNKNOWN))
        .hasSizeGreaterThan(45);
  }

  @Test
  void noNameMeansTwoModelsAtOneHost() {
    Map<String, List<String>> names = new HashMap<>();
    for (Row row : FILE.rows()) {
      row.naming()
          .at()
          .forEach(
              (host, offer) -> {
                List<String> all = new ArrayList<>(List.of(row.id()));
                all.addAll(row.naming().names());
                all.addAll(offer.names());
                all.stream()
                    .map(ModelName::plain)
                    .distinct()
                    .forEach(
                        name ->
                            names
                                .computeIfAbsent(host + " " + name, _ -> new ArrayList<>())
                                .add(row.id()));
              });
    }
    assertThat(names.values()).allSatisfy(rows -> assertThat(rows).hasSize(1));
  }

  @Test
  void aPriceIsPositiveRisesWithItsTiersAndSaysWhoSaysSo() {
    for (Row row : FILE.rows()) {
      assertThat(FILE.hosts().keySet()).containsAll(row.naming().at().keySet());
      assertThat(row.naming().at().keySet()).containsAll(row.pricing().hosts());
      for (Pricing.Dated dated : row.pricing().prices()) {
        Price price = dated.price();
        assertThat(price.source()).as(row.id()).hasSizeGreaterThan(5);
        BigDecimal least = BigDecimal.ZERO;
        for (Price.Rate rate : price.rates()) {
          assertThat(rate.input()).as(row.id()).isGreaterThan(least);
          assertThat(rate.output()).as(row.id()).isPositive();
          if (rate.cached() != null) {
            assertThat(rate.cached()).as(row.id()).isPositive().isLessThan(rate.input());
          }
          least = rate.input();
        }
      }
    }
  }

  @Test
  void aSuccessorIsAModelOfTheSameHost() {
    for (Row row : FILE.rows()) {
      row.naming()
          .at()
          .forEach(
              (host, offer) -> {
                if (offer.retired() != null && offer.retired().successor() != null) {
                  assertThat(FILE.rows())
                      .as(row.id())
                      .anyMatch(
                          other ->
                              other.id().equals(offer.retired().successor())
                                  && other.naming().at().containsKey(host));
                }
              });
    }
  }

  @Test
  void everyPresetNamesAHostOfTheCatalogue() {
    for (Preset preset : Presets.load()) {
      for (Preset.Wire wire : preset.wires()) {
        String host = wire.options().get("catalog");
        if (host != null) {
          assertThat(FILE.hosts()).as(preset.id()).containsKey(host);
        }
      }
    }
    assertThat(Presets.named("xai").orElseThrow().options()).containsEntry("catalog", "xai");
  }
}
