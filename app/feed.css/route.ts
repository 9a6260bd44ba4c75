import { site } from "@/lib/site/read"

export const dynamic = "force-static"

const serif = [site.fonts?.text ?? ["Georgia", "serif"]].flat()
const family = serif.map((name) => (/^[\w-]+$/.test(name) ? name : JSON.stringify(name))).join(", ")

/** A feed that is opened in a browser: what it is, and the titles of its posts. */
const styles = `
:root { color-scheme: light dark; }
feed, rss { display: block; max-width: 38rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; font: 1.1rem/1.5 ${family}; }
feed *, rss *, channel { display: none; }
channel, title, subtitle, summary, description, entry, item, div, div * { display: revert; }
channel, title, subtitle, summary, description, entry, item { display: block; }
feed > title, channel > title { margin: 0.6rem 0; font-size: 2rem; line-height: 1.2; font-weight: 600; }
entry, item { margin-top: 1.6rem; }
entry > title, item > title { font-size: 1.25rem; font-weight: 600; }
div { margin: 1.4rem 0; border-left: 3px solid; padding: 0.1rem 1rem; font: 1rem/1.5 system-ui, sans-serif; }
`

export const GET = () =>
  new Response(styles.trimStart(), { headers: { "Content-Type": "text/css; charset=utf-8" } })
