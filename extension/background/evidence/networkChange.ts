interface Connection extends EventTarget {
  readonly type?: string
  readonly effectiveType?: string
}

/** Calls back when this computer is on another kind of network. That one is a little faster or slower is no change. */
export const onNetworkChange = (run: () => void): void => {
  const { connection } = navigator as { connection?: Connection }
  const kind = (): string => `${connection?.type} ${connection?.effectiveType}`
  let last = kind()
  connection?.addEventListener('change', () => {
    if (kind() !== last) run()
    last = kind()
  })
}
