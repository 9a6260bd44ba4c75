import type { Chosen, Filters } from "@/lib/model/search"
import { say } from "@/lib/model/words/scripted"

/**
 * Lists to choose a series and a tag from, as far as a site has any.
 *
 * @param chosen what is chosen at first, by names
 * @param onChange called with names
 */
export function filterLists(
  { series, tags }: Filters,
  chosen: Chosen,
  onChange: (chosen: Chosen) => void,
): HTMLElement | undefined {
  const lists = (
    [
      ["series", say("All series"), series],
      ["tags", say("All tags"), tags],
    ] as const
  ).filter(([, , entries]) => entries.length > 0)
  if (lists.length === 0) return undefined
  const box = document.createElement("div")
  box.className = "search-filters"
  for (const [name, all, entries] of lists) {
    const list = document.createElement("select")
    list.ariaLabel = all
    list.append(new Option(all, ""), ...entries.map(([entry]) => new Option(entry, entry)))
    list.value = chosen[name] ?? ""
    if (list.selectedIndex === -1) list.value = "" // a link may name what is no more
    list.addEventListener("change", () => {
      chosen[name] = list.value
      onChange(chosen)
    })
    box.append(list)
  }
  return box
}
