import type { Element, ElementContent, Properties } from "hast"

/** The first four of the five colours of figures, by day. */
const [blue, orange, green, violet] = ["#0063a0", "#b14d00", "#00745a", "#9a4a84"]

/**
 * The colour of a number on white paper.
 *
 * @param shade how great it is, from 0 to 8
 * @param isBelow whether it is below nought
 * @param step by how much of the whole colour a shade is stronger than the one before
 */
export function shadeColour(shade: number, isBelow: boolean, step: number): string {
  const colour = isBelow ? [0xb1, 0x4d, 0x00] : [0x00, 0x63, 0xa0]
  const mixed = colour.map((part) => Math.round(255 + (part - 255) * step * shade))
  return `rgb(${mixed.join(", ")})`
}

/** How parts of drawings look, by their classes: `lib/figure/drawing.css` says it for pages. */
const looks: readonly (readonly [name: string, look: Properties])[] = [
  ["plot-grid", { fill: "none", stroke: "#ccc" }],
  ["plot-contour", { fill: "none", stroke: "#ccc" }],
  ["plot-level", { fill: "none", stroke: "#777", strokeDashArray: ["2", "4"] }],
  ["plot-line-1", { fill: "none", stroke: blue, strokeWidth: "2" }],
  ["plot-line-2", { fill: "none", stroke: orange, strokeWidth: "2", strokeDashArray: ["7", "4"] }],
  ["plot-line-3", { fill: "none", stroke: green, strokeWidth: "2", strokeDashArray: ["2", "3"] }],
  [
    "plot-line-4",
    { fill: "none", stroke: violet, strokeWidth: "2", strokeDashArray: ["10", "3", "2", "3"] },
  ],
  ["shape-1", { fill: "none", stroke: blue, strokeWidth: "2" }],
  ["shape-2", { fill: "none", stroke: orange, strokeWidth: "2", strokeDashArray: ["7", "4"] }],
  ["shape-open", { fill: "none", stroke: "#777" }],
  ["shape-common", { fill: green, fillOpacity: "0.3" }],
  ["point-2", { fill: orange }],
  ["point", { fill: blue }],
]

/**
 * A drawing that says by itself how it looks: programs for books that know no styles in drawings would fill
 * each line with black.
 */
export function drawingOf({ tagName, properties, children }: Element, inBar = false): Element {
  const { id: _id, ...kept } = properties
  const names = new Set([properties.className].flat())
  const [, look] = looks.find(([name]) => names.has(name)) ?? []
  const { dataShade, dataBelow } = properties
  const shade = { fill: shadeColour(Number(dataShade), dataBelow !== undefined, 0.12) }
  const ofKind = tagName === "text" ? text : tagName === "rect" && inBar ? { fill: blue } : look
  const own = dataShade === undefined ? ofKind : shade
  const isBar = inBar || (tagName === "svg" && properties.preserveAspectRatio === "none")
  return {
    type: "element",
    tagName,
    properties: { ...own, ...kept },
    children: children.flatMap((child): ElementContent[] => {
      if (child.type === "element") return [drawingOf(child, isBar)]
      return child.type === "text" ? [child] : []
    }),
  }
}

const text: Properties = { fill: "#444", stroke: "none", fontSize: "12" }
