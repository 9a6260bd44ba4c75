import { defaultTreeAdapter as tree } from "parse5"
import { isFlightPush, type Flight, type FlightPush } from "./flight"
import { attribute, textOf, type Element } from "./html"
import { UnexpectedPage } from "./unexpected-page"

export type Framework = {
  /** Addresses of the scripts, in the order of the page. */
  scripts: readonly string[]
  /** What the page pushes to `self.__next_f`: React's description of itself. */
  flight: Flight
  /** What it pushes to `TURBOPACK`: which chunks start the framework. */
  entries: readonly unknown[]
}

const flightPush = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(/
/** React's clock for the reveal of streamed content, of which there is none. */
const clock = /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/
const entryPush = /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/

/**
 * Takes the framework's scripts, their preloads and their data out of a page.
 *
 * @throws UnexpectedPage if there are scripts that are neither the framework's nor ours
 */
export function takeFramework(elements: readonly Element[], base: string): Framework {
  const scripts: string[] = []
  const flight: FlightPush[] = []
  const entries: unknown[] = []
  for (const element of elements) {
    const rel = attribute(element, "rel")
    const address = attribute(element, "src") ?? attribute(element, "href") ?? ""
    const preloads =
      rel === "modulepreload" || (rel === "preload" && attribute(element, "as") === "script")
    if (element.tagName === "link" && preloads) tree.detachNode(element)
    if (element.tagName !== "script") continue

    const text = textOf(element)
    const type = attribute(element, "type")
    if (address.startsWith(`${base}/_next/`)) {
      if (attribute(element, "nomodule") === undefined) scripts.push(address)
      tree.detachNode(element)
    } else if (flightPush.test(text)) {
      flight.push(parseFlight(text.replace(flightPush, "")))
      tree.detachNode(element)
    } else if (entryPush.test(text)) {
      entries.push(parsePush(text.replace(entryPush, "")))
      tree.detachNode(element)
    } else if (clock.test(text)) {
      tree.detachNode(element)
    } else if (!isOurs(element, address, type)) {
      const shown = address || text.slice(0, 80)
      throw new UnexpectedPage(`Unexpected script ${shown}, expected Next.js's own or one of ours`)
    }
  }
  if (flight.length === 0) {
    throw new UnexpectedPage(
      "Unexpected page without self.__next_f, expected Next.js's flight data",
    )
  }
  return { scripts, flight, entries }
}

/** A script of this project: a module, an inline one that says so, or data. */
const isOurs = (element: Element, address: string, type: string | undefined) =>
  address === ""
    ? attribute(element, "data-inline") !== undefined ||
      type === "application/ld+json" ||
      type === "application/json"
    : address.startsWith("/enhance/")

function parseFlight(text: string): FlightPush {
  const push = parsePush(text)
  if (isFlightPush(push)) return push
  const shown = JSON.stringify(push).slice(0, 80)
  throw new UnexpectedPage(`Unexpected flight data ${shown}, expected text or bytes`)
}

/** The value in `….push(value);` */
function parsePush(text: string): unknown {
  try {
    return JSON.parse(text.replace(/\);?\s*$/, ""))
  } catch {
    throw new UnexpectedPage(`Unexpected data ${text.slice(0, 80)}, expected JSON`)
  }
}
