/** What no feed should hold: control characters but tabs and line ends. */
export const controlCharacter = /(?![\t\n\r])\p{Cc}/u
