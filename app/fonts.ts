import localFont from "next/font/local"

// Files that lib/build/fonts.ts makes of those in npm packages: nothing is fetched at build or at run
// time. Their fallbacks, of the same metrics, are in styles/font-stand-ins.css: Next.js would make one
// from Arial or Times New Roman alone. A font that is late waits for the next page (display: optional):
// lines that break anew would move what is read.

export const serif = localFont({
  variable: "--font-source-serif",
  display: "optional",
  adjustFontFallback: false,
  src: [
    { path: "../.partwise/fonts/serif.woff2", style: "normal", weight: "400 600" },
    { path: "../.partwise/fonts/serif-italic.woff2", style: "italic", weight: "400 600" },
  ],
})

/** Letters such as ő and ł, and Greek ones: loaded by pages that have them. */
export const serifMore = localFont({
  variable: "--font-source-serif-more",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  src: "../.partwise/fonts/serif-more.woff2",
  weight: "400 600",
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA,U+1E00-1E9F,U+20A0-20C0" }],
})

export const serifGreek = localFont({
  variable: "--font-source-serif-greek",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  src: "../.partwise/fonts/serif-greek.woff2",
  weight: "400 600",
  declarations: [{ prop: "unicode-range", value: "U+0370-03FF" }],
})

export const sans = localFont({
  variable: "--font-inter",
  display: "optional",
  adjustFontFallback: false,
  src: "../.partwise/fonts/sans.woff2",
  weight: "400 600",
})

/** Of formulas. Asked for early by pages that have some, and by no others: lib/deliver/page.ts. */
export const math = localFont({
  variable: "--font-math",
  display: "optional",
  adjustFontFallback: false,
  src: "../.partwise/fonts/math.woff2",
  weight: "400",
})

export const mono = localFont({
  variable: "--font-jetbrains-mono",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  src: "../.partwise/fonts/mono.woff2",
  weight: "400",
})
