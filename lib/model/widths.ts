/** Widths of the page in rem, as app/styles/theme.css has them. */

/** Of the text. */
export const measure = 40
/** Of the columns beside it. */
export const side = 15.5
/** Between the columns, at most. */
export const gap = 4.2
/** Of a window that has room for a margin with notes and figures. */
export const withMargin = 80
/** On both sides of the text together, at least. */
export const gutters = 2.2

/** Pixels in a rem, as long as a reader does not zoom. */
export const rem = 16
