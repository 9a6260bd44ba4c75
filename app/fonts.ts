import localFont from "next/font/local"

// Files from npm packages: nothing is fetched at build or at run time. Their fallbacks, of the same
// metrics, are in globals.css: Next.js would make one from Arial or Times New Roman alone. A font that
// is late waits for the next page (display: optional): lines that break anew would move what is read.

export const serif = localFont({
  variable: "--font-source-serif",
  display: "optional",
  adjustFontFallback: false,
  src: [
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
      style: "normal",
      weight: "200 900",
    },
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
      style: "italic",
      weight: "200 900",
    },
  ],
})

export const sans = localFont({
  variable: "--font-inter",
  display: "optional",
  adjustFontFallback: false,
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
})

export const mono = localFont({
  variable: "--font-jetbrains-mono",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  src: "../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
})
