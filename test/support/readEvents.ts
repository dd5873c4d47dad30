export interface Heard {
  readonly event: string
  readonly id: string | undefined
  readonly data: unknown
}

/** Listens to server-sent events, without a browser. */
export const readEvents = (url: string) => {
  const control = new AbortController()
  const heard: Heard[] = []
  let taken = 0
  let wake = (): void => undefined
  const take = (block: string): void => {
    const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)))
    if (fields['data'] === undefined) return
    heard.push({ event: fields['event'], id: fields['id'], data: JSON.parse(fields['data']) })
    wake()
  }
  const read = async (): Promise<void> => {
    const response = await fetch(url, { signal: control.signal })
    if (response.body === null || !response.ok) throw new Error(`${response.status} from ${url}`)
    let text = ''
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = `${text}${part}`.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) take(block)
    }
  }
  const ended = read().catch(() => undefined)
  return {
    all: (): readonly Heard[] => heard,
    /** The next of a kind that was not taken yet. */
    next: async (event: string): Promise<Heard> => {
      for (;;) {
        const found = heard.slice(taken).findIndex((one) => one.event === event)
        const one = heard[taken + found]
        if (found >= 0 && one !== undefined) {
          taken += found + 1
          return one
        }
        await new Promise<void>((resolve, reject) => {
          wake = resolve
          ended.then(() => reject(new Error(`The events ended without "${event}".`)))
        })
      }
    },
    ended,
    close: async (): Promise<void> => {
      control.abort()
      await ended
    },
  }
}
