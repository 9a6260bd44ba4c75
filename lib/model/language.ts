/** Scripts that run from right to left (Unicode 16, those in use today). */
const rightToLeft = /^(?:Adlm|Arab|Aran|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/

/** Which way a language is written, by its usual script or the one that its tag names (BCP 47). */
export function directionOf(language: string): "ltr" | "rtl" {
  const { script = "" } = new Intl.Locale(language).maximize()
  return rightToLeft.test(script) ? "rtl" : "ltr"
}

/** Attributes of an element whose words are in a language of their own; none, if they are the site's. */
export const inLanguage = ({ lang }: { lang?: string }): { lang?: string; dir?: "ltr" | "rtl" } =>
  lang === undefined ? {} : { lang, dir: directionOf(lang) }
