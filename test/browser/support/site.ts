import { createServer } from 'node:http'

export interface Site {
  readonly url: string
  close(): Promise<void>
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A chat key as the vendor makes it: anyone can read what it says. */
export const chatKey = (claims: object): string => `${part({ alg: 'none' })}.${part(claims)}.`

/** A company's site on this machine, with a page that holds some markup. */
export const startSite = async (markup: string): Promise<Site> => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(`<!doctype html><title>Shop</title><h1>Shop</h1>${markup}`)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
