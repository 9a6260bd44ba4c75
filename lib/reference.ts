/** A work of the bibliography. */
export type Reference = {
  /** Its BibTeX key. */
  key: string
  /** As cited in the text: "LeCun et al., 1998". */
  label: string
  title: string
  /** Where it appeared: journal, proceedings or publisher. */
  venue?: string
  /** Its DOI or arXiv page. */
  url?: string
}
