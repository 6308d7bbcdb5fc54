package dev.polylogue.provider.http;

import dev.polylogue.provider.PictureRequest.Upload;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a request carries. */
public sealed interface WireBody {

  /** One JSON object; {@link Json#dataUri} and {@link Json#base64} put pictures into it. */
  record Tree(ObjectNode json) implements WireBody {}

  /** {@code multipart/form-data}, in the order of its fields. */
  record Form(List<Field> fields) implements WireBody {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  /** One field of a form. */
  sealed interface Field {
    String name();

    /** Words, as they are. */
    record Text(String name, String value) implements Field {}

    /** A picture under a name of our own making: what it is called here is nobody's business. */
    record File(String name, Upload upload) implements Field {
      String fileName() {
        return name.replaceAll("\\W", "") + (isJpeg() ? ".jpg" : ".png");
      }

      private boolean isJpeg() {
        return upload.mediaType().equals("image/jpeg");
      }
    }
  }
}
