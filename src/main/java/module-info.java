/** The whole program. Closed: nothing outside reads its packages. */
@org.jspecify.annotations.NullMarked
module dev.polylogue {
  requires atlantafx.base;
  requires com.drew.metadata;
  requires com.github.f4b6a3.uuid;
  requires com.sun.jna;
  requires com.sun.jna.platform;
  requires com.twelvemonkeys.imageio.webp;
  requires info.picocli;
  requires io.github.javadiffutils;
  requires java.desktop;
  requires java.keyring;
  requires java.logging;
  requires java.sql;
  requires javafx.controls;
  requires javafx.swing;
  requires jdk.httpserver;
  requires jlatexmath;
  requires okhttp3;
  requires okio;
  // PDFBox needs it, but as an automatic module it can't say so.
  requires org.apache.commons.logging;
  requires org.apache.fontbox;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.commonmark;
  requires org.commonmark.ext.autolink;
  requires org.commonmark.ext.gfm.strikethrough;
  requires org.commonmark.ext.gfm.tables;
  requires org.commonmark.ext.task.list.items;
  requires org.fife.RSyntaxTextArea;
  requires org.fxmisc.flowless;
  requires org.fxmisc.richtext;
  requires org.fxmisc.undo;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires static org.jspecify;
  requires org.xerial.sqlitejdbc;
  requires reactfx;
  requires tools.jackson.databind;

  opens dev.polylogue.cli to
      info.picocli;
}
