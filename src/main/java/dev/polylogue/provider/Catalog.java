package dev.polylogue.provider;

import dev.polylogue.conversation.Failure;
import dev.polylogue.conversation.ProviderSettings;
import java.util.List;
import java.util.Optional;

/** What is known of models beside what their providers say. Never blocks. Any thread. */
public interface Catalog {
  /** Knows nothing. */
  Catalog EMPTY =
      new Catalog() {
        @Override
        public ModelFacts facts(ProviderSettings provider, String model) {
          return ModelFacts.UNKNOWN;
        }

        @Override
        public List<ModelCard> models(ProviderSettings provider) {
          return List.of();
        }
      };

  /** What is known of a model at a provider as of now; {@link ModelFacts#UNKNOWN} if nothing is. */
  ModelFacts facts(ProviderSettings provider, String model);

  /** The models it lists for a provider, retired ones left out; for hosts without a list. */
  List<ModelCard> models(ProviderSettings provider);

  /** What is known of a model that makes pictures; empty where it makes none. */
  default Optional<PictureFacts> pictures(ProviderSettings provider, String model) {
    return Optional.empty();
  }

  /**
   * The models it lists for a provider that make nothing but pictures, retired ones left out. They
   * are listed beside a provider's own list, which often leaves them out.
   */
  default List<ModelCard> drawing(ProviderSettings provider) {
    return List.of();
  }

  /** One name for the same model at any provider, so that two references can be compared. */
  default String identity(ProviderSettings provider, String model) {
    return ModelName.undated(ModelName.plain(model));
  }

  /** That a model which still answers is announced to end within thirty days. */
  default Optional<ModelFacts.Retirement> ending(ProviderSettings provider, String model) {
    return Optional.empty();
  }

  /** Why a call failed, where the end of a model or of a service explains it. */
  default Optional<ModelFacts.Retirement> explain(
      ProviderSettings provider, String model, Failure failure) {
    return Optional.empty();
  }

  /** What could not be read of the user's own catalogue, in sentences. */
  default List<String> problems() {
    return List.of();
  }
}
