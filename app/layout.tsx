import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import enhance from "@/.partwise/enhance.json"
import problems from "@/.partwise/problems.json"
import { FeedDiscovery } from "@/components/feed-discovery"
import { ProblemList } from "@/components/problem-list"
import { SiteFooter } from "@/components/site-footer"
import { SiteHeader } from "@/components/site-header"
import { papers } from "@/lib/model/accent"
import { feedAddress } from "@/lib/model/addresses"
import type { FontUse } from "@/lib/model/fonts"
import { courses, glossary, pages, series, site } from "@/lib/site/read"
import { inter, jetBrainsMono, sourceSerif, sourceSerifRare, stixMath } from "./fonts"
import { wordsOf } from "@/lib/model/words/words"
import "./globals.css"
import "@/.partwise/site.css"

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: papers.light },
    { media: "(prefers-color-scheme: dark)", color: papers.dark },
  ],
}

export const metadata: Metadata = {
  metadataBase: new URL(site.url),
  title: { default: site.name, template: `%s · ${site.name}` },
  description: site.description,
  icons: {
    icon: { url: "/icon.svg", type: "image/svg+xml", sizes: "any" },
    apple: "/apple-icon.png",
  },
  robots: site.environment === "production" ? undefined : { index: false, follow: false },
}

const ourFonts: Record<FontUse, readonly { variable: string }[]> = {
  text: [sourceSerif, sourceSerifRare],
  interface: [inter],
  code: [jetBrainsMono],
}

/** What the site has fonts of its own for: they stand in `site.css`. */
const ownFonts = Object.keys(site.fonts ?? {})

const fontVariables = Object.entries(ourFonts)
  .flatMap(([use, ours]) => (ownFonts.includes(use) ? [] : ours))
  .concat(stixMath)
  .map(({ variable }) => variable)
  .join(" ")

/** English scripts bring with them. */
const { scripted, onRoot } = wordsOf(site.language)

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang={site.language}
      className={fontVariables}
      data-own-fonts={ownFonts.join(" ") || undefined}
      data-search={enhance.search}
      data-words={scripted && JSON.stringify(scripted)}
      {...onRoot}
    >
      <head>
        {/* data-inline: the build lets it through, and puts its hash into the page's policy. */}
        <script data-inline="" dangerouslySetInnerHTML={{ __html: enhance.firstPaint }} />
        <script type="module" async src={enhance.src} />
        <FeedDiscovery site={site} title={site.name} address={feedAddress} />
      </head>
      <body id="top">
        <a
          href="#content"
          className="fixed top-2 left-2 z-10 rounded bg-ink px-4 py-2 font-sans text-sm text-paper not-focus:sr-only print:hidden"
        >
          {wordsOf(site.language).skip}
        </a>
        <SiteHeader site={site} hasSeries={series.length > 0} courses={courses} pages={pages} />
        <main>
          {/* Of a site that is built there are none. */}
          {problems.length > 0 ? <ProblemList problems={problems} /> : children}
        </main>
        <SiteFooter site={site} hasGlossary={glossary.length > 0} />
      </body>
    </html>
  )
}
