const WIDTH = 124

/** Words, and code that no line may break. */
const WORDS = /(?:`[^`]*`|[^\s`])+/g

const paragraph = (text: string, indent: string): string => {
  const lines: string[] = []
  let line = ''
  for (const [word] of text.matchAll(WORDS)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = `${indent}${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** A document with its paragraphs and lists in lines of one width; headings, tables and pictures stay. */
export const wrapped = (text: string): string =>
  text
    .split('\n\n')
    .map((block) => {
      if (/^[#|<]/.test(block)) return block
      if (!block.startsWith('- ')) return paragraph(block, '')
      return block
        .split(/\n(?=- )/)
        .map((item) => paragraph(item, '  '))
        .join('\n')
    })
    .join('\n\n')
