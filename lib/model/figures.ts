/** The interactive figures of the site, by the names in their addresses: there are none yet. */
export const figures: readonly string[] = []
