/** How dark a value is, from 0 to 8: a style attribute would open the page's policy. */
export const shadeOf = (value: number, most: number): number =>
  Math.round(Math.min(1, Math.abs(value) / (most || 1)) * 8)
