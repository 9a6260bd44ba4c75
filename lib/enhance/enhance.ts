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
  ["live-component[data-module]", () => import("../elements/component/enhance")],
  [".embed > a[data-frame]", () => import("../elements/embed/enhance")],
  ["a.enlarge", () => import("../elements/image/enhance")],
  ["math", () => import("../elements/math/enhance")],
]

/** Said by `lib/build/enhance.ts`. */
declare const isDevelopment: boolean

// In a development server's page it may come with a save.
const wanted = rare.filter(([selector]) => isDevelopment || document.querySelector(selector))
await Promise.all(wanted.map(([, load]) => load()))
