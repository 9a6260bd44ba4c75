// Where a build goes. One with `FIXTURE=1` has the routes that only tests visit, and stands beside the
// site's own.

export const fixture = process.env["FIXTURE"] === "1"

/** Next.js's output. */
export const nextFolder = fixture ? ".next-fixture" : ".next"

/** The finished site. */
export const distFolder = fixture ? "dist-fixture" : "dist"

/** Files that a build makes and that are served as they are, beside those in `public`. */
export const madeFolder = ".partwise/public"

/** The bundle of the enhancements, among them. */
export const bundleFolder = `${madeFolder}/enhance`

/** The scripts of components that authors wrote, among them. */
export const componentsFolder = `${madeFolder}/components`

/** The pictures of shared links, among them. */
export const cardsFolder = `${madeFolder}/cards`

/** What links show before they are followed, among them. */
export const previewsFolder = `${madeFolder}/previews`

/** Posts as Markdown, among them. */
export const textsFolder = `${madeFolder}/posts`

/** What is made of images, among them too: only those that the build shows. */
export const imagesFolder = `${madeFolder}/images`
