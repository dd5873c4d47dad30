/** A document of a chosen weight, in the shape of the vendor's, for measuring. */
const NAMES = [
  'Analytics',
  'API',
  'Channel - Chat',
  'Channel - Email',
  'Channel - SMS',
  'Kustomer Voice',
  'Search',
  'Web Client',
  'Workflow',
  'Exports',
]

const TROUBLES = [
  ['Chat messages delayed', 'chat that may cause messages to arrive late', 'Channel - Chat'],
  ['Email sending failures', 'outbound email that may keep messages from being sent', 'Channel - Email'],
  ['Search results slow', 'search that may make results slow to appear', 'Search'],
  ['Voice calls dropping', 'voice that may cause calls to drop', 'Kustomer Voice'],
  ['API errors', 'the API that may return 503 errors to some requests', 'API'],
] as const

const stamp = (minute: number): string => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString()

const rowOf = (index: number, status: string) => ({
  id: `c${index}`,
  name: NAMES[index % NAMES.length] ?? '',
  status,
  created_at: '2019-01-10T16:20:00.000-05:00',
  updated_at: stamp(index % 600),
  position: index,
  description: null,
  showcase: false,
  start_date: null,
  group_id: `g${Math.floor(index / 25)}`,
  page_id: 'lhn2sb4njk08',
  group: false,
  only_show_if_degraded: false,
})

/** Every incident has its own words, so that nothing is won by having read a sentence before. */
const incidentOf = (index: number, components: number) => {
  const [title, what, name] = TROUBLES[index % TROUBLES.length] ?? TROUBLES[0]
  const pod = 1 + (index % 4)
  const row = rowOf((index * 7) % components, 'degraded_performance')
  const say = (text: string, status: string, minute: number) => ({
    id: `u${index}-${minute}`,
    status,
    body: text,
    incident_id: `i${index}`,
    created_at: stamp(minute),
    updated_at: stamp(minute),
    display_at: stamp(minute),
    affected_components: [
      { code: row.id, name: `Prod${pod} - ${name}`, old_status: 'operational', new_status: row.status },
    ],
    deliver_notifications: true,
    custom_tweet: null,
    tweet_id: null,
  })
  return {
    id: `i${index}`,
    name: `[PROD${pod}] ${title} (case ${index})`,
    status: 'identified',
    created_at: stamp(index),
    updated_at: stamp(index + 40),
    monitoring_at: null,
    resolved_at: null,
    impact: 'minor',
    shortlink: `https://stspg.io/i${index}`,
    started_at: stamp(index),
    page_id: 'lhn2sb4njk08',
    incident_updates: [
      say(
        `For case ${index} the cause is known and a change is on its way. Agents in Prod ${pod} may go on seeing trouble with ${what}. The next update follows within ${10 + (index % 50)} minutes, and questions can go to support through email or chat.`,
        'identified',
        index + 40,
      ),
      say(
        `We have learnt of an event in Prod ${pod}, case ${index}, affecting ${what}. Other channels work as expected. Our team is looking for the cause. Please expect another update within the next 30 minutes.`,
        'investigating',
        index,
      ),
    ],
    components: [row],
    reminder_intervals: null,
  }
}

export const documentOf = (components: number, incidents: number): object => {
  const rows: object[] = []
  for (let index = 0; index < components; index++) {
    if (index % 25 === 0)
      rows.push({
        ...rowOf(index, 'operational'),
        id: `g${index / 25}`,
        name: `Prod${1 + index / 25}`,
        group_id: null,
        group: true,
        components: Array.from({ length: Math.min(25, components - index) }, (_, i) => `c${index + i}`),
      })
    rows.push(rowOf(index, 'operational'))
  }
  return {
    page: {
      id: 'lhn2sb4njk08',
      name: 'Kustomer',
      url: 'https://status.kustomer.com',
      time_zone: 'America/New_York',
      updated_at: stamp(700),
    },
    components: rows,
    incidents: Array.from({ length: incidents }, (_, index) => incidentOf(index, components)),
    scheduled_maintenances: [],
    status: { indicator: 'minor', description: 'Minor Service Outage' },
  }
}
