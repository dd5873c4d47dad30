/** What people do, as a closed list: each has a name in every language. */
export const CAPABILITIES = [
  'chat',
  'attachments',
  'email',
  'sms',
  'whatsapp',
  'facebook',
  'instagram',
  'twitter',
  'voice',
  'login',
  'web-client',
  'timeline',
  'search',
  'routing',
  'workflow',
  'assistants',
  'api',
  'webhooks',
  'knowledge-base',
  'notifications',
  'csat',
  'analytics',
  'exports',
  'bulk-jobs',
  'tracking',
  'registration',
  'audit-log',
  'platform',
] as const
export type Capability = (typeof CAPABILITIES)[number]

export const isCapability = (id: string): id is Capability => (CAPABILITIES as readonly string[]).includes(id)
