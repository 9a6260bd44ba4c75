import localFont from "next/font/local"

// Files that lib/build/fonts.ts makes of those in npm packages: nothing is fetched at build or at run
// time. Their fallbacks, of the same metrics, are in styles/font-stand-ins.css: Next.js would make one
// from Arial or Times New Roman alone. A font that is late waits for the next page (display: optional):
// lines that break anew would move what is read. Those that Next.js asks for early are asked for by
// pages that have a use for them: lib/deliver/early-fonts.ts. Each is the family of its name, which no
// system may know as one of its own: for `serif`, a browser that cannot load it takes the system's.

export const sourceSerif = localFont({
  variable: "--font-source-serif",
  display: "optional",
  adjustFontFallback: false,
  src: [
    { path: "../.partwise/fonts/serif.woff2", style: "normal", weight: "400 600" },
    { path: "../.partwise/fonts/serif-italic.woff2", style: "italic", weight: "400" },
    { path: "../.partwise/fonts/serif-semibold-italic.woff2", style: "italic", weight: "600" },
  ],
})

/** Letters such as ő, θ and я: loaded by pages that have them. */
export const sourceSerifRare = localFont({
  variable: "--font-source-serif-rare",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  src: [
    { path: "../.partwise/fonts/serif-rare.woff2", style: "normal", weight: "400 600" },
    { path: "../.partwise/fonts/serif-italic-rare.woff2", style: "italic", weight: "400" },
    { path: "../.partwise/fonts/serif-semibold-italic-rare.woff2", style: "italic", weight: "600" },
  ],
  declarations: [
    { prop: "unicode-range", value: "U+0100-02BA,U+0370-052F,U+1E00-1FFF,U+20A0-20C0" },
  ],
})

export const inter = localFont({
  variable: "--font-inter",
  display: "optional",
  adjustFontFallback: false,
  src: "../.partwise/fonts/sans.woff2",
  weight: "400 600",
})

export const stixMath = localFont({
  variable: "--font-math",
  display: "optional",
  adjustFontFallback: false,
  src: "../.partwise/fonts/math.woff2",
  weight: "400",
})

/** Its stand-ins are exactly as wide: nothing moves when it comes, however late. */
export const jetBrainsMono = localFont({
  variable: "--font-jetbrains-mono",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  src: "../.partwise/fonts/mono.woff2",
  weight: "400",
})
