/** A page that is not as this adapter expects, so that it would break in silence. */
export class UnexpectedPage extends Error {
  override readonly name = "UnexpectedPage"
}
