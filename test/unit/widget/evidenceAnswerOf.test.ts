import { describe, expect, it } from 'vitest'
import { answerOf } from '../../../widget/evidence/answerOf.ts'

const CHAT = 'https://acme.api.kustomerapp.com/c/v1/chat/'
const AT = 1000

const read = (name: string, responseStatus?: number, wroteAt = 0) =>
  answerOf(responseStatus === undefined ? { name } : { name, responseStatus }, AT, wroteAt)

describe('what an entry of the browser’s tells', () => {
  it('is an endpoint of the chat with its status', () => {
    expect(read(`${CHAT}messages`, 503)).toEqual({
      action: 'sending',
      endpoint: 'messages',
      status: 503,
      at: AT,
    })
    expect(read(`${CHAT}attachments?v=1`, 429)).toMatchObject({ action: 'attachments' })
    expect(read(`${CHAT}sessions/5f/anything`, 200)).toMatchObject({ action: 'chat', endpoint: 'sessions' })
    expect(read(`${CHAT.replace('acme.api', 'api.prod2')}settings`, 200)).toMatchObject({ action: 'chat' })
  })

  it('is only what the chat loads, before the visitor wrote anything', () => {
    expect(read(`${CHAT}messages`, 503, AT + 1)).toMatchObject({ action: 'chat', endpoint: 'messages' })
    expect(read(`${CHAT}messages`, 503, Infinity)).toMatchObject({ action: 'chat' })
  })

  it.each([
    ['without a status, as in Safari', `${CHAT}messages`, undefined],
    ['with a status that nobody gave', `${CHAT}messages`, 0],
    ['of another host', 'https://acme.api.shop.example/c/v1/chat/messages', 503],
    ['of a host that begins like it', 'https://acme.kustomerapp.com.example/c/v1/chat/messages', 503],
    ['of a host that ends like it', 'https://notkustomerapp.com/c/v1/chat/messages', 503],
    ['that names it in the query', 'https://shop.example/?kustomerapp.com/c/v1/chat/messages', 503],
    ['of another path', 'https://acme.api.kustomerapp.com/v1/messages', 503],
    ['of a path of the same length', 'https://acme.api.kustomerapp.com/a/b1/talk/messages', 503],
    ['of an endpoint that is not known', `${CHAT}polls`, 503],
    ['of what every object has', `${CHAT}constructor`, 503],
    ['of the chat itself', CHAT, 503],
  ])('is nothing %s', (_, name, status) => {
    expect(read(name, status)).toBeNull()
  })
})
