package dev.polylogue.ui.formula;

import java.util.Set;
import java.util.regex.Pattern;
import org.scilab.forge.jlatexmath.NewCommandMacro;
import org.scilab.forge.jlatexmath.NewEnvironmentMacro;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/** Which commands a formula may use, and those that models write and the library lacks. */
final class Commands {
  /** More braces, environments or delimiters inside each other are no formula. */
  private static final int DEEPEST = 24;

  private static final int LONGEST = 6_000;

  /**
   * They read files, load fonts, define what outlives the formula, count to any number, or paint
   * behind the words.
   */
  private static final Set<String> DENIED =
      Set.of(
          "includegraphics",
          "input",
          "include",
          "def",
          "let",
          "csname",
          "newcommand",
          "renewcommand",
          "providecommand",
          "newenvironment",
          "renewenvironment",
          "DeclareMathOperator",
          "DeclareMathSizes",
          "magnification",
          "makeatletter",
          "makeatother",
          "definecolor",
          "jlmDynamic",
          "jlmExternalFont",
          "jlmXML",
          "Roman",
          "roman",
          "longdiv",
          "hdotsfor",
          "multicolumn",
          "bgcolor",
          "colorbox",
          "fcolorbox");

  private static final Pattern MANY_COLUMNS = Pattern.compile("\\*\\s*\\{\\s*\\d{3,}");

  private static final Pattern STARRED =
      Pattern.compile("\\\\(begin|end)\\{(align|alignat|gather|multline|equation|flalign)\\*\\}");

  private Commands() {}

  static boolean isTooLong(String tex) {
    return tex.length() > LONGEST || deepest(tex) > DEEPEST;
  }

  static boolean isDenied(String tex) {
    int at = tex.indexOf('\\');
    while (at >= 0) {
      int end = at + 1;
      while (end < tex.length() && isLetter(tex.charAt(end))) {
        end++;
      }
      if (DENIED.contains(tex.substring(at + 1, end))) {
        return true;
      }
      at = tex.indexOf('\\', Math.max(end, at + 2));
    }
    return tex.contains("^^") || MANY_COLUMNS.matcher(tex).find();
  }

  /** The same, in environments that the library knows: no formula has a number here anyway. */
  static String spoken(String tex) {
    return STARRED.matcher(tex).replaceAll("\\\\$1{$2}");
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '@';
  }

  private static int deepest(String tex) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < tex.length(); i++) {
      char c = tex.charAt(i);
      boolean opens = c == '{' || tex.startsWith("\\left", i) || tex.startsWith("\\begin", i);
      boolean closes = c == '}' || tex.startsWith("\\right", i) || tex.startsWith("\\end", i);
      depth += opens ? 1 : closes ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  /**
   * Teaches the library what it lacks, and has it load its fonts, which takes a second. Does
   * nothing the next time. To be called with nobody else in it.
   */
  static void teach() throws ParseException {
    if (NewCommandMacro.isMacro("argmin")) {
      return;
    }
    new TeXFormula("x").createTeXIcon(TeXConstants.STYLE_TEXT, 1, true);
    command("tag", 1, "\\qquad\\text{(#1)}");
    for (String silent : new String[] {"notag", "nonumber"}) {
      command(silent, 0, "{}");
    }
    command("label", 1, "{}");
    command("bm", 1, "\\boldsymbol{#1}");
    command("pmb", 1, "\\boldsymbol{#1}");
    command("lvert", 0, "|");
    command("rvert", 0, "|");
    command("coloneqq", 0, "\\colonequals ");
    command("bra", 1, "\\langle #1|");
    command("ket", 1, "|#1\\rangle ");
    command("braket", 1, "\\langle #1\\rangle ");
    command("abs", 1, "\\left|#1\\right|");
    command("norm", 1, "\\left\\|#1\\right\\|");
    command("color", 2, "\\textcolor{#1}{#2}");
    command("cancel", 1, "\\st{#1}");
    command("bcancel", 1, "\\st{#1}");
    command("xcancel", 1, "\\st{#1}");
    command("sout", 1, "\\st{#1}");
    command("eqref", 1, "\\text{(#1)}");
    command("ref", 1, "\\text{#1}");
    command("qed", 0, "\\square ");
    command("mathstrut", 0, "\\vphantom{(}");
    command("argmax", 0, "\\operatorname{argmax}");
    // The library's own has no room before the condition, which then reads as a factor.
    NewEnvironmentMacro.addReNewEnvironment(
        "cases", "\\left\\{\\begin{array}{l@{\\quad}l}", "\\end{array}\\right.", 0);
    environment("equation", "", "");
    environment("dcases", "\\begin{cases}", "\\end{cases}");
    environment("rcases", "\\left.\\begin{matrix}", "\\end{matrix}\\right\\}");
    command("argmin", 0, "\\operatorname{argmin}");
  }

  private static void command(String name, int arguments, String meaning) throws ParseException {
    NewCommandMacro.addNewCommand(name, meaning, arguments);
  }

  private static void environment(String name, String begin, String end) throws ParseException {
    NewEnvironmentMacro.addNewEnvironment(name, begin, end, 0);
  }
}
