/** What can be the public address of a site: whatever is added to it is an address of a page. */
export const siteAddress = {
  form: /^https?:\/\/[^\s?#@\\/]+(?:\/[^\s?#\\]*)?$/,
  name: "an address such as https://example.org/blog, without a user, ? and #",
  test: (text: string) => URL.canParse(text),
}
