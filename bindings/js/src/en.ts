// en.ts - the sentences in English, from lib/words/messages.def.
export { en } from '#en';
