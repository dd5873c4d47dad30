interface Policy {
  createScriptURL(url: URL | string): string
}
interface Policies {
  readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy }
}

let policy: Policy | undefined

/**
 * Loads a part from beside our own script. Its name begins its hash, and the browser checks it against the whole.
 * The element carries what the part hands itself over to: that needs no second global.
 */
export const loadPart = <T>(tag: HTMLScriptElement, hash: string): Promise<T> =>
  new Promise((podlight, onerror) => {
    const src = new URL(`podlight-${hash.slice(0, 8)}.js`, tag.src)
    // Only now: on a page that does not allow the policy, a pod that is well must leave no report.
    policy ??= (window as Policies).trustedTypes?.createPolicy('podlight', { createScriptURL: String })
    document.head.append(
      Object.assign(document.createElement('script'), {
        podlight,
        onerror,
        crossOrigin: '',
        integrity: `sha256-${hash}`,
        nonce: tag.nonce,
        src: policy?.createScriptURL(src) ?? src,
      }),
    )
  })
