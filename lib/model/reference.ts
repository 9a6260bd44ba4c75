/** A work of the bibliography. */
export type Reference = {
  /** Its BibTeX key. */
  key: string
  /** As cited in the text: "LeCun et al., 1998", told apart from all others. */
  label: string
  title: string
  /** Where it appeared: journal, proceedings or publisher. */
  venue?: string
  /** Its DOI or arXiv page. */
  url?: string
  /** As a list of references shows it: HTML of a line of text. */
  html: string
}
