// The few types of the engine that are used here, after its documentation. Its own package of types is larger than the relay.

declare module 'cloudflare:workers' {
  export class DurableObject<Env = unknown> {
    constructor(state: DurableObjectState, env: Env)
    protected readonly ctx: DurableObjectState
    protected readonly env: Env
  }
}

interface SqlRows {
  toArray(): readonly Readonly<Record<string, unknown>>[]
}

interface DurableObjectState {
  readonly storage: {
    readonly sql: { exec(query: string, ...values: readonly (string | number)[]): SqlRows }
    transactionSync<T>(work: () => T): T
    getAlarm(): Promise<number | null>
    setAlarm(at: number): Promise<void>
  }
}

interface DurableObjectNamespace<T> {
  idFromName(name: string): unknown
  get(id: unknown): T
}
