import type { Naming, Vendor } from './vendor.ts'

const naming = (capability: string, kind: Naming['kind'], phrases: string): Naming => ({
  capability,
  kind,
  phrases,
})

/** Facts checked against public material in November 2026. */
export const kustomer: Vendor = {
  id: 'kustomer',
  name: 'Kustomer',
  page: { id: 'lhn2sb4njk08', hosts: ['status.kustomer.com', 'lhn2sb4njk08.statuspage.io'] },
  pods: new Map([
    ['prod1', { name: 'Prod1 (US)', regions: ['us', 'usa', 'united states', 'north america'] }],
    ['prod2', { name: 'Prod2 (EU)', regions: ['eu', 'europe', 'european', 'european union'] }],
    ['prod4', { name: 'Prod4 (India)', regions: ['india', 'indian'] }],
  ]),
  regionalComponent: 'regional incident',
  thirdPartyGroup: 'third party',
  components: new Map([
    ['analytics', 'analytics'],
    ['api', 'api'],
    ['bulk jobs', 'bulk-jobs'],
    ['channel - chat', 'chat'],
    ['channel - email', 'email'],
    ['channel - facebook', 'facebook'],
    ['channel - instagram', 'instagram'],
    ['channel - sms', 'sms'],
    ['channel - twitter', 'twitter'],
    ['channel - whatsapp', 'whatsapp'],
    ['csat', 'csat'],
    ['events / audit log', 'audit-log'],
    ['exports', 'exports'],
    ['knowledge base', 'knowledge-base'],
    ['kustomer voice', 'voice'],
    ['notifications', 'notifications'],
    ['registration', 'registration'],
    ['search', 'search'],
    ['tracking', 'tracking'],
    ['web client', 'web-client'],
    ['web/email/form hooks', 'webhooks'],
    ['workflow', 'workflow'],
    ['openai', 'assistants'],
    ['pubnub', 'chat'],
  ]),
  whole: 'platform',
  part: { capability: 'attachments', of: 'chat' },
  namings: [
    naming('chat', 'channel', 'chat|live chat|webchat|web chat|chat sdk|chat widget|chatbox|chat message'),
    naming('email', 'channel', 'email|mail|emailing|smtp|gmail|e mail'),
    naming('sms', 'channel', 'sms|mms|text message|texting|text messaging'),
    naming('whatsapp', 'channel', 'whatsapp|whats app'),
    naming('facebook', 'channel', 'facebook|fb|facebook messenger|messenger'),
    naming('instagram', 'channel', 'instagram|ig'),
    naming('twitter', 'channel', 'twitter|tweet|x dm'),
    naming(
      'voice',
      'channel',
      'voice|call|voicemail|phone|phone call|voice call|telephony|ivr|dialer|dialing|calling',
    ),
    naming('attachments', 'thing', 'attachment|attach|attaching|attached file'),
    naming(
      'attachments',
      'soft',
      'image|pdf|gif|screenshot|file|photo|picture|document|upload|uploading|media|video',
    ),
    naming(
      'login',
      'thing',
      'login|logging in|logging into|log in|log into|logged in|logged out|sign in|signin|signing in|sign on|sso|saml|single sign on|authentication|authenticate|authenticating|auth|2fa|mfa|password reset',
    ),
    naming(
      'web-client',
      'thing',
      'web client|webclient|web app|webapp|web application|agent ui|ui|user interface|agent workspace|agent desktop|kustomer app',
    ),
    naming('timeline', 'thing', 'timeline'),
    naming('search', 'thing', 'search|searching|searchable|saved search'),
    naming(
      'routing',
      'act',
      'routing|route|routed|queues and routing|queue and routing|conversation assignment|auto assign|auto assignment|autoassignment|team status|agent status|agent availability|agent presence|queue assignment|work item|assigned to agent|not being assigned',
    ),
    naming('workflow', 'thing', 'workflow|business rule|automation'),
    naming(
      'assistants',
      'thing',
      'assistant|conversational assistant|ai|ai agent|ai assistant|ai feature|bot|chatbot|virtual agent|virtual assistant|kiq|kustomer iq|deflection|openai|agent assist',
    ),
    naming(
      'api',
      'thing',
      'api|rest api|api call|call to the api|call to api|call to our api|api request|api endpoint|public api',
    ),
    naming(
      'webhooks',
      'thing',
      'webhook|web hook|webhook call|call to webhook|call to outbound webhook|call to inbound webhook|call to the webhook|hook|form hook|email hook|web/email/form hook|web/email hook|inbound hook|outbound hook',
    ),
    naming(
      'knowledge-base',
      'thing',
      'knowledge base|knowledgebase|kb|help center|help centre|kb article|knowledge base article|faq',
    ),
    naming(
      'notifications',
      'thing',
      'notification|push notification|in app notification|desktop notification',
    ),
    naming('csat', 'thing', 'csat|satisfaction survey|survey|csat survey|customer satisfaction'),
    naming(
      'analytics',
      'thing',
      'analytics|analytic|report on|report about|report for|reporting|report data|custom report|standard report|scheduled report|dashboard|insights|metrics|observability',
    ),
    naming('exports', 'thing', 'export|exporting|exported'),
    naming(
      'bulk-jobs',
      'thing',
      'bulk job|bulk|bulk action|bulk operation|bulk update|batch job|bulk import',
    ),
    naming(
      'tracking',
      'thing',
      'event tracking|tracking event|tracking api|tracking script|tracking data|page tracking|tracking',
    ),
    naming(
      'registration',
      'thing',
      'registration|signup|sign up|signing up|new account creation|account creation',
    ),
    naming('audit-log', 'thing', 'audit log|audit|audit trail|events / audit log|event log|audit logging'),
    naming(
      'platform',
      'whole',
      'platform|kustomer platform|accessing kustomer|access kustomer|access to kustomer|using kustomer|all service|all system|entire system|whole system|kustomer application|all feature',
    ),
  ],
  everyChannel: {
    phrases:
      'all channel|every channel|all messaging channel|all communication channel|all conversation channel',
    capabilities: ['chat', 'email', 'sms', 'whatsapp', 'facebook', 'instagram', 'twitter', 'voice'],
  },
  support: 'kustomer support|reach kustomer|help.kustomer',
  parties:
    'aws|amazon|amazon web services|google|google cloud|gcp|azure|microsoft|meta|twilio|mongodb|mongo|atlas|pubnub|cloudflare|fastly|datadog|snowflake|sendgrid|mailgun|aircall|bandwidth',
  chatKey: { attribute: 'data-kustomer-api-key', podClaim: 'pod', organisationClaim: 'orgName' },
}
