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

const piecesOf = (text: string): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / PIECE)) }, (_, i) =>
    text.slice(i * PIECE, (i + 1) * PIECE),
  )

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
