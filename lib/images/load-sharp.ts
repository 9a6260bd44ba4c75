/** sharp, once there is an image: a build without any does not load it. */
export async function loadSharp() {
  const { default: sharp } = await import("sharp")
  sharp.cache(false) // each image is read once
  sharp.concurrency(1) // several images at once take less time than several threads for each
  return sharp
}
