import { expect, test } from "vitest"
import { svgFaults } from "./svg"

const faultsOf = async (text: string | Uint8Array) =>
  (await svgFaults(typeof text === "string" ? Buffer.from(text) : text)).map(
    ({ place, reason, isActive }) =>
      `${place.line}:${place.column}: ${reason}${isActive ? "" : " (broken)"}`,
  )

const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
const drawing = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${xlink} viewBox="0 0 9 9">\n${inner}\n</svg>\n`

test("what drawing programs write has nothing wrong with it", async () => {
  const inkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Created with Inkscape (http://www.inkscape.org/) -->
${drawing(`<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="a"/>
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li rdf:resource=""/></rdf:RDF></metadata>
<style>.a { fill: url(#b); font-family: "A" } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>
<linearGradient id="b"/><linearGradient id="c" xlink:href="#b"/>
<rect class="a" fill="url( '#b' )" style="stroke: url(#c)" width="9" height="9"/>
<use href="#b"/><a href="https://example.org/?a=onload">one</a><a xlink:href="#b"><text>javascript:</text></a>
<image href="data:image/png;base64,iVBORw0KGgo="/><animate attributeName="x" to="9"/>`)}`
  expect(await faultsOf(inkscape)).toEqual([])
  expect(await faultsOf(`\uFEFF${drawing("<g/>")}`.replaceAll("\n", "\r\n"))).toEqual([])
})

test.each([
  ["<script>alert(1)</script>", "2:1: <script>"],
  ["<g>\n <s:script xmlns:s='http://www.w3.org/2000/svg' /></g>", "3:2: <s:script>"],
  ["<foreignObject><p/></foreignObject>", "2:1: <foreignObject>"],
  ["<p xmlns='http://www.w3.org/1999/xhtml'/>", "2:1: <p>"],
  ["<g onload='alert(1)'/>", "2:1: onload of <g>"],
  ["<g ONCLICK='alert(1)'/>", "2:1: ONCLICK of <g>"],
  ["<a href='javascript:alert(1)'/>", '2:1: href="javascript:alert(1)"'],
  ["<a xlink:href=' &#x6a;ava&#10;script:alert(1)'/>", '2:1: xlink:href=" java'],
  ["<a href='data:text/html,a'/>", '2:1: href="data:text/html,a"'],
  ["<a><set attributeName='href' to='javascript:alert(1)'/></a>", '2:4: attributeName="href"'],
  ["<a><animate attributeName='xlink:href' values='a'/></a>", '2:4: attributeName="xlink:href"'],
  ["<image href='https://tracker.example/a.png'/>", '2:1: href="https://tracker.example/a.png"'],
  ["<image href='//tracker.example/a.png'/>", '2:1: href="//tracker.example/a.png"'],
  ["<use href='other.svg#a'/>", '2:1: href="other.svg#a"'],
  ["<use href='data:image/svg+xml,%3Csvg/>#a'/>", '2:1: href="data:image/svg+xml'],
  ["<rect fill='url(https://a.example/#a)'/>", "2:1: url(https://a.example/#a)"],
  ["<rect style='fill:URL(\"//a.example/#a\")'/>", "2:1: url(//a.example/#a)"],
  ["<style>@import 'https://a.example/';</style>", "2:1: @import"],
  ["<style><![CDATA[a{background:url(/a.png)}]]></style>", "2:1: url(/a.png)"],
  ["<g xml:base='https://a.example/'/>", '2:1: xml:base="https://a.example/"'],
])("%s does more than draw", async (inner, fault) => {
  const faults = await faultsOf(drawing(inner))
  expect(faults.at(-1)).toContain(fault)
  expect(faults.join()).not.toContain("(broken)")
})

test.each([
  [`<?xml-stylesheet href="a.css"?>${drawing("")}`, "1:1: <?xml-stylesheet … ?>"],
  [`<!DOCTYPE svg [<!ENTITY a "b">]>${drawing("")}`, "1:1: declarations in <!DOCTYPE …>"],
  [`<?xml version="1.0" encoding="ISO-2022-JP"?>${drawing("")}`, "1:1: encoding ISO-2022-JP"],
])("%s does more than draw", async (text, fault) => {
  expect((await faultsOf(text)).join()).toContain(fault)
})

test.each([
  ["without its namespace", `<svg viewBox="0 0 9 9"/>`, "1:1: <svg>, expected <svg xmlns="],
  ["of another namespace", `<svg xmlns="http://www.w3.org/1999/xhtml"/>`, "1:1: <svg>, expected"],
  ["that breaks off", drawing("<g>"), "expected well-formed XML"],
  ["with a bare value", drawing("<g a=b/>"), "expected well-formed XML"],
  ["with an unknown entity", drawing("&nbsp;"), "expected well-formed XML"],
  ["that is empty", "", "expected well-formed XML"],
  ["of another encoding", Buffer.from(drawing("é"), "latin1"), "1:1: bytes, expected UTF-8 text"],
  ["of two bytes a letter", Buffer.from(drawing(""), "utf16le"), "expected"],
])("a drawing %s shows nothing", async (_what, text, fault) => {
  const [first, ...others] = await faultsOf(text)
  expect(first).toContain(fault)
  expect(first).toContain("(broken)")
  expect(others).toEqual([])
})
