import type { Rows, Store } from '../upstream/stored.ts'

type Storage = DurableObjectState['storage']

/** The engine takes no value of more than 2 MB, and a character may be three bytes. */
const PIECE = 500_000

const isName = (name: unknown): name is keyof Rows =>
  name === 'poll' || name === 'fetched' || name === 'news' || name === 'document' || name === 'hooks'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a cut there would split a character in two halves, which the database replaces. */
const partsPair = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text[at - 1] ?? '')

/** A text in pieces that fit. */
export const piecesOf = (text: string, most = PIECE): string[] => {
  const pieces: string[] = []
  for (let from = 0; from < text.length || from === 0; ) {
    const end = from + most < text.length && partsPair(text, from + most) ? from + most - 1 : from + most
    pieces.push(text.slice(from, end))
    from = end
  }
  return pieces
}

/** Keeps rows in the SQLite database of a Durable Object, each in pieces that fit. */
export const createSqlStore = (storage: Storage): Store => {
  const { sql } = storage
  sql.exec('CREATE TABLE IF NOT EXISTS kept (name TEXT, piece INTEGER, text TEXT, PRIMARY KEY (name, piece))')

  const put = (name: string, text: string): void => {
    sql.exec('DELETE FROM kept WHERE name = ?', name)
    piecesOf(text).forEach((piece, i) => {
      sql.exec('INSERT INTO kept (name, piece, text) VALUES (?, ?, ?)', name, i, piece)
    })
  }

  return {
    async read() {
      const texts = new Map<string, string>()
      for (const { name, text } of sql.exec('SELECT name, text FROM kept ORDER BY name, piece').toArray())
        texts.set(`${name}`, `${texts.get(`${name}`) ?? ''}${text}`)
      return Object.fromEntries([...texts].map(([name, text]) => [name, parsed(text)])) as Rows
    },
    async write(rows) {
      storage.transactionSync(() => {
        for (const [name, value] of Object.entries(rows))
          if (isName(name)) put(name, JSON.stringify(value) ?? 'null')
      })
    },
  }
}
