// Runs inline, before the page is painted: the theme that the reader has chosen must not flash.
import { applyTheme, readTheme } from "./theme"

applyTheme(readTheme())
