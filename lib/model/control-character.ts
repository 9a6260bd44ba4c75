/**
 * What no feed should hold: control characters but tabs and line ends; and the two that turn the letters
 * behind them round, so that a text reads otherwise than it is written.
 */
export const controlCharacter = /(?![\t\n\r])[\p{Cc}\u202D\u202E]/u

/** Text of which nothing is seen. */
export const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\u2800]*$/u
