package dev.polylogue.transfer.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Markdown of models as HTML that does nothing: raw HTML is shown as text, a picture at an address
 * is its description, a link leads to {@code http}, {@code https} or {@code mailto} or nowhere.
 */
final class SafeHtml {
  private static final List<Extension> GRAMMAR =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          TaskListItemsExtension.create(),
          AutolinkExtension.create());

  /** Beyond that a hostile text would cost more than in proportion to its length (T05). */
  private static final int BRACKETS = 4_000;

  private static final Parser PARSER =
      Parser.builder().extensions(GRAMMAR).maxOpenBlockParsers(60).maxInlineNesting(40).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(GRAMMAR)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new Addresses())
          .attributeProviderFactory(
              _ ->
                  (node, tag, attributes) -> {
                    if (tag.equals("a")) {
                      attributes.put("rel", "noopener noreferrer nofollow");
                      attributes.remove("href", "");
                    }
                    if (node instanceof TableBlock && tag.equals("table")) {
                      attributes.put("class", "wide");
                    }
                  })
          .nodeRendererFactory(Pictures::new)
          .softbreak("<br>\n")
          .build();

  private SafeHtml() {}

  static String of(String markdown) {
    long brackets = markdown.chars().filter(letter -> letter == '[').count();
    return brackets > BRACKETS
        ? "<pre>" + escaped(markdown) + "</pre>\n"
        : RENDERER.render(PARSER.parse(markdown));
  }

  /** Text that is no markup, neither between tags nor in an attribute. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      switch (letter) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default ->
            safe.append(letter < ' ' && letter != '\n' && letter != '\t' ? '\uFFFD' : letter);
      }
    }
    return safe.toString();
  }

  /** The address when it leads to another page, else {@code ""}. */
  static String address(String url) {
    String lower = url.strip().toLowerCase(Locale.ROOT);
    boolean leads =
        lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
    return leads ? url.strip() : "";
  }

  private static final class Addresses implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
      return address(url);
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }

  /** Nothing is fetched (T03): what a picture shows is said in words. */
  private static final class Pictures implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    Pictures(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      context.getWriter().tag("span", Map.of("class", "picture"));
      context.getWriter().text("picture: ");
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      String address = address(((Image) node).getDestination());
      if (!address.isEmpty()) {
        context.getWriter().text(" (" + address + ")");
      }
      context.getWriter().tag("/span");
    }
  }
}
