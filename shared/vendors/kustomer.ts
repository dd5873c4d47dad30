import type { ChatRequests, EvidenceFacts, Naming, Vendor } from './vendor.ts'

// Calls without side effects, so that a build that needs only the chat's key leaves the phrases out.

/*@__NO_SIDE_EFFECTS__*/
const naming = (capability: string, kind: Naming['kind'], phrases: string): Naming => ({
  capability,
  kind,
  phrases,
})

/** Phrases for one part of a capability: that it works says nothing of the rest. */
/*@__NO_SIDE_EFFECTS__*/
const part = (capability: string, kind: Naming['kind'], phrases: string): Naming => ({
  ...naming(capability, kind, phrases),
  isPart: true,
})

/** By itself too: what runs in a site's page needs nothing else, and is short. */
export const chatKey: Vendor['chatKey'] = {
  attribute: 'data-kustomer-api-key',
  podClaim: 'pod',
  organisationClaim: 'orgName',
}

/**
 * By itself too, as it is of use to no judge. Of the agents' app only the hosts are documented, and of paths those of the
 * public REST API.
 */
export const requests: EvidenceFacts = {
  hosts: /^[a-z\d-]+(\.api)?\.kustomerapp\.com$/,
  actions: [
    { what: 'attachments', path: /\/(attachments|uploads?)(\/|$)/, countsLimits: true },
    { what: 'sending', path: /\/messages(\/|$)/, countsLimits: true },
    {
      what: 'login',
      path: /\/(log-?in|sign-?in|auth|oauth2?|saml|sso|sessions?)(\/|$)/,
      countsLimits: false,
    },
  ],
  means: new Map([
    [
      'app',
      [
        'platform',
        'web-client',
        'api',
        'timeline',
        'login',
        'search',
        'routing',
        'notifications',
        'chat',
        'attachments',
      ],
    ],
    [
      'sending',
      [
        'platform',
        'web-client',
        'api',
        'chat',
        'email',
        'sms',
        'whatsapp',
        'facebook',
        'instagram',
        'twitter',
      ],
    ],
    ['attachments', ['platform', 'web-client', 'api', 'chat', 'attachments', 'email']],
    ['login', ['platform', 'web-client', 'api', 'login']],
  ]),
}

/**
 * By itself, as it is needed only in a site's page whose owner asks for it. The paths are those of 2017 to 2020; where
 * the vendor moved on, nothing is seen.
 */
export const chatRequests: ChatRequests = {
  domain: 'kustomerapp.com',
  path: '/c/v1/chat/',
  endpoints: new Map([
    ['settings', 'chat'],
    ['sessions', 'chat'],
    ['messages', 'sending'],
    ['attachments', 'attachments'],
  ]),
}

/** Facts checked against public material in November 2026. */
export const kustomer: Vendor = {
  id: 'kustomer',
  name: 'Kustomer',
  page: { id: 'lhn2sb4njk08', hosts: ['status.kustomer.com', 'lhn2sb4njk08.statuspage.io'] },
  pods: new Map([
    [
      'prod1',
      {
        name: 'Prod1 (US)',
        regions:
          'usa|us|united states|north america|north american|america|american|the states|virginia|ohio|oregon|new york|california|texas|canada|canadian',
      },
    ],
    [
      'prod2',
      {
        name: 'Prod2 (EU)',
        regions:
          'eu|europe|european|european union|emea|germany|german|frankfurt|ireland|irish|dublin|france|french|paris|netherlands|dutch|amsterdam|uk|united kingdom|britain|british|england|london|spain|spanish|italy|italian|sweden|stockholm|nordic|poland|berlin|madrid',
      },
    ],
    [
      'prod4',
      {
        name: 'Prod4 (India)',
        regions: 'india|indian|mumbai|delhi|bangalore|bengaluru|hyderabad|chennai|pune',
      },
    ],
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
    naming(
      'chat',
      'channel',
      'chat|live chat|webchat|web chat|chat sdk|chat widget|chat message|chat bubble|chat window|chat launcher|chat button|chat channel|chatting|live conversation|web messenger|website messenger|messenger on your site|messaging widget|in app messaging|messages from your site|kustomer chat',
    ),
    naming(
      'chat',
      'hint',
      'messenger|website visitor|visitor|shopper|visitors on your website|widget|bubble',
    ),
    naming('email', 'channel', 'email|mail|emailing|smtp|gmail|mailbox|imap|email channel'),
    naming('sms', 'channel', 'sms|text message|texting|text messaging|texts|sms message|sms channel'),
    part('sms', 'channel', 'mms'),
    naming('whatsapp', 'channel', 'whatsapp|whats app|whatsapp message'),
    naming('facebook', 'channel', 'facebook|fb|facebook messenger'),
    naming('instagram', 'channel', 'instagram|ig'),
    naming('twitter', 'channel', 'twitter|tweet'),
    naming(
      'voice',
      'channel',
      'voice|phone|phone call|voice call|telephony|calling|phone line|telephone|caller|ring|hotline|kustomer voice|softphone',
    ),
    part('voice', 'channel', 'voicemail|ivr|dialer|dialing|call recording'),
    { capability: 'voice', kind: 'channel', phrases: 'call', unless: ['api', 'webhooks'] },
    naming('attachments', 'thing', 'attachment|attach|attaching|attached file|file upload'),
    naming(
      'attachments',
      'soft',
      'image|pdf|gif|screenshot|file|photo|picture|document|upload|uploading|uploaded|media|video|file sharing',
    ),
    naming(
      'login',
      'thing',
      'login|logging in|logging into|log in|log into|logged in|logged out|sign in|signin|signing in|sign on|authentication|authenticate|authenticating',
    ),
    part('login', 'thing', 'sso|saml|single sign on|2fa|mfa|password reset'),
    naming(
      'web-client',
      'thing',
      'web client|agents web app|agent app|agent console|agent interface|the app|kustomer web app|web app|webapp|web application|agent ui|ui|user interface|agent workspace|agent desktop|kustomer app',
    ),
    naming('timeline', 'thing', 'timeline|conversation timeline|customer timeline|conversation history'),
    naming('search', 'thing', 'search|searching|searchable|search bar|search result'),
    naming(
      'routing',
      'act',
      'routing|route|routed|assignment|assign~|queues and routing|auto assign|auto assignment|team status|agent availability|agent presence|work item',
    ),
    naming('workflow', 'thing', 'workflow|automation|rules engine'),
    part('workflow', 'thing', 'business rule'),
    naming(
      'assistants',
      'thing',
      'assistant|conversational assistant|ai|ai agent|kiq|kustomer iq|deflection|openai|agent assist',
    ),
    part('assistants', 'thing', 'bot|chatbot|ai assistant|virtual assistant|virtual agent'),
    naming(
      'api',
      'thing',
      'api|rest api|api call|call to the api|call to api|call to our api|api request|api endpoint|public api',
    ),
    naming('webhooks', 'thing', 'webhook|web hook|call to webhook|call to the webhook|hook'),
    part('webhooks', 'thing', 'form hook|call to outbound webhook|inbound hook|outbound hook'),
    naming(
      'knowledge-base',
      'thing',
      'knowledge base|knowledgebase|help article|self service article|help page|article|help site|kb|help center|help centre|knowledge base article|faq',
    ),
    naming('notifications', 'thing', 'notification'),
    part(
      'notifications',
      'thing',
      'push notification|in app notification|desktop notification|desktop alert',
    ),
    naming('bulk-jobs', 'hint', 'job'),
    naming('workflow', 'hint', 'rule'),
    naming('notifications', 'hint', 'alert'),
    naming(
      'csat',
      'thing',
      'csat|satisfaction survey|survey|nps|csat survey|star rating|five star|satisfaction rating|feedback request',
    ),
    naming(
      'analytics',
      'thing',
      'analytics|analytic|reports|report|report on|kpi|chart|report for|reporting|report data|insights|metrics|observability',
    ),
    part('analytics', 'thing', 'custom report|standard report|scheduled report|dashboard'),
    naming('exports', 'thing', 'export|exporting|exported|data export'),
    part('exports', 'thing', 'csv export'),
    naming(
      'bulk-jobs',
      'thing',
      'bulk job|bulk|mass update|bulk import|bulk operation|bulk update|bulk import',
    ),
    naming('tracking', 'thing', 'event tracking|tracking event|tracking script|tracking data|tracking'),
    naming(
      'registration',
      'thing',
      'registration|registering|create an account|new account|account creation|sign up|signing up|account creation',
    ),
    naming('audit-log', 'thing', 'audit log|change history|audit trail|event log'),
    naming(
      'platform',
      'whole',
      'platform|kustomer platform|access to kustomer|using kustomer|all service|all system|entire system|kustomer application|all feature',
    ),
  ],
  everyChannel: {
    phrases:
      'all channel|every channel|all messaging channel|all communication channel|all conversation channel',
    capabilities: ['chat', 'email', 'sms', 'whatsapp', 'facebook', 'instagram', 'twitter', 'voice'],
  },
  support: 'kustomer support|reach kustomer|help.kustomer',
  parties:
    'aws|amazon|carrier partner|mobile operator|messaging provider|email provider|apple|okta|auth0|heroku|slack|amazon web services|google|google cloud|gcp|azure|microsoft|meta|twilio|mongodb|mongo|atlas|pubnub|cloudflare|fastly|datadog|snowflake|sendgrid|mailgun|aircall|bandwidth',
  chatKey,
}
