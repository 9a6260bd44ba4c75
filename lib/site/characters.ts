/** The characters of a text beyond ASCII: those that a font may have to hold besides its usual ones. */
export const specialCharactersOf = (text: string): readonly string[] => [
  ...new Set(text.match(/[^\p{ASCII}]/gu)),
]
