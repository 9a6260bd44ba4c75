/** Whether a file beside a post is a film or a recording, by its name. */
export function findMedia(name: string): "video" | "audio" | undefined {
  if (/\.(?:mp4|m4v|webm|mov|ogv)$/i.test(name)) return "video"
  return /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)$/i.test(name) ? "audio" : undefined
}
