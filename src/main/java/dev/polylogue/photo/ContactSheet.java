package dev.polylogue.photo;

import dev.polylogue.media.Pixels;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Lays pictures out on one sheet, each with its captions. Any thread; blocks. */
public final class ContactSheet {
  private static final int CELL = 640;
  private static final int GAP = 32;
  private static final int LINE = 30;
  private static final int CAPTION = 2 * LINE + 12;
  private static final int TITLE = 96;
  private static final Color PAPER = new Color(0xffffff);
  private static final Color MAT = new Color(0xf0f2f5);
  private static final Color INK = new Color(0x1f2328);
  private static final Color SOFT_INK = new Color(0x59636e);

  private ContactSheet() {}

  /**
   * One picture of a sheet.
   *
   * @param title such as the model
   * @param line such as time and cost; may be {@code ""}
   */
  public record Cell(BufferedImage picture, String title, String line) {}

  /**
   * Draws it, as nearly square as the cells allow.
   *
   * @param heading such as the instruction
   */
  public static BufferedImage of(String heading, List<Cell> cells) {
    int columns = Math.clamp((int) Math.ceil(Math.sqrt(cells.size() * 1.2)), 1, 6);
    int rows = Math.max(1, (cells.size() + columns - 1) / columns);
    BufferedImage sheet =
        new BufferedImage(
            GAP + columns * (CELL + GAP),
            TITLE + rows * (CELL + CAPTION + GAP),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    pen.setColor(INK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 32));
    pen.drawString(fitted(pen, heading, sheet.getWidth() - 2 * GAP), GAP, 60);
    for (int i = 0; i < cells.size(); i++) {
      int x = GAP + i % columns * (CELL + GAP);
      int y = TITLE + i / columns * (CELL + CAPTION + GAP);
      draw(pen, cells.get(i), x, y);
    }
    pen.dispose();
    return sheet;
  }

  private static void draw(Graphics2D pen, Cell cell, int x, int y) {
    pen.setColor(MAT);
    pen.fillRect(x, y, CELL, CELL);
    BufferedImage small = Pixels.fit(cell.picture(), CELL);
    int left = x + (CELL - small.getWidth()) / 2;
    int top = y + (CELL - small.getHeight()) / 2;
    pen.drawImage(small, left, top, null);
    pen.setColor(new Color(0, 0, 0, 40));
    pen.setStroke(new BasicStroke(1));
    pen.drawRect(left, top, small.getWidth() - 1, small.getHeight() - 1);
    pen.setColor(INK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 22));
    pen.drawString(fitted(pen, cell.title(), CELL), x, y + CELL + LINE);
    pen.setColor(SOFT_INK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
    pen.drawString(fitted(pen, cell.line(), CELL), x, y + CELL + 2 * LINE);
  }

  private static String fitted(Graphics2D pen, String words, int width) {
    FontMetrics metrics = pen.getFontMetrics();
    String line = words.replaceAll("\\s+", " ").strip();
    if (metrics.stringWidth(line) <= width) {
      return line;
    }
    int end = line.length();
    while (end > 0 && metrics.stringWidth(line.substring(0, end) + "…") > width) {
      end = line.offsetByCodePoints(end, -1);
    }
    return line.substring(0, end) + "…";
  }
}
