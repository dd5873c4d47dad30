import { agentApp } from '../world/endpoints.ts'
import { HOUR, MINUTE, SECOND } from '../world/time.ts'
import { answer, answerUnreadable, lose } from '../world/trouble.ts'
import type { Nuisance } from './nuisance.ts'

export const deploy: Nuisance = {
  name: 'deploy',
  perMonth: 4,
  assumes:
    '10 to 60 s in which 30 to 100 % of requests get 502, 503 or 504, half of these deploys without the headers that a page needs.',
  falls: (at, { random }) => {
    const share = random.between(0.3, 1)
    const unreadable = random.is(0.5)
    return [
      {
        name: 'deploy',
        from: at,
        until: at + random.between(10, 60) * SECOND,
        meets: (asked, circumstances) => {
          const { random } = circumstances
          if (!random.is(share)) return
          const status = random.pick([502, 503, 504])
          if (unreadable) answerUnreadable(asked, status, random.between(20, 400), circumstances)
          else answer(asked, status, random.between(20, 400))
        },
      },
    ]
  },
}

export const auth: Nuisance = {
  name: 'expired sign-in',
  perMonth: 20,
  assumes: '5 to 20 s in which every request gets 401; in every fifth the last of them get 403.',
  falls: (at, { random }) => {
    const until = at + random.between(5, 20) * SECOND
    const denies = random.is(0.2)
    return [
      {
        name: 'expired sign-in',
        from: at,
        until,
        meets: (asked) => {
          if (asked.endpoint.type === 'main_frame') return
          answer(asked, denies && asked.began > until - 5 * SECOND ? 403 : 401, 60)
        },
      },
    ]
  },
}

export const quota: Nuisance = {
  name: 'quota used up',
  perMonth: 4,
  assumes: '20 to 90 s in which 80 % of all requests get 429, sent messages and files among them.',
  falls: (at, { random }) => [
    {
      name: 'quota used up',
      from: at,
      until: at + random.between(20, 90) * SECOND,
      meets: (asked, { random }) => {
        if (asked.endpoint.type !== 'main_frame' && random.is(0.8)) answer(asked, 429, 50)
      },
    },
  ],
}

const BREAKABLE = [
  agentApp.conversation,
  agentApp.messages,
  agentApp.notes,
  agentApp.customer,
  agentApp.timeline,
  agentApp.history,
  agentApp.objects,
  agentApp.shortcuts,
  agentApp.search,
  agentApp.view,
  agentApp.workItems,
  agentApp.counts,
  agentApp.notifications,
  agentApp.presence,
] as const

export const brokenEndpoint: Nuisance = {
  name: 'one broken endpoint',
  perMonth: 4,
  assumes:
    'One kind of request fails, 50 to 100 % of the time, for 20 min to 8 h: with 500, without an answer, or with 403. Any of fourteen, but none that belongs to sending, drafts among them, attaching or signing in.',
  falls: (at, { random }) => {
    const path = random.pick(BREAKABLE).path
    const share = random.between(0.5, 1)
    const way = random.pick(['500', 'lost', '403'])
    return [
      {
        name: 'one broken endpoint',
        from: at,
        until: at + random.between(MINUTE * 20, HOUR * 8),
        meets: (asked, circumstances) => {
          if (asked.endpoint.path !== path || !circumstances.random.is(share)) return
          if (way === 'lost') lose(asked, circumstances.browser.reset, 200)
          else if (way === '403') answer(asked, 403, 80)
          else answerUnreadable(asked, 500, asked.ms, circumstances)
        },
      },
    ]
  },
}

export const clientBlock: Nuisance = {
  name: 'blocked by another extension',
  perMonth: 2,
  assumes: 'Two kinds of requests are blocked in the browser for 1 to 8 h.',
  falls: (at, { random }) => {
    const paths = [random.pick(BREAKABLE).path, random.pick(BREAKABLE).path]
    return [
      {
        name: 'blocked by another extension',
        from: at,
        until: at + random.between(1, 8) * HOUR,
        meets: (asked, { browser }) => {
          if (paths.includes(asked.endpoint.path)) lose(asked, browser.blocked, 1)
        },
      },
    ]
  },
}
