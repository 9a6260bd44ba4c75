/** Whether the last sign of an ORCID iD is the one that the others make (ISO 7064, MOD 11-2). */
export function isOrcid(text: string): boolean {
  const signs = text.replaceAll("-", "")
  let total = 0
  for (const digit of signs.slice(0, -1)) total = ((total + Number(digit)) * 2) % 11
  const check = (12 - total) % 11
  return signs.at(-1) === (check === 10 ? "X" : String(check))
}

/** The address of somebody's record at ORCID. */
export const orcidAddress = (orcid: string) => `https://orcid.org/${orcid}`
