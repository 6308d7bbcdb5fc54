package dev.polylogue.secret;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls functions of C libraries by name. An argument is a pointer ({@link MemorySegment}) or an
 * {@code int} ({@link Integer}); each function is called with the same kinds of arguments each
 * time. Any thread.
 */
@SuppressWarnings("restricted")
final class NativeLibrary {
  private final SymbolLookup symbols;
  private final Map<String, MethodHandle> handles = new ConcurrentHashMap<>();

  private NativeLibrary(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /** The libraries of these file names, loaded for the life of the process; empty if one lacks. */
  static Optional<NativeLibrary> load(List<String> files) {
    try {
      SymbolLookup all = name -> Optional.empty();
      for (String file : files) {
        all = all.or(SymbolLookup.libraryLookup(file, Arena.global()));
      }
      return Optional.of(new NativeLibrary(all));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  MemorySegment pointer(String function, Object... arguments) {
    return (MemorySegment) call(function, ValueLayout.ADDRESS, arguments);
  }

  int number(String function, Object... arguments) {
    return (int) call(function, ValueLayout.JAVA_INT, arguments);
  }

  void run(String function, Object... arguments) {
    call(function, null, arguments);
  }

  /** Where a function begins, for those that take one. */
  MemorySegment address(String function) {
    return symbols.findOrThrow(function);
  }

  /** The text at a pointer that came from a library. */
  static String text(MemorySegment pointer) {
    return pointer.reinterpret(Long.MAX_VALUE).getString(0);
  }

  /** The pointer at the beginning of a structure. */
  static MemorySegment first(MemorySegment structure) {
    AddressLayout pointer = ValueLayout.ADDRESS;
    return structure.reinterpret(pointer.byteSize()).get(pointer, 0);
  }

  private Object call(String function, @Nullable MemoryLayout result, Object... arguments) {
    MethodHandle handle =
        handles.computeIfAbsent(function, name -> link(name, result, List.of(arguments)));
    try {
      return handle.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("A native call does not throw", e);
    }
  }

  private MethodHandle link(String function, @Nullable MemoryLayout result, List<Object> given) {
    List<MemoryLayout> layouts = new ArrayList<>();
    for (Object argument : given) {
      layouts.add(argument instanceof Integer ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS);
    }
    MemoryLayout[] kinds = layouts.toArray(MemoryLayout[]::new);
    return Linker.nativeLinker()
        .downcallHandle(
            address(function),
            result == null
                ? FunctionDescriptor.ofVoid(kinds)
                : FunctionDescriptor.of(result, kinds));
  }
}
