// Everything that scripts add to pages that work without them: a small module that all pages share, and
// one more for each thing that few have.

import "./page-ready"
import "./theme-toggle"
import "../elements/code/enhance"
import "../elements/course-outline/enhance"
import "./scroll-boxes"
import "./popover"
import "../elements/note/enhance"
import "./progress"
import "./toc-marker"

const rare: readonly [selector: string, load: () => Promise<unknown>][] = [
  ["nearest-pages", () => import("./nearest-pages")],
  ["tab-group", () => import("../elements/tabs/enhance")],
  ["a.enlarge", () => import("../elements/image/enhance")],
  ["math", () => import("../elements/math/enhance")],
]

// In a development server's page it may come with a save.
const isServed = document.querySelector("script[src*='/_next/']") !== null
const wanted = rare.filter(([selector]) => isServed || document.querySelector(selector))
await Promise.all(wanted.map(([, load]) => load()))
