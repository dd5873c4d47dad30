import { type Origin, startOrigin } from './loopback.ts'

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A chat key as the vendor makes it: anyone can read what it says. */
export const chatKey = (claims: object): string => `${part({ alg: 'none' })}.${part(claims)}.`

/** A company's site on this machine, with a page that holds some markup. */
export const startSite = async (markup: string): Promise<Origin> => {
  const { url, close } = await startOrigin((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(`<!doctype html><title>Shop</title><h1>Shop</h1>${markup}`)
  })
  return { url: `${url}/`, close }
}
