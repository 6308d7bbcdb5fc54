package dev.polylogue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "fIlE:/c:/windows/system32/calc.exe",
        "smb://host/share",
        "\\\\host\\share",
        "ms-msdt:/id PCWDiagnostic",
        "ms-settings:privacy",
        "ms-officecmd:x",
        "search-ms:query=x",
        "calculator:",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "ftp://example.org/a",
        "sftp://example.org/a",
        "ssh://example.org",
        "telnet://example.org",
        "ldap://example.org",
        "jar:http://example.org/x.jar!/",
        "about:blank",
        "chrome://settings",
        "view-source:https://example.org",
        "steam://run/1",
        "vscode://file/etc/passwd",
        "itms-services://?action=download",
        "tel:+123",
        "sms:+123",
        "intent://x#Intent;end",
        "x-apple.systempreferences:",
        "blob:https://example.org/1",
        "ws://example.org",
        "gopher://example.org",
        "https:/example.org",
        "https:example.org",
        "https://",
        "https:///etc/passwd",
        "//example.org/a",
        "example.org",
        "%68ttps://example.org",
        "https%3A//example.org",
        "https://example.org@evil.test/",
        "https://user:secret@evil.test/",
        "https://ex%61mple.org/",
        "https://example.org/a\nb",
        "https://example.org/\u202Egnp.exe",
        "https://exa\u200Bmple.org/",
        "https://example.org\\@evil.test/",
        "https://example.org:99x/",
        "mailto:",
        "mailto://host/x",
        " ",
        ""
      })
  void anAddressThatIsNotPlainlyAWebOrMailAddressStaysInside_T03(String address) {
    assertThat(LinkCheck.check(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a?b=c#d, example.org",
    "HTTP://example.org:8080/, example.org:8080",
    "https://bücher.example/, xn--bcher-kva.example",
    "https://аррӏе.example/, xn--80ak6aa92e.example",
    "https://[::1]/x, [::1]",
    "mailto:a@example.org?subject=x, a@example.org"
  })
  void theReaderSeesWhereItLeadsInPlainLetters_T03(String address, String target) {
    assertThat(LinkCheck.check(address).orElseThrow().target()).isEqualTo(target);
  }

  @Test
  void whatIsOpenedHasNoLetterOutsideAscii() {
    String opened = LinkCheck.check("https://bücher.example/ü?ö=ä").orElseThrow().address();
    assertThat(opened).isEqualTo("https://xn--bcher-kva.example/%C3%BC?%C3%B6=%C3%A4");
  }

  @Test
  void hiddenCharactersOfARefusedAddressAreMadeVisible() {
    assertThat(LinkOpener.visible("a\u202Eb\nc")).isEqualTo("a\\u202Eb\\u000Ac");
  }
}
