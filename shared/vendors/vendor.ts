import type { Pod } from '../model/verdict.ts'

/**
 * How a phrase for a capability behaves in a sentence.
 * - `channel`: a way messages travel. As a modifier it is not affected itself ("email notifications").
 * - `thing`: anything else people use.
 * - `act`: something done to other things, which are affected with it ("routing chats").
 * - `soft`: means this capability only where its channel is named beside it ("images in chat").
 * - `hint`: people or things that stand for a capability only where the sentence names no other ("visitors see nothing").
 * - `whole`: the product as a whole; gives way to any part that is named.
 */
export type Kind = 'channel' | 'thing' | 'act' | 'soft' | 'hint' | 'whole'

/** One capability and the ways texts name it, phrases parted by `|`, in lower case, singular. */
export interface Naming {
  readonly capability: string
  readonly kind: Kind
  readonly phrases: string
  /** These phrases name only a part of it ("dashboards" of analytics). */
  readonly isPart?: true
  /** Other capabilities: where a sentence names one of them, these phrases mean something of theirs ("webhook calls"). */
  readonly unless?: readonly string[]
}

/** One thing that people do seldom, and that is told apart by the path of what is sent then. */
export interface RareAction {
  readonly what: string
  /** In small letters. */
  readonly path: RegExp
  /** Too many requests are the vendor's trouble here, and elsewhere perhaps a limit of one's own. */
  readonly countsLimits: boolean
}

/** What requests are worth as evidence. Anything else that a browser sends is none. */
export interface EvidenceFacts {
  /** Where its app and what that asks are served; the name of an organization stands before it. */
  readonly hosts: RegExp
  readonly actions: readonly RareAction[]
  /** What may be affected where one of them fails, or the app as a whole. */
  readonly means: ReadonlyMap<string, readonly string[]>
}

/** What a visitor's own chat asks the vendor for, as far as it can be told from an address. */
export interface ChatRequests {
  /** The domain that the hosts are under. */
  readonly domain: string
  /** What paths begin with; the endpoint follows. */
  readonly path: string
  /** The endpoints, each with what is tried there. What is sent or attached may also be read at the same address. */
  readonly endpoints: ReadonlyMap<string, 'chat' | 'sending' | 'attachments'>
}

/** Everything Podlight knows about one vendor. Data: a second vendor is one more such file. */
export interface Vendor {
  readonly id: string
  readonly name: string
  /** The status page: its id, and the hosts it answers on, first choice first. */
  readonly page: { readonly id: string; readonly hosts: readonly string[] }
  /** Known pods, with the words by which texts call their region. */
  readonly pods: ReadonlyMap<Pod, { readonly name: string; readonly regions: string }>
  /** The ungrouped row that counts for every pod. */
  readonly regionalComponent: string
  /** The group whose rows are other companies' services. */
  readonly thirdPartyGroup: string
  /** Component names, in lower case, and what they carry. */
  readonly components: ReadonlyMap<string, string>
  /** Capability of the whole product, or where nobody says which part. */
  readonly whole: string
  /** The part that is carried by a channel, and that a text may narrow that channel to. */
  readonly part: { readonly capability: string; readonly of: string }
  readonly namings: readonly Naming[]
  /** Texts that mean every channel at once. */
  readonly everyChannel: { readonly phrases: string; readonly capabilities: readonly string[] }
  /** How its texts name its own support: from there on a sentence says how to reach people. */
  readonly support: string
  /** Companies it stands on, whose trouble is a cause and not its own. */
  readonly parties: string
  /** Where a site's page tells which pod it uses. */
  readonly chatKey: {
    readonly attribute: string
    readonly podClaim: string
    readonly organisationClaim: string
  }
}
