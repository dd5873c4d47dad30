/** The cells of the table under a heading of a document in Markdown, heading and rule left out. */
export const rowsUnder = (text: string, heading: string): string[][] => {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** A cell without its dress. */
export const plain = (cell = ''): string => cell.replaceAll('`', '')

/** The first cells of the table under a heading, without their dress. */
export const firstCells = (text: string, heading: string): string[] =>
  rowsUnder(text, heading).map(([cell]) => plain(cell))
