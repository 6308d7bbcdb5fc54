package dev.polylogue.ui.transcript;

/** Code and tables to be looked at. */
final class BoxSamples {
  static final String CODE =
      """
      Several languages:

      ```python
      # How high the water stands
      @cache
      def tide(hour: float = 0.5) -> float:
          \"\"\"Metres above the mean.\"\"\"
          return 1.8 * cos(2 * pi * hour / 12.42) if hour else None
      ```

      ```ts
      interface Tide { height: number; at?: Date }
      export const tides = async (place: string): Promise<Tide[]> => {
        // a request that is long enough to be wider than this pane, so that it has to wrap somewhere
        const found = await fetch(`/tides/${encodeURIComponent(place)}?days=${7}`);
        return found.ok && (await found.json()) as Tide[];
      };
      ```

      ```rust
      fn main() {
          let moon: Option<&str> = Some("full"); /* a note */
          match moon { Some(phase) if phase != "new" => println!("{}", phase), _ => {} }
      }
      ```

      ```bash
      #!/bin/sh
      for f in *.csv; do echo "$f: $(wc -l < "$f")" | sort -n; done # count
      ```

      ```sql
      SELECT place, MAX(height) AS top FROM tides WHERE day >= '2026-01-01' GROUP BY place; -- spring
      ```

      ```html
      <!-- a chart --><div class="tide" onclick="x()"><b>High &amp; low</b></div>
      ```

      ```json
      {"place": "Fundy", "metres": 16.3, "spring": true, "next": null}
      ```

      ```diff
      @@ -1,2 +1,2 @@
      -return cos(hour)
      +return cos(2 * pi * hour / 12.42)
      ```

      ```mermaid
      graph TD; Moon-->Water
      ```
      """;

  static final String TABLES =
      """
      | Place | Range | When |
      |---|---:|:---:|
      | Bay of Fundy | 16 m | twice a day |
      | Baltic Sea | 0.1 m | hardly |

      Prose wraps [1], see also [the moon](https://moon.example):

      | Cause | What happens | Why it matters |
      |---|---|---|
      | The **moon** | It pulls the near side of the sea more than the far side, so that two bulges \
      rise [2] | Most of the tide |
      | The `sun` | It does the same at about half the strength | Spring and neap tides |

      Wide:

      | Place | January | February | March | April | May | June | July | August | September |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      | Bay of Fundy | 16.1 | 16.2 | 16.9 | 16.4 | 15.8 | 15.2 | 15.9 | 16.6 | 17.0 |
      | Mont-Saint-Michel | 13.1 | 13.4 | 14.1 | 13.6 | 12.9 | 12.2 | 12.8 | 13.9 | 14.2 |

      Very wide:

      """
          + "| c1 "
          + "| column ".repeat(40)
          + "|\n"
          + "|---".repeat(41)
          + "|\n"
          + ("| a " + "| value ".repeat(40) + "|\n").repeat(4);

  private BoxSamples() {}
}
