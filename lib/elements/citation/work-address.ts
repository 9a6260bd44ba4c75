/** An address as BibTeX has it, without the escapes of LaTeX: `a\_b\%20c` is `a_b%20c`. */
const withoutEscapes = (value: string) =>
  value
    .replaceAll(/\{?\\textasciitilde(?:\s*\{\})?\}?|\\~\s*(?:\{\})?|\$\\sim\$/g, "~")
    .replaceAll(/\\([_%&#${}^])/g, "$1")
    .replaceAll(/[{}]/g, "")
    .trim()

/** The DOI that a value names, alone, behind `doi:` or as an address; nothing if it names none. */
export function findDoi(value: string): string | undefined {
  const bare = withoutEscapes(value).replace(
    /^(?:(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/|doi(?::\s*|\s+))/i,
    "",
  )
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(bare) ? bare : undefined
}

/** The web address that a value is, percent-encoded; nothing if it is none. */
export function findUrl(value: string): string | undefined {
  const [, wrapped] = /^\s*\\url\s*\{(.*)\}\s*$/s.exec(value) ?? []
  const url = withoutEscapes(wrapped ?? value)
  if (!/^https?:\/\/[^\s<>"]+$/i.test(url) || !URL.canParse(url)) return undefined
  try {
    return decodeURI(url) === url ? encodeURI(url) : url
  } catch {
    return encodeURI(url)
  }
}

/** By the names of archives: the form of a number, and the address that it is kept at. */
const archives: Readonly<Record<string, { form: RegExp; address: string }>> = {
  arxiv: {
    form: /^(?:arXiv:\s*)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)$/i,
    address: "https://arxiv.org/abs/",
  },
  jstor: { form: /^(\d+)$/, address: "https://www.jstor.org/stable/" },
  pubmed: { form: /^(\d+)$/, address: "https://pubmed.ncbi.nlm.nih.gov/" },
  hdl: { form: /^(\S+\/\S+)$/, address: "https://hdl.handle.net/" },
}

/**
 * Where a preprint is kept, by its number there.
 *
 * @param archive as `archivePrefix` or `eprinttype` name it; without one, arXiv
 * @returns nothing if the number is none of that archive, or the archive is not known
 */
export function findEprint(value: string, archive = "arxiv"): string | undefined {
  const known = archives[archive.toLowerCase()]
  const [, number] = known?.form.exec(withoutEscapes(value)) ?? []
  return known && number !== undefined ? known.address + encodeURI(number) : undefined
}

/** Whether it is an archive whose numbers have a known form. */
export const isArchive = (archive: string) => Object.hasOwn(archives, archive.toLowerCase())

/** The preprint that a "journal" such as "arXiv preprint arXiv:1412.6980" is. */
export function findPreprint(journal: string): string | undefined {
  const [, number] = /\barXiv:\s*(\S+?)[.,]?(?:\s|$)/i.exec(journal) ?? []
  return number === undefined ? undefined : findEprint(number)
}
