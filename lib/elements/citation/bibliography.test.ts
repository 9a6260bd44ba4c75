import { expect, test } from "vitest"
import { parseBibliography } from "./bibliography"
import { scanBibtex } from "./bibtex"

/** The only work of a bibliography that says this of it. */
const workWith = (fields: string, before = "") => {
  const entry = `${before}@article{key,\n  ${fields},\n  title = {Nets}\n}\n`
  const [work] = parseBibliography(entry).references
  if (!work) throw new Error("Unexpected BibTeX, expected one entry")
  return work
}

test.each([
  ["author = {Redmon, Joseph}, year = {2015}", "Redmon, 2015"],
  ["author = {Joseph Redmon}, year = 2015", "Redmon, 2015"],
  ["author = {Sutskever, Ilya and Vinyals, Oriol}, year = {2014}", "Sutskever & Vinyals, 2014"],
  ["author = {LeCun, Y. and Bottou, L. and Bengio, Y.}, year = {1998}", "LeCun et al., 1998"],
  ["author = {Brown, Tom and others}, year = {2020}", "Brown et al., 2020"],
  [
    "author = {van der Maaten, Laurens and Hinton, Geoffrey}, year = {2008}",
    "van der Maaten & Hinton, 2008",
  ],
  ["author = {{Google Brain}}, year = {2017}", "Google Brain, 2017"],
  ["editor = {Bishop, C. M.}, year = {2006}", "Bishop, 2006"],
  ["author = {Redmon, Joseph}", "Redmon, n.d."],
  ["date = {2015-06-08}, author = {Redmon, Joseph}", "Redmon, 2015"],
  ["year = {2015}", "Nets, 2015"],
])("%s is cited as %s", (fields, label) => {
  expect(workWith(fields).label).toBe(label)
})

test.each([
  ['{G{\\"o}del, Kurt}', "Gödel"],
  ["{Erd\\H{o}s, Paul}", "Erdős"],
  ["{{\\L}ukasiewicz, Jan}", "Łukasiewicz"],
  ["{Gödel, Kurt}", "Gödel"],
  ["{\\'{E}lie, Cartan}", "Élie"],
  ["{H{\\aa}kansson, Nils}", "Håkansson"],
  ['{{\\AA}ngstr{\\"o}m, Anders}', "Ångström"],
  ["{Mart{\\'\\i}n, Ana}", "Martín"],
  ["{Mart\\'{\\i}n, Ana}", "Martín"],
  ["{Y{\\i}ld{\\i}z, Ana}", "Yıldız"],
  ["{\\O{}degaard, Nils}", "Ødegaard"],
  ["{Mu{\\~n}oz, Ana}", "Muñoz"],
])("LaTeX: %s is %s", (author, name) => {
  expect(workWith(`author = ${author}`).label).toBe(`${name}, n.d.`)
})

test.each([
  ["{{Adam}: A Method}", "Adam: A Method"],
  ['"Visualizing Data using {t-SNE}"', "Visualizing Data using t-SNE"],
  ["{On the \\emph{Origin} of Nets}", "On the Origin of Nets"],
  ["{Bed \\& Breakfast}", "Bed & Breakfast"],
  ["{Encoder--Decoder}", "Encoder–Decoder"],
  ["{{\\LaTeX} and \\ldots\\ more}", "LaTeX and … more"],
  ["{Bounds of $O(n^2)$ in $\\mathbb{R}^d$}", "Bounds of O(n2) in ℝd"],
  ["{$\\ell_1$ and $\\alpha$, for \\$5}", "ℓ1 and α, for $5"],
  ["{Home of \\~{}user}", "Home of ~user"],
])("the title %s is %s", (title, plain) => {
  const [work] = parseBibliography(`@misc{key,\n  title = ${title}\n}\n`).references
  expect(work?.title).toBe(plain)
})

test.each([
  [
    "doi = {10.1000/1}, eprint = {1412.6980}, url = {https://example.com}",
    "https://doi.org/10.1000/1",
  ],
  ["doi = {https://doi.org/10.1000/1}", "https://doi.org/10.1000/1"],
  ["doi = {http://dx.doi.org/10.1000/1}", "https://doi.org/10.1000/1"],
  ["doi = {doi:10.1000/1}", "https://doi.org/10.1000/1"],
  ["doi = {DOI: 10.1000/1}", "https://doi.org/10.1000/1"],
  ["doi = {10.1007/978-3-319-10602-1\\_48}", "https://doi.org/10.1007/978-3-319-10602-1_48"],
  ["doi = {10.1002/(SICI)1097<1::AID>3.0}", "https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0"],
  [
    "eprint = {1412.6980}, archivePrefix = {arXiv}, url = {https://example.com}",
    "https://arxiv.org/abs/1412.6980",
  ],
  ['eprint = "cs/0112017"', "https://arxiv.org/abs/cs/0112017"],
  ["eprint = {12345}, eprinttype = {jstor}, url = {https://example.com}", "https://example.com"],
  ["eprint = {12345}, eprinttype = {jstor}", "https://www.jstor.org/stable/12345"],
  ["eprint = {arXiv:1706.03762v5}", "https://arxiv.org/abs/1706.03762v5"],
  ["journal = {arXiv preprint arXiv:1412.6980}", "https://arxiv.org/abs/1412.6980"],
  ["howpublished = {\\url{https://example.com/a\\_b}}", "https://example.com/a_b"],
  [
    "url = {https://example.com/a\\_b/100\\%25/\\~{}user?x=1\\&y}",
    "https://example.com/a_b/100%25/~user?x=1&y",
  ],
  ["url = {https://example.com/a_b}", "https://example.com/a_b"],
  ["year = {2015}", undefined],
])("%s leads to %s", (fields, url) => {
  expect(workWith(fields).url).toBe(url)
})

test.each([
  ["journal = {Nature}, publisher = {Springer}", "Nature"],
  ["booktitle = {Proceedings}, publisher = {Springer}", "Proceedings"],
  ["publisher = {Springer}", "Springer"],
  ["year = {2015}", undefined],
])("%s appeared in %s", (fields, venue) => {
  const type = fields.startsWith("booktitle") ? "inproceedings" : "article"
  const [work] = parseBibliography(`@${type}{key,\n  ${fields},\n  title = {Nets}\n}\n`).references
  expect(work?.venue).toBe(venue)
})

test("a work says itself what its crossref does not", () => {
  const { references } = parseBibliography(`
@inproceedings{child, author = {Child, Ann}, title = {A Paper}, pages = {1--9}, crossref = {all}}
@proceedings{all, title = {Proceedings of X}, editor = {Ed, Ita}, year = {2010}, publisher = {ACM}}
`)
  expect(references[0]?.html).toBe(
    "Child, A. (2010). A Paper. In I. Ed (Ed.), <i>Proceedings of X</i> (pp. 1–9). ACM.",
  )
})

test.each([
  ["phdthesis", "school = {MIT}", "<i>Nets</i> [Doctoral dissertation]. MIT."],
  ["mastersthesis", "school = {MIT}", "<i>Nets</i> [Master’s thesis]. MIT."],
  ["phdthesis", "school = {MIT}, type = {Habilitation}", "<i>Nets</i> [Habilitation]. MIT."],
  ["techreport", "institution = {DEC}, number = {9}", "<i>Nets</i> (Technical Report No. 9). DEC."],
])("a %s with %s is named as such", (type, fields, html) => {
  const entry = `@${type}{a, author = {Doe, Jane}, title = {Nets}, year = {1994}, ${fields}}`
  expect(parseBibliography(entry).references[0]?.html).toBe(`Doe, J. (1994). ${html}`)
})

test("a journal is called as it is written", () => {
  const fields = 'journal = {Zeitschrift f{\\"u}r Mathematik}, year = {1931}'
  expect(workWith(fields).html).toContain("<i>Zeitschrift für Mathematik</i>")
  expect(workWith(fields).venue).toBe("Zeitschrift für Mathematik")
})

test.each(["constructor", "__proto__", "toString"])("a work can have the key %s", (key) => {
  const { references, worksOf } = parseBibliography(
    `@book{${key}, author = {Doe, Jane}, title = {Nets}, year = {1994}}`,
  )
  expect(references.map((one) => [one.key, one.label])).toEqual([[key, "Doe, 1994"]])
  expect(worksOf([key]).map((one) => [one.key, one.authors])).toEqual([[key, "Doe"]])
})

test("an abbreviation of the file is written out", () => {
  expect(workWith("journal = jmlr", '@string{jmlr = "Journal of Nets"}\n\n').venue).toBe(
    "Journal of Nets",
  )
})

test("entries keep their order, keys and places; what is no entry is left out", () => {
  const text = `% Comment\n@comment{no}\n@book{b,\n  title={B}\n}\n@preamble{"x"}\n\n  @Misc{a, title={A}}\n`
  expect(
    scanBibtex(text).entries.map(({ key, offset }) => [key, text.slice(offset, offset + 6)]),
  ).toEqual([
    ["b", "@book{"],
    ["a", "@Misc{"],
  ])
  expect(parseBibliography(text).references.map(({ title }) => title)).toEqual(["B", "A"])
})

test.each(["@book{b, title = {B}", "@book{, title = {B}}", "@book"])("%s is refused", (text) => {
  expect(() => parseBibliography(text)).toThrow()
})

/** What APA's manual (7th edition) gives for works like these. */
test.each([
  [
    "author = {Vaswani, Ashish and Shazeer, Noam}, year = {2017}, journal = {Nature}, volume = {9}, number = {8}, pages = {1735--1780}, doi = {10.1000/1}",
    'Vaswani, A., &#38; Shazeer, N. (2017). Nets. <i>Nature</i>, <i>9</i>(8), 1735–1780. <a href="https://doi.org/10.1000/1">https://doi.org/10.1000/1</a>',
  ],
  [
    "author = {Howard, A. G.}, eprint = {1704.04861}, url = {https://example.com}",
    'Howard, A. G. (n.d.). <i>Nets</i>. <a href="https://arxiv.org/abs/1704.04861">https://arxiv.org/abs/1704.04861</a>',
  ],
  [
    "author = {van der Maaten, Laurens and others}, year = {2008}",
    "van der Maaten, L., et al. (2008). <i>Nets</i>.",
  ],
  ["year = {2015}", "<i>Nets</i>. (2015)."],
])("the reference of %s", (fields, html) => {
  expect(workWith(fields).html).toBe(html)
})

test("a reference holds no style, which a page's policy would forbid", () => {
  const [work] = parseBibliography(
    "@book{a, author = {A, B}, year = {1999}, title = {On \\emph{the} \\textsc{nets} < {Nets} \\& $x^2$}}",
  ).references
  expect(work?.html).toBe(
    "A, B. (1999). <i>On </i>the<i> <span>nets</span> &#60; Nets &#38; x<sup>2</sup></i>.",
  )
})

const twins = parseBibliography(`
@article{z, author = {Mikolov, T. and Chen, K. and Dean, J.}, title = {Zebras}, year = {2013}}
@article{a, author = {Mikolov, T. and Chen, K. and Dean, J.}, title = {Apes}, year = {2013}}
@article{o, author = {Mikolov, T. and Sutskever, I. and Dean, J. and Le, Q.}, title = {Oxen}, year = {2013}}
@article{b, author = {Bengio, Y.}, title = {Bees}, year = {2013}}
`)
const labelsOf = (keys: readonly string[]) =>
  twins.worksOf(keys).map(({ key, authors, year }) => `${key}: ${authors}, ${year}`)

test("works that would have one label are told apart, as a page cites them", () => {
  expect(labelsOf(["z", "b", "a"])).toEqual([
    "b: Bengio, 2013",
    "a: Mikolov et al., 2013a",
    "z: Mikolov et al., 2013b",
  ])
  expect(labelsOf(["z", "o"])).toEqual([
    "z: Mikolov, Chen, et al., 2013",
    "o: Mikolov, Sutskever, et al., 2013",
  ])
  expect(labelsOf(["z"])).toEqual(["z: Mikolov et al., 2013"])
  expect(twins.worksOf(["z", "a"])[1]?.html).toContain("(2013b)")
  expect(labelsOf(["nobody"])).toEqual([])
})

test("the labels of all the works are told apart too", () => {
  const labels = twins.references.map(({ label }) => label)
  expect(new Set(labels).size).toBe(4)
})
