package dev.polylogue.secret;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** Visits the real Secret Service of the session it runs in, and prints what it found. */
final class KeyringTrip {
  static final String ACCOUNT = "xai @ https://api.x.ai:443";
  static final String OTHER_ORIGIN = "xai @ https://api.x.ai:8443";

  private final SecretStore store =
      new GuardedStore(
          new SecretServiceStore(),
          Worker.on(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory())),
          GuardedStore.Limits.USUAL);

  private KeyringTrip() {}

  /** The key comes on standard input. */
  public static void main(String[] arguments) throws Exception {
    String key = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    new KeyringTrip().travel(key);
    System.out.flush();
    System.exit(0);
  }

  /** A step of the trip. */
  private interface Step {
    Object take() throws Exception;
  }

  private void travel(String key) throws Exception {
    say("probe", () -> done(store::probe));
    say("nothing yet", () -> store.get(ACCOUNT).isEmpty());
    say("put", () -> done(() -> store.put(ACCOUNT, "the key before")));
    say("put again", () -> done(() -> store.put(ACCOUNT, key)));
    say("get", () -> store.get(ACCOUNT).orElse("").equals(key));
    say(
        "seen by secret-tool",
        () -> tool("lookup", "service", "polylogue", "account", ACCOUNT).equals(key));
    say("other origin", () -> store.get(OTHER_ORIGIN).isEmpty());
    say("lock", KeyringTrip::lock);
    say("probe while locked", () -> done(store::probe));
    say("get while locked", () -> store.get(ACCOUNT));
    say("put while locked", () -> done(() -> store.put(ACCOUNT, "overwritten")));
    say("delete while locked", () -> store.delete(ACCOUNT));
    say("another keyring that is unlocked", KeyringTrip::unlock);
    say("get after", () -> store.get(ACCOUNT).orElse("").equals(key));
    say("delete", () -> store.delete(ACCOUNT));
    say("delete again", () -> store.delete(ACCOUNT));
    say("gone", () -> store.get(ACCOUNT).isEmpty());
  }

  private static void say(String what, Step step) {
    String found;
    try {
      found = String.valueOf(step.take());
    } catch (SecretException e) {
      found = e.reason() + ": " + e.getMessage();
    } catch (Exception e) {
      found = e.toString();
    }
    System.out.println(what + " = " + found);
  }

  /** Something to do that may be refused. */
  private interface Errand {
    void run() throws SecretException;
  }

  private static String done(Errand errand) throws SecretException {
    errand.run();
    return "done";
  }

  private static String lock() throws Exception {
    start(
        "",
        List.of(
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login"));
    return "done";
  }

  private static String unlock() throws Exception {
    start(
        OwnSession.PASSWORD,
        List.of("gnome-keyring-daemon", "--replace", "--unlock", "--components=secrets"));
    return "done";
  }

  private static String tool(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("secret-tool"));
    command.addAll(List.of(arguments));
    return start("", command);
  }

  private static String start(String input, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
