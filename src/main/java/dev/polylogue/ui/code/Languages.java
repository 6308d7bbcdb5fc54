package dev.polylogue.ui.code;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;

/**
 * The languages that get colours, by the words that stand behind a fence. A language without a
 * tokenizer borrows that of a relative with the same comments and strings. Any thread.
 */
final class Languages {
  private static final String PATCH = "patch";

  private static final Map<String, String> STYLES = styles();

  private Languages() {}

  /**
   * A new tokenizer; one that leaves everything plain where nobody knows the word.
   *
   * @param word such as {@code python} or {@code py}; case does not matter
   */
  static Tokenizer tokenizer(String word) {
    String style = STYLES.get(plainWord(word));
    if (style == null) {
      return Tokenizer::plain;
    }
    return style.equals(PATCH)
        ? new Patch()
        : new Maker(TokenMakerFactory.getDefaultInstance().getTokenMaker(style));
  }

  /** {@code {.python}}, {@code language-python} and {@code python:main.py} are python too. */
  private static String plainWord(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    plain = plain.startsWith("{.") ? plain.substring(2) : plain;
    plain = plain.startsWith("language-") ? plain.substring("language-".length()) : plain;
    int end = 0;
    while (end < plain.length() && ":,{}".indexOf(plain.charAt(end)) < 0) {
      end++;
    }
    return plain.substring(0, end);
  }

  private static Map<String, String> styles() {
    Map<String, String> styles = new HashMap<>();
    put(styles, PATCH, "diff patch");
    put(styles, SyntaxConstants.SYNTAX_STYLE_ACTIONSCRIPT, "actionscript as3");
    put(styles, SyntaxConstants.SYNTAX_STYLE_ASSEMBLER_X86, "asm assembly nasm x86 x86asm masm");
    put(styles, SyntaxConstants.SYNTAX_STYLE_ASSEMBLER_6502, "6502 asm6502");
    put(styles, SyntaxConstants.SYNTAX_STYLE_BBCODE, "bbcode");
    put(styles, SyntaxConstants.SYNTAX_STYLE_C, "c h objc objective-c objectivec glsl hlsl opencl");
    put(styles, SyntaxConstants.SYNTAX_STYLE_CLOJURE, "clojure clj cljs edn");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_CPLUSPLUS,
        "c++ cpp cxx cc hpp hxx hh cuda cu arduino ino metal");
    put(styles, SyntaxConstants.SYNTAX_STYLE_CSHARP, "c# cs csharp");
    put(styles, SyntaxConstants.SYNTAX_STYLE_CSS, "css");
    put(styles, SyntaxConstants.SYNTAX_STYLE_CSV, "csv");
    put(styles, SyntaxConstants.SYNTAX_STYLE_D, "d dlang");
    put(styles, SyntaxConstants.SYNTAX_STYLE_DART, "dart");
    put(styles, SyntaxConstants.SYNTAX_STYLE_DELPHI, "delphi pascal pas objectpascal");
    put(styles, SyntaxConstants.SYNTAX_STYLE_DOCKERFILE, "dockerfile docker containerfile");
    put(styles, SyntaxConstants.SYNTAX_STYLE_DTD, "dtd");
    put(styles, SyntaxConstants.SYNTAX_STYLE_ENV, "env dotenv");
    put(styles, SyntaxConstants.SYNTAX_STYLE_FORTRAN, "fortran f f90 f95");
    put(styles, SyntaxConstants.SYNTAX_STYLE_GO, "go golang");
    put(styles, SyntaxConstants.SYNTAX_STYLE_GROOVY, "groovy gradle jenkinsfile");
    put(styles, SyntaxConstants.SYNTAX_STYLE_HANDLEBARS, "handlebars hbs mustache");
    put(styles, SyntaxConstants.SYNTAX_STYLE_HOSTS, "hosts");
    put(styles, SyntaxConstants.SYNTAX_STYLE_HTACCESS, "htaccess apache apacheconf");
    put(styles, SyntaxConstants.SYNTAX_STYLE_HTML, "html htm xhtml vue svelte astro");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_INI,
        "ini cfg conf toml editorconfig gitconfig systemd");
    put(styles, SyntaxConstants.SYNTAX_STYLE_JAVA, "java");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT,
        "javascript js jsx mjs cjs node ecmascript");
    put(styles, SyntaxConstants.SYNTAX_STYLE_JSON, "json jsonl ndjson geojson ipynb webmanifest");
    put(styles, SyntaxConstants.SYNTAX_STYLE_JSON_WITH_COMMENTS, "jsonc json5 hjson jshintrc");
    put(styles, SyntaxConstants.SYNTAX_STYLE_JSP, "jsp");
    put(styles, SyntaxConstants.SYNTAX_STYLE_KOTLIN, "kotlin kt kts");
    put(styles, SyntaxConstants.SYNTAX_STYLE_LATEX, "latex tex bibtex");
    put(styles, SyntaxConstants.SYNTAX_STYLE_LESS, "less scss sass stylus");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_LISP,
        "lisp commonlisp elisp emacs-lisp scheme racket");
    put(styles, SyntaxConstants.SYNTAX_STYLE_LUA, "lua luau");
    put(styles, SyntaxConstants.SYNTAX_STYLE_MAKEFILE, "makefile make mk");
    put(styles, SyntaxConstants.SYNTAX_STYLE_MARKDOWN, "markdown md mdx");
    put(styles, SyntaxConstants.SYNTAX_STYLE_MXML, "mxml");
    put(styles, SyntaxConstants.SYNTAX_STYLE_NSIS, "nsis");
    put(styles, SyntaxConstants.SYNTAX_STYLE_PERL, "perl pl pm raku");
    put(styles, SyntaxConstants.SYNTAX_STYLE_PHP, "php php3 php4 php5 phtml");
    put(styles, SyntaxConstants.SYNTAX_STYLE_POWERSHELL, "powershell ps ps1 psm1 pwsh posh");
    put(styles, SyntaxConstants.SYNTAX_STYLE_PROPERTIES_FILE, "properties");
    put(styles, SyntaxConstants.SYNTAX_STYLE_PROTO, "proto protobuf proto3");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_PYTHON,
        "python py py3 python3 pyi gyp starlark bzl mojo r");
    put(styles, SyntaxConstants.SYNTAX_STYLE_RUBY, "ruby rb rake gemfile crystal elixir ex exs");
    put(styles, SyntaxConstants.SYNTAX_STYLE_RUST, "rust rs");
    put(styles, SyntaxConstants.SYNTAX_STYLE_SAS, "sas");
    put(styles, SyntaxConstants.SYNTAX_STYLE_SCALA, "scala sc sbt");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_SQL,
        "sql mysql postgres postgresql plsql tsql sqlite");
    put(styles, SyntaxConstants.SYNTAX_STYLE_TCL, "tcl");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_TYPESCRIPT,
        "typescript ts tsx mts cts swift solidity");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL,
        "sh bash zsh fish ksh shell shellscript console terminal");
    put(styles, SyntaxConstants.SYNTAX_STYLE_VHDL, "vhdl");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_VISUAL_BASIC,
        "vb vba vbnet vb.net visualbasic basic vbs");
    put(styles, SyntaxConstants.SYNTAX_STYLE_WINDOWS_BATCH, "bat batch cmd dos");
    put(
        styles,
        SyntaxConstants.SYNTAX_STYLE_XML,
        "xml svg xsd xsl xslt plist rss atom pom fxml xaml csproj");
    put(styles, SyntaxConstants.SYNTAX_STYLE_YAML, "yaml yml");
    return Map.copyOf(styles);
  }

  private static void put(Map<String, String> styles, String style, String words) {
    for (String word : words.split(" ", -1)) {
      styles.put(word, style);
    }
  }
}
