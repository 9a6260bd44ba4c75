/** The first four of the five colours of figures, by day. */
export const figureColours = ["#0063a0", "#b14d00", "#00745a", "#9a4a84"] as const

const above = [0x00, 0x63, 0xa0]
const below = [0xb1, 0x4d, 0x00]

/** A colour on white paper, as strong as a share of it. */
const mixed = (colour: readonly number[], share: number) =>
  `rgb(${colour.map((part) => Math.round(255 + (part - 255) * share)).join(", ")})`

/** How great a number is, and on which side of nought: `lib/figure/drawing.css` says the same. */
const shades = [1, 2, 3, 4, 5, 6, 7, 8]
  .flatMap((shade) => [
    [`[data-shade="${shade}"]`, above, shade] as const,
    [`[data-below][data-shade="${shade}"]`, below, shade] as const,
  ])
  .map(
    ([place, colour, shade]) =>
      `td${place} { background: ${mixed(colour, 0.06 * shade)}; } path${place} { fill: ${mixed(colour, 0.12 * shade)}; }`,
  )
  .join("\n")

/**
 * How a book looks: programs for books choose fonts and sizes, so that this says little of either. Colours
 * are those of the site by day, written out: not every program knows custom properties.
 */
export const bookStyles = `body { line-height: 1.5; }
h1, h2, h3, h4 { line-height: 1.2; text-align: start; hyphens: none; break-after: avoid; }
h1 { font-size: 1.7em; } h2 { font-size: 1.3em; margin-top: 2em; } h3 { font-size: 1.1em; }
.cover img { max-width: 100%; }
.label, .meta, .lede { color: #555; }
a { color: #a63c17; }
.citation, .term, .note-ref { color: inherit; text-decoration: none; }
a.term { border-bottom: 1px dotted #888; }
figure { margin: 1.5em 0; break-inside: avoid; }
figcaption { font-size: .9em; color: #444; }
figure img, svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin: 1em 0; font-size: .9em; }
th, td { border: 1px solid #ccc; padding: .2em .5em; text-align: start; vertical-align: top; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; background: #f5f4f1; padding: .7em; }
code { font-size: .9em; }
blockquote { margin: 1em 1.5em; }
math[display="block"] { display: block; margin: 1em 0; }
.equation { display: flex; align-items: center; justify-content: space-between; }
.callout, aside { border-inline-start: 3px solid #999; padding-inline-start: 1em; margin: 1em 0; }
.footnotes, section section { margin-top: 2em; font-size: .95em; }
.tab-title { font-weight: bold; }
.number-grid { display: inline-table; margin: .5em 1em .5em 0; }
.number-grid td { text-align: center; border-color: #bbb; }
.number-grid th { border: 0; font-weight: normal; }
${shades}
.bars { list-style: none; margin: 1em 0; padding: 0; }
.bars li { display: flex; gap: .6em; align-items: center; }
.bars li span:first-child { min-width: 8em; }
.bars svg { width: 12em; height: .9em; }
.bars rect { fill: #0063a0; }
.figure-says { font-size: .9em; }
svg text { font: 12px sans-serif; fill: #444; }
svg .plot-grid, svg .plot-contour { fill: none; stroke: #ccc; }
svg .plot-level line { stroke: #777; stroke-dasharray: 2 4; }
svg .plot-line path { fill: none; stroke: #0063a0; stroke-width: 2; }
svg .plot-line-2 path { stroke: #b14d00; stroke-dasharray: 7 4; }
svg .plot-line-3 path { stroke: #00745a; stroke-dasharray: 2 3; }
svg .plot-line-4 path { stroke: #9a4a84; stroke-dasharray: 10 3 2 3; }
svg .shape-1, svg .shape-2, svg .shape-open, svg .shape-common { fill: none; stroke: #0063a0; stroke-width: 2; }
svg .shape-2 { stroke: #b14d00; stroke-dasharray: 7 4; }
svg .shape-open { stroke: #777; stroke-width: 1.5; }
svg .shape-common { fill: #00745a; fill-opacity: .3; stroke: none; }
svg .point { fill: #0063a0; } svg .point-2 { fill: #b14d00; }
`
