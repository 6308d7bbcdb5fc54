package dev.polylogue.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in words what is wrong with the arguments of a command, and how it is used. */
final class Misuse implements IParameterExceptionHandler {
  private final int status;

  /**
   * @param status of a program that was called in a wrong way
   */
  Misuse(int status) {
    this.status = status;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("polylogue: " + sentence(e));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      e.getCommandLine().usage(err);
    }
    return status;
  }

  private static String sentence(ParameterException e) {
    if (e.getCause() instanceof TypeConversionException own
        && e.getArgSpec() != null
        && List.of(e.getArgSpec().auxiliaryTypes()).contains(UUID.class)) {
      return String.valueOf(own.getMessage());
    }
    if (!(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
      return String.valueOf(e.getMessage());
    }
    String first = unmatched.getUnmatched().getFirst();
    List<PositionalParamSpec> taken = e.getCommandLine().getCommandSpec().positionalParameters();
    boolean takesIds =
        taken.stream().flatMap(one -> Stream.of(one.auxiliaryTypes())).anyMatch(UUID.class::equals);
    if (takesIds) {
      return "There is no comparison \"%s\".".formatted(first);
    }
    return e.getCommandLine().getSubcommands().isEmpty()
        ? "\"%s\" is one argument too many.".formatted(first)
        : "There is no command \"%s\".".formatted(first);
  }
}
