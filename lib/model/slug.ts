/** The name that text has in an address, of whatever script: "Größe & Maß" → "größe-maß". */
export const slugOf = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/['’\p{Default_Ignorable_Code_Point}]/gu, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
