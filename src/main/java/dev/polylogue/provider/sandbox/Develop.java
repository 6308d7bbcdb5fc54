package dev.polylogue.provider.sandbox;

import java.awt.image.BufferedImage;

/** One thing that is done to a picture. Stateless; leaves its picture as it is. */
@FunctionalInterface
interface Develop {
  BufferedImage apply(BufferedImage image);

  default Develop then(Develop next) {
    return image -> next.apply(apply(image));
  }
}
