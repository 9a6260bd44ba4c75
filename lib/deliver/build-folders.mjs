// Where a build goes. One with `FIXTURE=1` has the routes that only tests visit, and stands beside the
// site's own.

export const fixture = process.env["FIXTURE"] === "1"

/** Next.js's output. */
export const nextFolder = fixture ? ".next-fixture" : ".next"

/** The finished site. */
export const distFolder = fixture ? "dist-fixture" : "dist"

/** The bundle of the enhancements, among the files that are served as they are. */
export const bundleFolder = "public/enhance"

/** What is made of images, among them too: only those that the build shows. */
export const imagesFolder = "public/images"
