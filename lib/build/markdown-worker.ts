// What makes posts into Markdown in a thread: what it imports is read when a thread starts.
export { postMarkdown as default } from "../feed/markdown"
