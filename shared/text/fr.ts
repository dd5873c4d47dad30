import type { CustomerWords } from './keys.ts'

// The space before ? and : is U+202F, narrow and not to be broken at.
export const customer: CustomerWords = {
  scenes: {
    'chat-delayed': {
      headline: 'Notre tchat est un peu lent en ce moment.',
      works: 'Vous pouvez toujours nous écrire. Les réponses peuvent prendre plus de temps.',
    },
    'chat-failing': {
      headline: 'Certains messages du tchat peuvent ne pas passer en ce moment.',
      works: 'Vous pouvez toujours nous écrire. Si un message ne passe pas, merci de le renvoyer.',
    },
    'chat-down': {
      headline: 'Désolés, notre tchat ne fonctionne pas en ce moment.',
      works: 'Merci de réessayer un peu plus tard.',
    },
    'attachments-delayed': {
      headline: 'L’envoi de fichiers peut prendre plus de temps en ce moment.',
      outside: 'L’envoi de fichiers sur notre tchat peut prendre plus de temps en ce moment.',
      works: 'Vous pouvez toujours envoyer du texte.',
    },
    'attachments-failing': {
      headline: 'Il se peut que les fichiers ne passent pas en ce moment.',
      outside: 'Il se peut que les fichiers envoyés sur notre tchat ne passent pas en ce moment.',
      works: 'Vous pouvez toujours envoyer du texte.',
    },
    maintenance: {
      headline: 'Une maintenance programmée de notre tchat est en cours.',
      works: 'Si quelque chose ne fonctionne pas, merci de réessayer un peu plus tard.',
    },
    possible: {
      headline: 'Vous pourriez rencontrer quelques difficultés sur notre tchat.',
      works:
        'Vous pouvez quand même essayer de nous écrire. Si un message ne passe pas, merci de le renvoyer.',
    },
    recovering: {
      headline: 'Vous avez eu des difficultés sur notre tchat ? Cela devrait bientôt aller mieux.',
      works: 'Si quelque chose ne fonctionne toujours pas, merci de réessayer.',
    },
    back: {
      headline: 'Notre tchat fonctionne de nouveau normalement.',
      works: 'Merci de votre patience.',
    },
  },
  sending: 'Un problème d’envoi ?',
  missing: 'Si notre tchat ne s’affiche pas, merci de réessayer un peu plus tard.',
  working: 'Une équipe y travaille.',
  since: 'Constaté : {time}.',
  contact: 'Vous pouvez aussi nous joindre ici : {contact}',
  asOf: 'Dernière vérification : {time}.',
  own: 'Un mot de notre équipe',
  until: 'Fin prévue : {time}.',
  example: 'Exemple',
  region: 'À propos de notre tchat',
  close: 'Fermer ce message',
  open: 'Afficher le message sur notre tchat',
}
