import { shadeColour } from "./drawing"

/** How great a number is, and on which side of nought: `lib/figure/drawing.css` says the same. */
const shades = [1, 2, 3, 4, 5, 6, 7, 8]
  .flatMap((shade) => [
    `td[data-shade="${shade}"] { background: ${shadeColour(shade, false, 0.06)}; }`,
    `td[data-below][data-shade="${shade}"] { background: ${shadeColour(shade, true, 0.06)}; }`,
  ])
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
.figure-says { font-size: .9em; }
svg text { font-family: sans-serif; }
`
