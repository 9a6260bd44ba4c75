import { progressKey } from "@/lib/model/progress"
import { moveFormer, showProgress } from "./marks"
import "./read-toggle"

moveFormer()

// Another tab may mark a part, and a page that comes back from the history was not told.
addEventListener("storage", ({ key }) => {
  if (key === progressKey || key === null) showProgress()
})
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) showProgress()
})
